import fc from "fast-check";
import { expect, test } from "vitest";
import { readString } from "./read-fixture.ts";

const SENTENCES = [
  "（一）健全机制。各单位要加强领导，明确分工。",
  "到2022年底，全县60%以上的社区达到要求。",
  "一、工作目标",
  "附件：1．评分标准",
  "责任单位：县住房城乡建设局、县财政局",
  "序号 名称 单位",
  "1 建立制度 5",
];

const lettersOf = (text: string): string => [...text.replace(/\s/g, "")].sort().join("");

test("wrapping a text at any width loses no character", async () => {
  const document = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(document, fc.integer({ min: 4, max: 60 }), async (paragraphs, width) => {
      const text = paragraphs.map((line) => line.replace(new RegExp(`.{${width}}`, "gu"), "$&\n")).join("\n");
      const blocks = await readString(text);
      const read = blocks.map((block) =>
        block.kind === "table" ? block.cells.map((cell) => cell.text).join("") : "text" in block ? block.text : "",
      );
      expect(lettersOf(read.join(""))).toBe(lettersOf(text));
    }),
    { numRuns: 200 },
  );
});

test("any text is read without a crash, its table cells cover no place twice", async () => {
  const line = fc.stringMatching(/^[\t |\-*#一二1-9.、（）分内容合计甲乙]{0,30}$/);
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
      fc.pre(lines.join("").trim() !== "");
      for (const block of await readString(lines.join("\n"))) {
        if (block.kind !== "table") continue;
        const places = block.cells.flatMap((cell) =>
          Array.from(
            { length: cell.rowSpan * cell.colSpan },
            (_, at) => `${cell.row + Math.floor(at / cell.colSpan)},${cell.column + (at % cell.colSpan)}`,
          ),
        );
        expect(new Set(places).size).toBe(places.length);
      }
    }),
    { numRuns: 300 },
  );
});
