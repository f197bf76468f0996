import { cellName, quoteText, rangeName } from "./references.ts";
import type { StyleTable } from "./style-table.ts";
import type { Cell, Condition, Sheet, Validation } from "./workbook.ts";
import { escapeCell, escapeXml, tag, xmlPart } from "./write-markup.ts";

/** Writes a sheet; the elements stand in the order of CT_Worksheet (ECMA-376 Part 1 §18.3.1.99), which Excel insists on. */
export function writeSheet(sheet: Sheet, styles: StyleTable, isFirst: boolean): string {
  const parts = [
    tag("sheetPr", {}, tag("pageSetUpPr", { fitToPage: true })),
    tag("dimension", { ref: dimensionOf(sheet) }),
    tag("sheetViews", {}, viewOf(sheet, isFirst)),
    tag("sheetFormatPr", { defaultRowHeight: 15 }),
    columnsOf(sheet),
    tag(
      "sheetData",
      {},
      sheet.rows.map((row, at) => writeRow(row, at, sheet, styles)),
    ),
    sheet.protect ? tag("sheetProtection", { sheet: true, formatColumns: 0, formatRows: 0 }) : "",
    sheet.filter ? tag("autoFilter", { ref: rangeName(sheet.filter) }) : "",
    listOf(
      "mergeCells",
      (sheet.merges ?? []).map((range) => tag("mergeCell", { ref: rangeName(range) })),
    ),
    (sheet.conditions ?? []).map((condition, at) => writeCondition(condition, at, styles)).join(""),
    listOf("dataValidations", (sheet.validations ?? []).map(writeValidation)),
    tag("printOptions", { horizontalCentered: true }),
    tag("pageMargins", { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }),
    // paperSize 9 is A4 (§18.3.1.63); any number of pages long, one wide.
    tag("pageSetup", { paperSize: 9, orientation: sheet.portrait ? "portrait" : "landscape", fitToHeight: 0 }),
    tag("headerFooter", {}, tag("oddFooter", {}, escapeXml("&C第 &P 页，共 &N 页"))),
  ];
  return xmlPart(tag("worksheet", { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main" }, parts));
}

const listOf = (name: string, entries: readonly string[]): string =>
  entries.length === 0 ? "" : tag(name, { count: entries.length }, entries);

function dimensionOf({ rows }: Sheet): string {
  const right = Math.max(0, ...rows.map((row) => row.length - 1));
  return rangeName({ top: 0, left: 0, bottom: Math.max(0, rows.length - 1), right });
}

function viewOf({ frozen }: Sheet, isFirst: boolean): string {
  const attributes = { tabSelected: isFirst, workbookViewId: 0 };
  if (!frozen || frozen.rows + frozen.columns === 0) return tag("sheetView", attributes);
  const { rows, columns } = frozen;
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const place = { xSplit: columns || undefined, ySplit: rows || undefined, topLeftCell: cellName(rows, columns) };
  return tag("sheetView", attributes, [
    tag("pane", { ...place, activePane: pane, state: "frozen" }),
    tag("selection", { pane, activeCell: cellName(rows, columns), sqref: cellName(rows, columns) }),
  ]);
}

const columnsOf = ({ columns }: Sheet): string =>
  columns.length === 0
    ? ""
    : tag(
        "cols",
        {},
        columns.map(({ width, hidden }, at) =>
          tag("col", { min: at + 1, max: at + 1, width, hidden, customWidth: true }),
        ),
      );

function writeRow(row: readonly (Cell | null)[], at: number, { heights }: Sheet, styles: StyleTable): string {
  const cells = row.map((cell, column) => (cell ? writeCell(cell, cellName(at, column), styles) : ""));
  const height = heights?.get(at);
  return tag("row", { r: at + 1, ht: height, customHeight: height !== undefined }, cells);
}

function writeCell({ value, formula, style }: Cell, name: string, styles: StyleTable): string {
  const attributes = { r: name, s: styles.cell(style) || undefined };
  if (formula !== undefined) return writeFormula(formula, value, attributes);
  if (value === null || value === "") return tag("c", attributes);
  if (typeof value === "number") return tag("c", attributes, tag("v", {}, String(value)));
  const text = tag("t", { "xml:space": "preserve" }, escapeCell(value));
  return tag("c", { ...attributes, t: "inlineStr" }, tag("is", {}, text));
}

/**
 * A formula, with its value where that is known. LibreOffice trusts a value that is there and computes only those that are not; Excel
 * computes all, for the workbook asks for it.
 */
function writeFormula(
  formula: string,
  value: string | number | null,
  attributes: { r: string; s: number | undefined },
): string {
  const f = tag("f", {}, escapeXml(formula));
  if (value === null) return tag("c", attributes, f);
  if (typeof value === "number") return tag("c", attributes, [f, tag("v", {}, String(value))]);
  return tag("c", { ...attributes, t: "str" }, [f, `<v>${escapeCell(value)}</v>`]);
}

const writeCondition = ({ range, formula, style }: Condition, at: number, styles: StyleTable): string =>
  tag(
    "conditionalFormatting",
    { sqref: rangeName(range) },
    tag(
      "cfRule",
      { type: "expression", dxfId: styles.condition(style), priority: at + 1 },
      tag("formula", {}, escapeXml(formula)),
    ),
  );

/** A list within a formula may have 255 characters, and no option a comma; a list that cannot be written is not offered. */
const LONGEST_LIST = 255;

function writeValidation(validation: Validation): string {
  const { range, title, message } = validation;
  const told = {
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    errorTitle: title.slice(0, 32),
    error: message.slice(0, 225),
    promptTitle: title.slice(0, 32),
    prompt: message.slice(0, 255),
    sqref: rangeName(range),
  };
  if (validation.kind === "decimal") return writeDecimal(validation, told);
  const options = validation.options.join(",");
  const fits = options.length <= LONGEST_LIST && !validation.options.some((option) => option.includes(","));
  if (!fits) return "";
  return tag("dataValidation", { type: "list", ...told }, tag("formula1", {}, escapeXml(quoteText(options))));
}

function writeDecimal(
  { min, max }: { min: number | null; max: number | null },
  told: Readonly<Record<string, string | boolean>>,
): string {
  const formulas = [min, max]
    .filter((bound) => bound !== null)
    .map((bound, at) => tag(`formula${at + 1}`, {}, String(bound)));
  const operator = min !== null && max !== null ? "between" : min !== null ? "greaterThanOrEqual" : "lessThanOrEqual";
  return tag("dataValidation", { type: "decimal", operator, ...told }, formulas);
}
