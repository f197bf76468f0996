import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceBlock } from "../../src/core/source-block.ts";
import { squash } from "../../src/core/tidy.ts";
import { joinLines } from "../../src/structure/join-lines.ts";
import { lineOf } from "../helpers/outline-of.ts";

const textsOf = (blocks: readonly SourceBlock[]): string[] =>
  joinLines(blocks).flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
const joined = (...lines: string[]): string[] => textsOf(lines.map((text) => lineOf(text)));

/** Thirty characters: a line as wide as the file is wrapped. */
const FULL = "各镇要结合本地实际，制定村庄清洁行动计划，明确时间表和责任人";

describe("a file wrapped by hand", () => {
  const wrapped = [FULL, FULL, FULL, "并抓好落实。", `（一）${FULL.slice(0, 27)}`, FULL, "长效管护。"];

  test("has its paragraphs back", () => {
    expect(joined(...wrapped)).toEqual([
      `${FULL}${FULL}${FULL}并抓好落实。`,
      `（一）${FULL.slice(0, 27)}${FULL}长效管护。`,
    ]);
  });

  test("keeps its members' lines apart, as wide as they are, but joins the end of a post", () => {
    const members = ["成　员：王小明　县水务局总工程师", "　　　　赵　强　县自然资源和规划局二级调研员兼任督察专"];
    const last = "　　　　孙丽华　县住房和城乡建设局公用事业管理科科长";
    expect(joined(...wrapped, members[0]!, last, members[1]!, "员").slice(2)).toEqual([
      members[0],
      last.trim(),
      `${members[1]!.trim()}员`,
    ]);
  });

  test("has a paragraph begin at an indent though the line above ends full, but not where all lines are indented", () => {
    const first = `　　县水利局：${FULL.slice(0, 22)}。`;
    const next = "　　县教育局：负责校园管护。";
    expect(joined(...wrapped, first, next).slice(2)).toEqual([first.trim(), next.trim()]);
    const indented = [...wrapped, first, "　　长效管护。"].map((line) => `　　${line.trim()}`);
    expect(joined(...indented).at(-1)).toBe(`${first.trim()}长效管护。`);
  });

  test("goes on over a page end, whose break then follows the paragraph", () => {
    const blocks: SourceBlock[] = wrapped.map((text) => lineOf(text));
    blocks.splice(2, 0, { kind: "page-break", page: 1 });
    expect(joinLines(blocks).map((block) => block.kind)).toEqual(["paragraph", "page-break", "paragraph"]);
  });
});

describe("lines that go on whatever their width", () => {
  test.each([
    ["inside a bracket", ["（责任单位：县水利局、", "县财政局）"], ["（责任单位：县水利局、县财政局）"]],
    ["inside a date", ["2022年6", "月底前完成"], ["2022年6月底前完成"]],
    ["before a closing mark", ["完善管护机制", "，落实经费"], ["完善管护机制，落实经费"]],
    ["inside a number", ["（力争到20", "25年底前完成）"], ["（力争到2025年底前完成）"]],
  ])("%s", (_, lines, paragraphs) => expect(joined(...lines)).toEqual(paragraphs));
});

describe("lines that begin a paragraph whatever stands before", () => {
  test.each([
    ["a heading", "（二）健全机制"],
    ["an attachment", "附件：1. 任务分解表"],
    ["a signature's date", "2022年5月8日"],
    ["the copies line", "抄送：县委各部门"],
    ["a release mark", "（此件公开发布）"],
    ["a document number", "衡政办发〔2022〕18号"],
  ])("%s", (_, line) => {
    expect(joined(FULL, FULL, FULL, FULL, FULL, `${FULL.slice(0, 28)}等。`, line).at(-1)).toBe(line);
  });
});

test("an empty line ends a paragraph", () => {
  expect(joined("指导思想", "", "工作目标")).toEqual(["指导思想", "工作目标"]);
});

