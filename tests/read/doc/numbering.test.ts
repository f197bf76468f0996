import { describe, expect, test } from "vitest";
import { buildDoc, modifier, paragraph, read, readShort, styled } from "./build-doc.ts";
import { styleSheet } from "./build-styles.ts";
import { bytes, layOut, u8, u16, u32, utf16 } from "./bytes.ts";

/** Formats (MSONFC). */
const DECIMAL = 0;
const BULLET = 23;
const CHINESE = 39;

interface TestLevel {
  readonly format: number;
  readonly pattern: string;
  readonly start?: number;
}

/** `LVL`, with properties of the paragraph and of the number that must be passed over. */
const level = ({ format, pattern, start = 1 }: TestLevel) =>
  bytes(
    layOut(28, [
      [0, u32(start)],
      [4, u8(format)],
      [24, u8(3, 4)],
    ]),
    new Uint8Array(7),
    u16(pattern.length),
    utf16(pattern),
  );

const EMPTY: TestLevel = { format: DECIMAL, pattern: "" };

/** Lists of nine levels; `styles` names the style of the first level. */
const lists = (...all: { readonly id: number; readonly levels: readonly TestLevel[]; readonly style?: number }[]) =>
  bytes(
    u16(all.length),
    ...all.map(({ id, style = 0xfff }) =>
      layOut(28, [
        [0, u32(id)],
        [8, u16(style, ...Array(8).fill(0xfff))],
      ]),
    ),
    ...all.flatMap(({ levels }) => Array.from({ length: 9 }, (_, index) => level(levels[index] ?? EMPTY))),
  );

/** `PlfLfo`: each list by its number, with start values of its own for the first level. */
const overrides = (...all: (readonly [number, number?])[]) =>
  bytes(
    u32(all.length),
    ...all.map(([id, start]) =>
      layOut(16, [
        [0, u32(id)],
        [12, u8(start === undefined ? 0 : 1)],
      ]),
    ),
    ...all.map(([, start]) => (start === undefined ? u32(0) : u32(0, start, 0x10))),
  );

const numbered = (text: string, index: number, list = 1) =>
  paragraph(text, modifier(0x460b, u16(list)), modifier(0x260a, u8(index)));

const PLAN = {
  id: 7,
  levels: [
    { format: CHINESE, pattern: "\0、" },
    { format: CHINESE, pattern: "（\x01）" },
    { format: DECIMAL, pattern: "\x02." },
    { format: BULLET, pattern: "\uf06c" },
  ],
};

describe("automatic numbers", () => {
  test("of several levels are written as Word prints them", async () => {
    const main = [0, 1, 2, 2, 1, 0, 1].map((index) => numbered("某项", index));
    const blocks = await readShort(buildDoc(main, { parts: { 73: lists(PLAN), 74: overrides([7]) } }));
    expect(blocks).toEqual(["一、某项", "（一）某项", "1.某项", "2.某项", "（二）某项", "二、某项", "（一）某项"]);
  });

  test("of a bullet are not written, and paragraphs outside of lists have none", async () => {
    const main = [numbered("点", 3), paragraph("段"), numbered("无", 0, 0), numbered("失", 0, 9)];
    const blocks = await readShort(buildDoc(main, { parts: { 73: lists(PLAN), 74: overrides([7]) } }));
    expect(blocks).toEqual(["点", "段", "无", "失"]);
  });

  test("go on through lists of one definition, and begin anew where a list has its own start", async () => {
    const main = [numbered("甲", 0, 1), numbered("乙", 0, 2), numbered("丙", 0, 3), numbered("丁", 0, 3)];
    const parts = { 73: lists(PLAN), 74: overrides([7], [7], [7, 5]) };
    expect(await readShort(buildDoc(main, { parts }))).toEqual(["一、甲", "二、乙", "五、丙", "六、丁"]);
  });

  test("come from the style of the paragraph", async () => {
    const heading = { name: "heading 1", modifiers: modifier(0x460b, u16(1)) };
    const parts = {
      1: styleSheet([{ name: "Normal" }, heading]),
      73: lists({ ...PLAN, style: 1 }),
      74: overrides([7]),
    };
    expect(await readShort(buildDoc([styled(1, "目标"), paragraph("文")], { parts }))).toEqual(["一、目标", "文"]);
  });

  test("stand behind the page break that begins their paragraph", async () => {
    const second = numbered("乙", 0);
    const main = [numbered("甲", 0), { ...second, modifiers: bytes(second.modifiers, modifier(0x2407, u8(1))) }];
    const parts = { 73: lists(PLAN), 74: overrides([7]) };
    expect(await readShort(buildDoc(main, { parts }))).toEqual(["一、甲", "---", "二、乙"]);
  });

  test("of damaged lists are left out and reported, and the text is read", async () => {
    const parts = { 73: lists(PLAN).subarray(0, 40), 74: overrides([7]) };
    const { value, messages } = await read(buildDoc([numbered("甲", 0)], { parts }));
    expect(value.blocks).toMatchObject([{ text: "甲" }]);
    expect(messages).toMatchObject([{ code: "element-ignored", facts: { element: "damaged lists" } }]);
  });
});
