import { describe, expect, test } from "vitest";
import {
  buildDoc,
  type DocOptions,
  modifier,
  type Paragraph,
  paragraph,
  read,
  readShort,
  run,
  styled,
} from "./build-doc.ts";
import { styleSheet } from "./build-styles.ts";
import { cell, row } from "./build-table.ts";
import { bytes, layOut, u8, u16, u32, utf16 } from "./bytes.ts";

const HIDDEN = modifier(0x083c, u8(1));
const DELETED = modifier(0x0800, u8(1));

const linesOf = (main: readonly Paragraph[], options?: DocOptions) => readShort(buildDoc(main, options));

async function ignoredIn(main: readonly Paragraph[], options?: DocOptions) {
  const { messages } = await read(buildDoc(main, options));
  return messages.map(({ facts }) => `${facts.element} ${facts.count}`);
}

describe("the text", () => {
  test("is read from pieces of two bytes and of one byte a character", async () => {
    expect(await linesOf([paragraph("实施方案"), paragraph("𠮷")])).toEqual(["实施方案", "𠮷"]);
    expect(await linesOf([paragraph("Plan 2021 \x96 \xb7")], { narrow: true })).toEqual(["Plan 2021 – ·"]);
  });

  test("is the main document's alone: no headers, footers, notes", async () => {
    expect(await linesOf([paragraph("正文")], { between: "— 1 —\r" })).toEqual(["正文"]);
  });

  test("has breaks of lines as ends of paragraphs, tabs, and hyphens that do not break", async () => {
    expect(await linesOf([paragraph("甲\x0b乙\x0e丙"), paragraph("a\tb\x1ec\x1fd")])).toEqual([
      "甲",
      "乙",
      "丙",
      "a\tb-cd",
    ]);
  });

  test("has radicals as the ideographs that they look like", async () => {
    expect(await linesOf([paragraph("县⺠政局")])).toEqual(["县民政局"]);
  });

  test("leaves out what is hidden, or deleted in a tracked change", async () => {
    const runs = [run("留"), run("藏", HIDDEN), run("删", DELETED), run("下"), run("来", modifier(0x0801, u8(1)))];
    expect(await linesOf([paragraph(runs)])).toEqual(["留下来"]);
  });

  test("runs on where a paragraph's mark is deleted or hidden", async () => {
    const open = (text: string, how: Uint8Array) => ({ ...paragraph(text), runs: [run(text), run("\r", how)] });
    expect(await linesOf([open("甲", DELETED), open("乙", HIDDEN), paragraph("丙")])).toEqual(["甲乙丙"]);
  });

  test("is all deleted where a fast save says so of its piece", async () => {
    const kept = await linesOf([paragraph("甲")], { changes: modifier(0x0800, u8(0)) });
    expect(kept).toEqual(["甲"]);
    await expect(linesOf([paragraph("甲")], { changes: DELETED })).rejects.toThrow("no-text");
  });

  test("reports pictures, notes and comments that it leaves out", async () => {
    const main = [paragraph("图\x01注\x02评\x05形\x08\x08")];
    expect(await linesOf(main)).toEqual(["图注评形"]);
    expect(await ignoredIn(main)).toEqual(["picture 1", "footnote 1", "comment 1", "drawing 2"]);
  });
});

describe("a page break", () => {
  test("is read inside a paragraph and before one", async () => {
    const before = paragraph("丙", modifier(0x2407, u8(1)));
    expect(await linesOf([paragraph("甲\f乙"), before])).toEqual(["甲", "---", "乙", "---", "丙"]);
  });

  test("in a cell is a line end", async () => {
    expect(await linesOf(row(["甲\f乙"], [0, 1000]))).toEqual(["[0,0 1x1 甲\n乙]"]);
  });

  test("comes with a new section unless that goes on on the same page", async () => {
    const section = (text: string): Paragraph => ({ ...paragraph(text), runs: [run(`${text}\f`)] });
    const main = [section("甲"), section("乙"), section("丙"), paragraph("丁")];
    // Two sections without properties of their own, one that begins where the one before ended (sprmSBkc 0), one on an odd page.
    const properties = (kind: number) => bytes(u16(3), modifier(0x3009, u8(kind)));
    const [continuous, odd] = [0x600, 0x610];
    const sed = (place: number) => bytes(u16(0), u32(place), u16(0), u32(0));
    const parts = { 6: bytes(u32(0, 2, 4, 6, 8), sed(0xffffffff), sed(0xffffffff), sed(continuous), sed(odd)) };
    const file = buildDoc(main, {
      parts,
      streams: (streams) => {
        const document = streams.WordDocument!;
        document.set(properties(0), continuous);
        document.set(properties(4), odd);
        return streams;
      },
    });
    expect(await readShort(file)).toEqual(["甲", "---", "乙", "丙", "---", "丁"]);
  });
});

