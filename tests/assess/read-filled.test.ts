import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { assessFile } from "../../pipelines/assess.ts";
import { assess } from "../../src/assess/assess.ts";
import { AssessError } from "../../src/assess/assess-error.ts";
import { readFilled } from "../../src/assess/read/read-filled.ts";
import { standardCsv } from "../../src/publish/csv/standard-csv.ts";
import { publish } from "../../src/publish/publish.ts";
import { genrePlan, standardOf } from "../publish/plans.ts";
import { fillWorkbook } from "./fill-sheet.ts";
import { SMALL } from "./small-standard.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const jsonBytes = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));

/** Rows 1 to 5 in order: 10 + 15 + 4 = 29. */
const VALUES = ["10", "15", "合格", "是", "-1"];

/** The published CSV with its column 得分 filled in, as a spreadsheet would save it. */
function filledCsv(separator = ","): string {
  const lines = standardCsv(SMALL)
    .slice(1)
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  const column = lines[0]!.indexOf("得分");
  const filled = lines.map((cells, at) => (VALUES[at - 1] ? cells.with(column, VALUES[at - 1]!) : cells));
  return filled.map((cells) => cells.join(separator)).join("\r\n");
}

describe("readFilled", () => {
  test("reads JSON: rows by id or number, points, grades, bonuses, vetoes by themselves", () => {
    const [sheet] = readFilled(
      jsonBytes({
        subject: "某社区",
        rows: [
          { id: "row-1", points: 10, remark: "好" },
          { number: 2, points: "15" },
          { number: "3", grade: "合格" },
          { number: 4, met: true },
        ],
        bonus: [{ number: 1, points: 2 }],
        vetoes: ["veto-1", 2, { id: "veto-2", happened: false }],
      }),
    );
    const result = assess(SMALL, sheet!);
    expect(result).toMatchObject({
      subject: "某社区",
      subtotal: 29,
      total: 31,
      vetoes: [{ happened: true }, { happened: true }],
    });
    expect(result.rows[0]!.remark).toBe("好");
    expect(result.messages.map(({ code, place }) => [code, place])).toEqual([["row-duplicate", "vetoes[2]"]]);
  });

  test.each([
    ["UTF-8 with a byte order mark", bytesOf(`\ufeff${filledCsv()}`)],
    ["semicolons", bytesOf(filledCsv(";"))],
    ["tabs in UTF-16", Uint8Array.from(Buffer.from(`\ufeff${filledCsv("\t")}`, "utf16le"))],
  ])("reads CSV in %s", (_, bytes) => {
    const [sheet] = readFilled(bytes);
    const result = assess(SMALL, sheet!);
    expect(result.rows.map(({ points, met }) => points ?? met)).toEqual([10, 15, 4, true, -1]);
    expect(result.total).toBe(28);
    expect(result.messages.map(({ code }) => code)).toEqual(["veto-unanswered"]);
  });

  test("reads CSV in GB18030, as Excel in China saves it, and names the line of what is wrong", async () => {
    const { default: iconv } = await import("iconv-lite");
    const text = filledCsv().replace(",15,", ",三十,");
    const [sheet] = readFilled(Uint8Array.from(iconv.encode(text, "gb18030")));
    expect(assess(SMALL, sheet!).messages[0]).toMatchObject({
      code: "not-a-number",
      place: "第3行",
      facts: { came: "三十" },
    });
  });

  test("reads a table that people made themselves, by its headings", () => {
    const [sheet] = readFilled(
      bytesOf("评分表,,\n序号,考核内容,自评得分（分）,备注\n1,第1项要求,9,\n2,,12,尚可\n合计,,21,\n"),
    );
    const result = assess(SMALL, sheet!);
    expect(result.subtotal).toBe(21);
    expect(result.rows[1]!.remark).toBe("尚可");
    expect(new Set(result.messages.map(({ code }) => code))).toEqual(new Set(["row-missing", "veto-unanswered"]));
  });

  test("reads the scoring workbook filled in, with who was assessed", () => {
    const [sheet] = readFilled(
      fillWorkbook(SMALL, { "row-1": 10, "row-2": 15, "row-3": "合格", "row-4": "是", "veto-1": "否" }),
    );
    expect(sheet!.standard).toBe(SMALL.id);
    expect(assess(SMALL, sheet!)).toMatchObject({
      subtotal: 29,
      subject: null,
      vetoes: [{ happened: false }, { happened: null }],
    });
  });

  test("reads a workbook as Excel and WPS save it: shared strings in runs, with readings, a strict namespace, no references", () => {
    const main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const relationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const workbook = zipSync({
      "xl/workbook.xml": strToU8(
        `<x:workbook xmlns:x="${main}" xmlns:q="${relationships}"><x:sheets><x:sheet name="表" sheetId="1" q:id="rId9"/></x:sheets></x:workbook>`,
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${relationships}/worksheet" Target="/xl/worksheets/a.xml"/><Relationship Id="rId2" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ),
      "xl/sharedStrings.xml": strToU8(
        `<sst xmlns="${main}"><si><t>序号</t></si><si><r><t>得</t></r><r><rPr><b/></rPr><t>分</t></r><rPh sb="0" eb="1"><t>de</t></rPh></si><si><t>合格</t></si></sst>`,
      ),
      "xl/worksheets/a.xml": strToU8(
        `<worksheet xmlns="${main}"><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c></row><row><c/><c><v>1</v></c><c r="D3"><f>4+5</f><v>9</v></c></row><row><c r="B4"><v>3</v></c><c r="D4" t="s"><v>2</v></c></row><row><c r="B5"><v>4</v></c><c r="D5" t="b"><v>1</v></c></row><row><c r="B6"><v>2</v></c><c r="D6" t="e"><v>#N/A</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells></worksheet>`,
      ),
    });
    const result = assess(SMALL, readFilled(workbook)[0]!);
    expect(result.rows.map(({ points, met }) => points ?? met)).toEqual([9, null, 4, true, 0]);
    expect(result.messages[0]).toMatchObject({ code: "not-a-number", place: "第6行", facts: { came: "#N/A" } });
  });

  test.each([
    ["nothing", new Uint8Array(), "unknown-format"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), "unknown-format"],
    ["JSON without rows", jsonBytes({ a: 1 }), "not-a-filled-sheet"],
    ["text", bytesOf("方案全文"), "not-a-filled-sheet"],
    ["a workbook without a table", zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }), "not-a-filled-sheet"],
    ["too many cells", bytesOf(`序号,得分\n${"1,".repeat(300_000)}`), "too-large"],
  ])("refuses %s by name", (_, bytes, code) => {
    expect(() => readFilled(bytes)).toThrow(AssessError);
    expect(() => readFilled(bytes)).toThrow(
      expect.objectContaining({ code, messageZh: expect.stringMatching(/[\u4e00-\u9fff]/) }),
    );
  });

  test("refuses a zip that is no workbook, and a document type in one", () => {
    expect(() => readFilled(zipSync({ "a.txt": strToU8("x") }))).toThrow(
      expect.objectContaining({ reason: expect.objectContaining({ code: "damaged" }) }),
    );
    const entity = '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>';
    expect(() => readFilled(zipSync({ "xl/workbook.xml": strToU8(entity) }))).toThrow(
      expect.objectContaining({ reason: expect.objectContaining({ code: "damaged" }) }),
    );
  });
});