test("two Latin words keep a space between them, Chinese characters none", () => {
  expect(joined("（按照《Water Quality", "Standard》和GB 3838", "执行）")).toEqual([
    "（按照《Water Quality Standard》和GB 3838执行）",
  ]);
});

describe("lines with geometry", () => {
  const at = (text: string, x0: number, x1: number, y: number) =>
    lineOf(text, { page: 1, size: 16, runs: [{ start: 0, end: text.length, page: 1, bbox: [x0, y, x1, y + 16] }] });
  const lines = [
    at("各县要加强对河道采砂的监管力", 104, 520, 100),
    at("度，严厉打击非法采砂行为，建立", 72, 520, 130),
    at("联合执法机制。", 72, 184, 160),
    at("各乡镇要落实属地责任，组织巡", 104, 520, 190),
    at("查队伍，做到每周一巡、每月一报", 72, 520, 220),
    at("告。", 72, 104, 250),
  ];

  test("go on after a full line at the left edge, and begin anew at an indent", () => {
    expect(textsOf(lines)).toEqual([
      "各县要加强对河道采砂的监管力度，严厉打击非法采砂行为，建立联合执法机制。",
      "各乡镇要落实属地责任，组织巡查队伍，做到每周一巡、每月一报告。",
    ]);
  });

  test("keep their places where blanks are cut off in front", () => {
    const runs = [{ start: 2, end: 6, page: 1, bbox: [104, 0, 168, 16] as [number, number, number, number] }];
    const [first] = joinLines([lineOf("　　节约用水", { page: 1, size: 16, runs })]);
    expect(first).toMatchObject({ text: "节约用水", runs: [{ start: 0, end: 4 }] });
  });

  test("keep the place of each line in the joined text", () => {
    const [first] = joinLines(lines);
    if (first?.kind !== "paragraph") throw new Error("expected a paragraph");
    expect(first.runs.map(({ start, end }) => first.text.slice(start, end))).toEqual(
      lines.slice(0, 3).map(({ text }) => text),
    );
  });
});

test("no character is lost, doubled or moved, and runs stay in bounds", () => {
  const pieces = [
    "一、目标",
    "完成改造",
    "，",
    "。",
    "（",
    "）",
    "2022年",
    "6月",
    "  ",
    "ABC",
    "附件1",
    "联系电话：",
    "08",
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(""));
  const line = fc
    .tuple(text, fc.boolean())
    .map(([own, drawn]) =>
      lineOf(
        own,
        drawn && own
          ? { page: 1, size: 12, runs: [{ start: 0, end: own.length, page: 1, bbox: [72, 0, 72 + own.length, 9] }] }
          : {},
      ),
    );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const blocks = joinLines(lines).filter((block) => block.kind === "paragraph");
      expect(squash(blocks.map((block) => block.text).join(""))).toBe(squash(lines.map((each) => each.text).join("")));
      for (const { text: own, runs } of blocks)
        for (const run of runs)
          expect([run.start >= 0, run.start < run.end, run.end <= own.length]).toEqual([true, true, true]);
    }),
  );
});

test("a decimal heading begins a paragraph though the line above is full and has no full stop", () => {
  const lines = [
    "1 总则",
    "1.1 目的",
    FULL,
    "责任单位：县水务局、县财政局；完成时限：2025年6月底前",
    "1.2 范围",
    FULL,
    "2 目标",
  ];
  expect(joined(FULL, FULL, FULL, FULL, ...lines).slice(-6)).toEqual([
    "1 总则",
    "1.1 目的",
    `${FULL}${lines[3]}`,
    "1.2 范围",
    FULL,
    "2 目标",
  ]);
});

test("a date is joined where its line end cut it; a text that begins with 日常 or 年度 is none", () => {
  expect(joined("某县水务局", "2025", "年3月4", "日")).toEqual(["某县水务局", "2025年3月4日"]);
  expect(joined("（一）巡查管网", "日常巡查每周一次。")).toEqual(["（一）巡查管网", "日常巡查每周一次。"]);
});
