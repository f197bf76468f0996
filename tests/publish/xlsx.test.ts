import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openWorkbook } from "../../src/assess/read/xlsx/open-workbook.ts";
import { openZip } from "../../src/core/zip.ts";
import { cellName, columnName, sheetNames } from "../../src/publish/xlsx/references.ts";
import type { Sheet } from "../../src/publish/xlsx/workbook.ts";
import { writeWorkbook } from "../../src/publish/xlsx/write-workbook.ts";

const partOf = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(openZip(bytes).find(name)!);
const sheetOf = (sheet: Partial<Sheet>): Uint8Array =>
  writeWorkbook({ sheets: [{ name: "表", rows: [[{ value: "x" }]], columns: [{ width: 10 }], ...sheet }] });

/** CT_Worksheet's children that are written, in its order (ECMA-376 Part 1, §18.3.1.99). */
const WORKSHEET_ORDER = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetProtection",
  "autoFilter",
  "mergeCells",
  "conditionalFormatting",
  "dataValidations",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
];
/** CT_Stylesheet's (§18.8.39). */
const STYLES_ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"];

/** The names of an element's children, in order. */
function childNames(xml: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([A-Za-z:]+)[^>]*?(\/?)>/g)) {
    if (close) depth--;
    else {
      if (depth === 1) names.push(name!);
      if (!empty) depth++;
    }
  }
  return names;
}

const range = { top: 0, left: 0, bottom: 1, right: 1 };
const everything: Partial<Sheet> = {
  rows: [
    [
      { value: "a", style: { format: "0.0", bold: true } },
      { value: 2, formula: "1+1", style: { border: true, wrap: true } },
    ],
    [null, { value: null, formula: 'IF(A1="a&b","<","")' }],
  ],
  columns: [{ width: 10, hidden: true }, { width: 20 }],
  heights: new Map([[0, 30]]),
  merges: [range],
  validations: [
    { kind: "decimal", min: 0, max: 6, range, title: "第1条", message: "请填0至6之间的分数。" },
    { kind: "list", options: ["是", "否"], range, title: "t", message: "m" },
  ],
  conditions: [{ range, formula: 'A1="无效"', style: { fill: "FFC7CE", bold: true } }],
  frozen: { rows: 1, columns: 1 },
  filter: range,
  repeated: { first: 0, last: 0 },
  protect: true,
};

describe("writeWorkbook", () => {
  test("writes the elements of a sheet and of the styles in the order that Excel insists on", () => {
    const bytes = sheetOf(everything);
    expect(childNames(partOf(bytes, "xl/worksheets/sheet1.xml"))).toEqual(WORKSHEET_ORDER);
    expect(childNames(partOf(bytes, "xl/styles.xml"))).toEqual(STYLES_ORDER);
    expect(childNames(partOf(bytes, "xl/workbook.xml"))).toEqual(["bookViews", "sheets", "definedNames", "calcPr"]);
  });

  test("writes formulas, bounds, lists, the rows that repeat and the paper", () => {
    const bytes = sheetOf(everything);
    const sheet = partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(sheet).toContain("<f>1+1</f><v>2</v>");
    expect(sheet).toContain("<f>IF(A1=&quot;a&amp;b&quot;,&quot;&lt;&quot;,&quot;&quot;)</f></c>");
    expect(sheet).toMatch(
      /type="decimal" operator="between"[^>]*sqref="A1:B2"><formula1>0<\/formula1><formula2>6<\/formula2>/,
    );
    expect(sheet).toContain("<formula1>&quot;是,否&quot;</formula1>");
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>');
    expect(sheet).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>');
    expect(partOf(bytes, "xl/workbook.xml")).toContain('name="_xlnm.Print_Titles" localSheetId="0">\'表\'!$1:$1<');
  });

  test("offers no list that a formula cannot hold", () => {
    const wrong = (options: string[]) =>
      partOf(
        sheetOf({ validations: [{ kind: "list", options, range, title: "", message: "" }] }),
        "xl/worksheets/sheet1.xml",
      );
    expect(wrong(["甲,乙", "丙"])).not.toContain("formula1");
    expect(wrong(["长".repeat(256)])).not.toContain("formula1");
  });

  test("gives back any texts and numbers", () => {
    const value = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const [sheet] = openWorkbook(sheetOf({ rows: rows.map((row) => row.map((one) => ({ value: one }))) }));
        const kept = rows.map((row) => row.map((one) => (typeof one === "string" ? legal(one) : one + 0)));
        expect(sheet!.rows.map((row) => row.map((cell) => cell ?? ""))).toEqual(kept);
      }),
    );
  });

  test("drops what XML cannot hold, keeps _x0041_ as it is, and cuts at 32,767 characters", () => {
    const [sheet] = openWorkbook(
      sheetOf({ rows: [[{ value: "a\u0000\u000Bb\uFFFE" }, { value: "文".repeat(40_000) }]] }),
    );
    expect(sheet!.rows[0]![0]).toBe("ab");
    expect(String(sheet!.rows[0]![1]).length).toBe(32_767);
    expect(partOf(sheetOf({ rows: [[{ value: "_x0041_" }]] }), "xl/worksheets/sheet1.xml")).toContain("_x005F_x0041_");
  });

  test("gives the same bytes for the same workbook, and refuses one without a sheet", () => {
    expect(sheetOf(everything)).toEqual(sheetOf(everything));
    expect(() => writeWorkbook({ sheets: [] })).toThrow("at least one sheet");
  });
});

/** XML readers take every line end for `\n` (XML 1.0 §2.11). */
const legal = (text: string): string =>
  text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");

test("columns are named A to Z, AA and on", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  expect(cellName(9, 2)).toBe("C10");
});

test("sheets have names that Excel takes: no forbidden mark, at most 31, none twice", () => {
  const names = sheetNames(["评分/表[1]", "评分 表 1", "评分 表 1 ", "", "长".repeat(40), "长".repeat(41), "'a'"]);
  expect(names).toEqual([
    "评分 表 1",
    "评分 表 1 2",
    "评分 表 1 3",
    "Sheet",
    "长".repeat(31),
    `${"长".repeat(29)} 2`,
    "a",
  ]);
});
