import { expect, test } from "vitest";
import { buildOfd, read, readBlocks, readShort, shorten, text } from "./build-ofd.ts";

/** The lines' texts with the left and right ends of their first run, in points. */
const ends = async (objects: string) =>
  (await readBlocks(objects)).map((block) => {
    if (block.kind !== "line") return block.kind;
    const [x0, , x1] = block.runs[0]!.bbox;
    return [block.text, Math.round(x0 * 10) / 10, Math.round(x1 * 10) / 10];
  });

const object = (attributes: string, codes: string) => `<TextObject ID="2" Font="3" ${attributes}>${codes}</TextObject>`;

test("a line has its text, page, size and boxes in points from the page's top left", async () => {
  const code = '<TextCode X="0" Y="5.08" DeltaX="5.08">绿色</TextCode>';
  // 25.4 mm are 72 pt, 5.08 mm 14.4 pt: foot at 86.4 pt; the em box reaches 0.86 em above it and 0.14 em below.
  expect(await readBlocks(object('Boundary="25.4 25.4 50 7" Size="5.08"', code))).toEqual([
    {
      kind: "line",
      text: "绿色",
      page: 1,
      size: 14.4,
      runs: [
        {
          start: 0,
          end: 2,
          page: 1,
          bbox: [expect.closeTo(72), expect.closeTo(74.016), expect.closeTo(100.8), expect.closeTo(88.416)],
        },
      ],
    },
  ]);
});

test("a repeat in DeltaX stands for so many steps, and others may follow", async () => {
  const code = '<TextCode X="0" Y="5" DeltaX="g 3 5.08 15.24">绿色社区县</TextCode>';
  expect(await readShort(object('Boundary="20 20 80 7" Size="5.08"', code))).toEqual(["绿色社区   县"]);
});

test("one object a line, one a run and one a character give the same line", async () => {
  const run = text("绿色", 20, 30) + text("社区", 30.16, 30);
  const characters = [..."绿色社区"].map((character, index) => text(character, 20 + 5.08 * index, 30)).join("");
  for (const objects of [text("绿色社区", 20, 30), run, characters])
    expect((await readShort(objects)).join()).toBe("绿色社区");
});

test("characters drawn in any order stand in the order of the page", async () => {
  expect(await readShort(text("区", 35.24, 30) + text("下", 20, 40) + text("绿色社", 20, 30))).toEqual([
    "绿色社区",
    "下",
  ]);
});

test("a CTM scales sizes and steps, and moves the text", async () => {
  const code = '<TextCode X="0" Y="10" DeltaX="14.4">绿色</TextCode>';
  // Points drawn as mm and scaled by 25.4/72; moved by 10 mm, which are 28.3 pt, from the boundary's 25.4 mm.
  const objects = object('Boundary="25.4 20 50 9" CTM="0.352778 0 0 0.352778 10 0" Size="14.4"', code);
  expect(await ends(objects)).toEqual([["绿色", 100.3, 129.1]]);
  expect((await readBlocks(objects))[0]).toMatchObject({ size: 14.4 });
});

test("a second TextCode without X or Y goes on from the first one's", async () => {
  const codes = '<TextCode X="0" Y="5">甲</TextCode><TextCode Y="15">乙</TextCode><TextCode X="8">丙</TextCode>';
  expect(await ends(object('Boundary="25.4 20 50 20" Size="5.08"', codes))).toEqual([
    ["甲", 72, 86.4],
    ["乙 丙", 72, 86.4],
  ]);
});

test("text without any step follows by its own width, narrowed by HScale", async () => {
  const code = '<TextCode X="0" Y="5">绿色</TextCode>';
  expect(await ends(object('Boundary="25.4 20 50 7" Size="5.08" HScale="0.5"', code))).toEqual([["绿色", 72, 86.4]]);
});

test("Latin letters of uneven width make one word, and a drawn blank parts words", async () => {
  const code = '<TextCode X="0" Y="5" DeltaX="4.52 1.41 1.69 2.82 1.41 1.27">Wi-Fi 6</TextCode>';
  expect(await readShort(object('Boundary="20 20 50 7" Size="5.08"', code))).toEqual(["Wi-Fi 6"]);
});

test("upright characters below each other are one line that runs down", async () => {
  const code = '<TextCode X="0" Y="5" DeltaY="g 2 6">下水道</TextCode>';
  expect(await readShort(object('Boundary="20 20 7 30" Size="5.08" ReadDirection="90"', code))).toEqual(["下水道"]);
});

test("text turned by its CTM is one line, and text that leans is left out and said to be", async () => {
  const code = '<TextCode X="0" Y="0" DeltaX="g 2 5.08">下水道</TextCode>';
  const turned = object('Boundary="20 20 7 30" CTM="0 1 -1 0 0 0" Size="5.08"', code);
  const leaning = object('Boundary="90 90 50 50" CTM="0.7 -0.7 0.7 0.7 0 0" Size="5.08"', code);
  const { value, messages } = await read(buildOfd([turned + leaning]));
  expect(value.blocks).toMatchObject([{ text: "下水道" }]);
  expect(messages).toEqual([
    { code: "element-ignored", severity: "info", facts: { element: "leaning-text", page: 1, count: 3 } },
  ]);
});

test("glyph codes change nothing of the text, and a ligature takes one step", async () => {
  const glyphs = '<CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><Glyphs>4460 12</Glyphs></CGTransform>';
  const ligature = '<CGTransform CodePosition="2" CodeCount="2" GlyphCount="1"><Glyphs>77</Glyphs></CGTransform>';
  const code = '<TextCode X="0" Y="5" DeltaX="5.08 5.08 2.82 2.54">绿色ffa县</TextCode>';
  const objects = object('Boundary="25.4 20 50 7" Size="5.08"', glyphs + ligature + code);
  expect(await readShort(objects)).toEqual(["绿色ffa县"]);
});

test("line breaks and indentation in a TextCode are of the XML, not of the text", async () => {
  expect(await readShort(text("绿色社区", 20, 30).replace("绿色社区", "\n      绿色社区\n    "))).toEqual(["绿色社区"]);
});

test("compatibility ideographs become the characters that are drawn, control characters nothing", async () => {
  const code = '<TextCode X="0" Y="5" DeltaX="5.08 0">\u2f00\u200b级</TextCode>';
  expect(await readShort(object('Boundary="20 20 50 7" Size="5.08"', code))).toEqual(["一级"]);
});

test("what stands outside of the page is left out, and said to be", async () => {
  const { value, messages } = await read(buildOfd([text("绿化", 25, 50) + text("看不见", 25, 310)]));
  expect(shorten(value.blocks)).toEqual(["绿化"]);
  expect(messages).toEqual([
    { code: "element-ignored", severity: "info", facts: { element: "text-outside-page", page: 1, count: 3 } },
  ]);
});