describe("assessFile", () => {
  const given = (fileName: string, bytes: Uint8Array) => ({ fileName, bytes });

  test("takes a plan's JSON or a standard's own as the standard, with the same result", async () => {
    const plan = await genrePlan("county-standard");
    const standard = standardOf(plan);
    const filled = given("f.json", jsonBytes({ rows: standard.rows.map(({ id, points }) => ({ id, points })) }));
    const [planFile] = await publish(plan, "json");
    const [standardFile] = await publish(plan, "standard");
    const [byPlan] = await assessFile(given("p.json", planFile!.bytes), filled);
    const [byStandard] = await assessFile(given("s.json", standardFile!.bytes), filled);
    expect(byPlan).toEqual(byStandard);
    // The table states 100, but its rows add up to 99.
    expect(byPlan).toMatchObject({ total: 99, result: "pass" });
  }, 60_000);

  test("assesses each sheet of a workbook by its own standard", async () => {
    const plan = await genrePlan("disaster-community-two-standards");
    const [planFile] = await publish(plan, "json");
    const [workbook] = await publish(plan, "workbook");
    const assessments = await assessFile(given("p.json", planFile!.bytes), given("w.xlsx", workbook!.bytes));
    expect(assessments.map(({ standard, result }) => [standard.title, result])).toEqual(
      plan.standards.map(({ title }) => [title, "incomplete"]),
    );
  }, 60_000);

  test("says that a plan without a standard cannot be assessed by", async () => {
    const plan = await genrePlan("county-standard");
    const [planFile] = await publish({ ...plan, standards: [] }, "json");
    await expect(
      assessFile(given("p.json", planFile!.bytes), given("f.json", jsonBytes({ rows: [] }))),
    ).rejects.toMatchObject({ code: "no-standard" });
  }, 60_000);
});