describe("a field", () => {
  test("gives its result, not its instruction", async () => {
    expect(await linesOf([paragraph('见\x13 HYPERLINK "http://a" \x14网站\x15。')])).toEqual(["见网站。"]);
  });

  test("that gives page numbers gives nothing, also inside another", async () => {
    expect(await linesOf([paragraph("第\x13 PAGE \x141\x15页\x13 IF \x13 NUMPAGES \x149\x15 \x14真\x15")])).toEqual([
      "第页真",
    ]);
  });

  test("that is never closed ends with its paragraph", async () => {
    expect(await linesOf([paragraph("甲\x13 TOC"), paragraph("乙\x15\x14")])).toEqual(["甲", "乙"]);
  });

  test.each([
    ["ticked", 1, 0, "☑"],
    ["not ticked", 0, 1, "□"],
    ["left as it was, ticked", 25, 1, "☑"],
    ["left as it was, not ticked", 25, 0, "□"],
  ])("for a check box that is %s gives its state", async (_, result, initial, sign) => {
    const form = bytes(u32(0xffffffff), u16(1 | (result << 2)), u16(0, 20), u16(1), utf16("a"), u16(0), u16(initial));
    const data = bytes(new Uint8Array(4), u32(68 + form.length), u16(68), new Uint8Array(62), form);
    const place = run("\x01", modifier(0x6a03, u32(4)));
    const main = [paragraph([run("\x13 FORMCHECKBOX "), place, run("\x14\x15是")])];
    expect(await linesOf(main, { data })).toEqual([`${sign}是`]);
  });
});

describe("a sign of a symbol font", () => {
  const font = (name: string) => {
    const part = bytes(new Uint8Array(39), utf16(`${name}\0`));
    return bytes(u8(part.length), part);
  };
  const parts = { 15: bytes(u16(2, 0), font("宋体"), font("Wingdings")) };
  const sign = (number: number, code: number) => run("(", modifier(0x6a09, u16(number, code)));

  test("is named in Unicode", async () => {
    expect(
      await linesOf([paragraph([sign(1, 0xf0fe), run("是"), sign(1, 0xf0a8), run("否"), sign(0, 0x25a1)])], { parts }),
    ).toEqual(["☑是□否□"]);
  });

  test("that has no name is reported, and a real bracket stays", async () => {
    const main = [paragraph([sign(1, 0xf021), run("(甲)")])];
    expect(await linesOf(main, { parts })).toEqual(["(甲)"]);
    expect(await ignoredIn(main, { parts })).toEqual(["symbol 1"]);
  });
});

describe("a style", () => {
  test("of a table of contents takes its lines out", async () => {
    const parts = { 1: styleSheet([{ name: "Normal" }, { name: "目录 1", builtIn: 19 }, { name: "TOC Heading" }]) };
    const main = [styled(2, "目录"), styled(1, "一、目标\t1"), paragraph("一、目标")];
    expect(await linesOf(main, { parts })).toEqual(["一、目标"]);
    expect(await ignoredIn(main, { parts })).toEqual(["table-of-contents-line 2"]);
  });

  test("that begins a page does so through those based on it", async () => {
    const title = { name: "附件", modifiers: modifier(0x2407, u8(1)) };
    const parts = { 1: styleSheet([{ name: "Normal" }, title, { name: "附件标题", base: 1 }]) };
    expect(await linesOf([paragraph("正文"), styled(2, "附件1")], { parts })).toEqual(["正文", "---", "附件1"]);
  });
});

describe("a text box", () => {
  const shape = (number: number) => layOut(26, [[0, u32(number)]]);
  const box = (number: number) => layOut(22, [[14, u32(number)]]);

  test("is read behind the paragraph that it hangs on, in a cell within the cell", async () => {
    const main = [paragraph("\x08甲"), paragraph("乙"), cell([run("丙\x08")]), ...row(["丁"], [0, 1000, 2000])];
    const textBoxes = [paragraph("框一"), paragraph("框二"), paragraph("")];
    const parts = {
      40: bytes(u32(0, 6, 16), shape(1026), shape(1027)),
      56: bytes(u32(0, 3, 6, 7), box(1026), box(1027), box(0)),
    };
    const blocks = await linesOf(main, { parts, textBoxes, between: "脚注\r" });
    expect(blocks).toEqual(["甲", "框一", "乙", "[0,0 1x1 丙\n框二 | 0,1 1x1 丁]"]);
  });

  test("in a group of shapes, which alone has an anchor, is reported", async () => {
    const parts = { 40: bytes(u32(0, 2), shape(1025)), 56: bytes(u32(0, 2, 3), box(1026), box(0)) };
    const textBoxes = [paragraph("框"), paragraph("")];
    expect(await linesOf([paragraph("甲")], { parts, textBoxes })).toEqual(["甲"]);
    expect(await ignoredIn([paragraph("甲")], { parts, textBoxes })).toEqual(["text-box 1"]);
  });

  test("that names itself as its anchor is not followed without end", async () => {
    const parts = { 40: bytes(u32(2, 9), shape(1)), 56: bytes(u32(0, 3, 4), box(1), box(0)) };
    expect(await linesOf([paragraph("甲")], { parts, textBoxes: [paragraph("\x08框"), paragraph("")] })).toEqual([
      "甲",
    ]);
  });
});
