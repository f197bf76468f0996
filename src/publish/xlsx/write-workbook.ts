import { writeZip } from "../../core/write-zip.ts";
import { fixedName, quoteSheet, sheetNames } from "./references.ts";
import { createStyleTable } from "./style-table.ts";
import type { Sheet, Workbook } from "./workbook.ts";
import { escapeXml, tag, xmlPart } from "./write-markup.ts";
import { writeSheet } from "./write-sheet.ts";

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/**
 * Writes a workbook as XLSX (ECMA-376, transitional), for Excel, LibreOffice and WPS. The same workbook gives the same bytes.
 * @throws Error where it has no sheet: Excel opens none such.
 */
export function writeWorkbook({ sheets }: Workbook): Uint8Array {
  if (sheets.length === 0) throw new Error("A workbook needs at least one sheet, got none");
  const named = sheetNames(sheets.map(({ name }) => name)).map((name, at) => ({ ...sheets[at]!, name }));
  const styles = createStyleTable();
  const written = named.map(
    (sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, writeSheet(sheet, styles, at === 0)] as const,
  );
  return writeZip({
    "[Content_Types].xml": contentTypes(named.length),
    "_rels/.rels": relationships([{ type: "officeDocument", target: "xl/workbook.xml" }]),
    "xl/workbook.xml": workbookPart(named),
    "xl/_rels/workbook.xml.rels": relationships([
      ...named.map((_, at) => ({ type: "worksheet", target: `worksheets/sheet${at + 1}.xml` })),
      { type: "styles", target: "styles.xml" },
    ]),
    "xl/styles.xml": styles.write(),
    ...Object.fromEntries(written),
  });
}

const contentTypes = (sheets: number): string =>
  xmlPart(
    tag("Types", { xmlns: `${PACKAGE}/content-types` }, [
      tag("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }),
      tag("Default", { Extension: "xml", ContentType: "application/xml" }),
      tag("Override", { PartName: "/xl/workbook.xml", ContentType: `${MAIN}.sheet.main+xml` }),
      tag("Override", { PartName: "/xl/styles.xml", ContentType: `${MAIN}.styles+xml` }),
      ...Array.from({ length: sheets }, (_, at) =>
        tag("Override", { PartName: `/xl/worksheets/sheet${at + 1}.xml`, ContentType: `${MAIN}.worksheet+xml` }),
      ),
    ]),
  );

const relationships = (targets: readonly { type: string; target: string }[]): string =>
  xmlPart(
    tag(
      "Relationships",
      { xmlns: `${PACKAGE}/relationships` },
      targets.map(({ type, target }, at) =>
        tag("Relationship", { Id: `rId${at + 1}`, Type: `${RELATIONSHIPS}/${type}`, Target: target }),
      ),
    ),
  );

/** In the order of CT_Workbook (ECMA-376 Part 1 §18.2.27); formulas are computed afresh whenever it is opened. */
const workbookPart = (sheets: readonly Sheet[]): string =>
  xmlPart(
    tag("workbook", { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "xmlns:r": RELATIONSHIPS }, [
      tag("bookViews", {}, tag("workbookView", { activeTab: 0 })),
      tag(
        "sheets",
        {},
        sheets.map(({ name }, at) => tag("sheet", { name, sheetId: at + 1, "r:id": `rId${at + 1}` })),
      ),
      definedNames(sheets),
      tag("calcPr", { calcId: 191029, fullCalcOnLoad: true }),
    ]),
  );

/** What Excel knows by name: the filter of a sheet, and the rows printed on top of each page. */
function definedNames(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, filter, repeated }, localSheetId) => {
    const sheet = quoteSheet(name);
    const filtered =
      filter && `${sheet}!${fixedName(filter.top, filter.left)}:${fixedName(filter.bottom, filter.right)}`;
    const titles = repeated && `${sheet}!$${repeated.first + 1}:$${repeated.last + 1}`;
    return [
      ...(filtered
        ? [tag("definedName", { name: "_xlnm._FilterDatabase", localSheetId, hidden: true }, escapeXml(filtered))]
        : []),
      ...(titles ? [tag("definedName", { name: "_xlnm.Print_Titles", localSheetId }, escapeXml(titles))] : []),
    ];
  });
  return names.length === 0 ? "" : tag("definedNames", {}, names);
}
