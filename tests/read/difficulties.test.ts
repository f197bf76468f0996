import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { digitise } from "../../pipelines/digitise.ts";
import type { Plan } from "../../schemas/plan.ts";
import { readDocument } from "../../src/read/index.ts";
import { readArchive } from "../../src/read/read-archive.ts";
import { factsOf } from "../helpers/facts-of.ts";
import { LONG_ITEMS, LONG_TABLE } from "../helpers/long-table.ts";

const FOLDER = new URL("../../fixtures/difficulties/", import.meta.url);
/** Recognition is slow where other work runs beside it. */
const PATIENCE = 300_000;

const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, FOLDER));
const digitiseFile = (name: string): Promise<Plan> => digitise(bytesOf(name), name);

describe("one table over three pages, merged cells over both page breaks", () => {
  const tableOf = ({ standards }: Plan) =>
    standards.map(({ items, categories, total }) => ({
      items: items.map(({ number, category, criterion, points, scoring }) => {
        return { number, category, criterion, points, scoring };
      }),
      categories,
      total,
    }));
  const pagesOf = ({ standards }: Plan) =>
    new Set(standards[0]!.items.flatMap(({ evidence }) => evidence.map(({ page }) => page)));
  const docx = digitiseFile("table-over-three-pages.docx");

  test("docx holds the forty rows, each with its category", async () => {
    expect(tableOf(await docx)).toEqual([
      { items: LONG_ITEMS, categories: LONG_TABLE.map(([name]) => ({ name, points: null })), total: 100 },
    ]);
  });

  test.each(["table-over-three-pages.pdf", "table-over-three-pages.ofd", "table-over-three-pages-scan.pdf"])(
    "%s gives what docx gives, from three pages",
    async (name) => {
      const plan = await digitiseFile(name);
      expect(tableOf(plan)).toEqual(tableOf(await docx));
      expect(factsOf(plan)).toEqual(factsOf(await docx));
      expect(pagesOf(plan)).toEqual(new Set([2, 3, 4]));
    },
    PATIENCE,
  );

  test("the breaks of the OFD cut rows 15 and 30 in two", async () => {
    const { value } = await readDocument(bytesOf("table-over-three-pages.ofd"), { fileName: "plan.ofd" });
    const { cells } = value.blocks.find((block) => block.kind === "table")!;
    const pagesOfRow = (number: string) => {
      const { row } = cells.find(({ column, text }) => column === 1 && text === number)!;
      return new Set(
        cells.flatMap((cell) => (cell.row === row && cell.column > 0 ? cell.runs : [])).map((run) => run.page),
      );
    };
    expect(["15", "29", "30"].map(pagesOfRow)).toEqual([new Set([2, 3]), new Set([3]), new Set([3, 4])]);
  });
});

describe("a file that cannot be read is refused by name", () => {
  test.each([
    ["encrypted.pdf", "encrypted", { format: "pdf" }],
    ["encrypted.docx", "encrypted", { format: "ooxml" }],
    ["encrypted.zip", "encrypted", {}],
    ["cut-short.docx", "damaged", { format: "zip" }],
    ["external-entity.docx", "damaged", { detail: "word/document.xml: DOCTYPE is not allowed" }],
    ["climbing-name.zip", "damaged", { detail: "zip: unsafe name: ../../a.txt" }],
    ["zip-bomb.docx", "too-large", { detail: "zip entry word/document.xml", limit: 1024 * 1024 }],
    ["huge-picture.png", "too-large", { pixels: 20_000 * 20_000, limit: 100_000_000 }],
    ["ten-thousand-pages.pdf", "too-large", { pages: 10_000, limit: 2000 }],
    ["archive-in-archive.zip", "archive", { format: "zip" }],
  ])("%s: %s", async (name, code, facts) => {
    await expect(digitiseFile(name)).rejects.toMatchObject({
      name: "ReadError",
      reason: { code, severity: "error", facts },
    });
  });
});

describe("a file with a difficulty gives what stands in it, and says what it lacks", () => {
  const title = "青禾县清洁村庄创建行动实施方案";
  const targets = [{ metric: "行政村达到创建标准", comparator: ">=", value: 60, unit: "%", deadline: "2024" }];
  const taskOf = (number: string, name: string, unit: string) => ({
    number,
    title: name,
    responsibilities: [{ role: "responsible", units: [unit] }],
  });
  const cleaning = taskOf("（一）", "清理垃圾", "县农业农村局");
  const goals = { number: "一", heading: "工作目标" };
  const work = { number: "二", heading: "工作任务" };
  const whole = { header: { title }, sections: [goals, work], targets, tasks: [cleaning], messages: [] };
  const recognised = { code: "read-by-ocr", severity: "info", facts: { pages: 1 } };
  const signed = { title, issuers: ["青禾县人民政府办公室"], issuedOn: "2023-03-15" };
  const sealed = { ...whole, header: signed, messages: [recognised] };
  const itemOf = (number: number, category: string, criterion: string, points: number, scoring: string) => {
    return { number, category, criterion, points, scoring };
  };

  test.each([
    ["renamed-html.docx", { ...whole, source: { mediaType: "text/html" } }],
    [
      "gb2312-wrong-meta.html",
      { ...whole, messages: [{ code: "encoding-guessed", severity: "info", facts: { encoding: "gb18030" } }] },
    ],
    ["utf-8-wrong-meta.html", whole],
    [
      "missing-page.ofd",
      {
        ...whole,
        source: { pageCount: 3 },
        targets: [],
        messages: [{ code: "page-missing", severity: "warning", facts: { page: 2, path: "Pages/Page_1/Content.xml" } }],
      },
    ],
    [
      "no-tounicode.pdf",
      {
        ...whole,
        source: { ocr: true },
        messages: [{ code: "font-without-unicode", severity: "warning", facts: { pages: "1", count: 1 } }, recognised],
      },
    ],
    ["seal-over-text.png", sealed],
    ["seal-in-blurred-colour.jpg", sealed],
    ["copying-forbidden.pdf", whole],
    ["numbering-automatic.docx", { ...whole, tasks: [cleaning, taskOf("（二）", "清理河道", "县水利局")] }],
    ["tracked-changes.docx", { ...whole, sections: [goals], tasks: [] }],
    [
      "merged-cells.docx",
      {
        standards: [
          {
            items: [
              itemOf(1, "卫生", "道路干净", 30, "现场查看"),
              itemOf(2, "卫生", "河道干净", 20, "现场查看"),
              itemOf(3, "绿化", "村口有树木", 30, "现场查看"),
              itemOf(4, "绿化", "院内有花草", 20, "查看照片"),
            ],
            total: 100,
          },
        ],
        messages: [],
      },
    ],
  ])(
    "%s",
    async (name, expected) => {
      expect(await digitiseFile(name)).toMatchObject(expected);
    },
    PATIENCE,
  );
});

describe("a batch", () => {
  test("archive-in-archive.zip: the plan is read, the inner archive is refused by name", async () => {
    const [plan, inner, ...more] = readArchive(bytesOf("archive-in-archive.zip")).entries;
    expect([plan!.name, inner!.name, more]).toEqual(["a.txt", "inner.zip", []]);
    expect((await digitise(plan!.read(), plan!.name)).tasks).toHaveLength(1);
    await expect(digitise(inner!.read(), inner!.name)).rejects.toMatchObject({ reason: { code: "archive" } });
  });

  test("gbk-names.zip: names written by a Chinese Windows are Chinese", () => {
    expect(readArchive(bytesOf("gbk-names.zip")).entries.map(({ name }) => name)).toEqual(["青禾县/创建方案.txt"]);
  });
});
