import { describe, expect, test } from "vitest";
import { cell, level, list, numbered, paragraph, readShort, row, table } from "./build-docx.ts";

const CHAPTERS = list(
  1,
  level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3."),
);

describe("automatic numbering", () => {
  test("of three levels is written before the text", async () => {
    const body = [numbered("总体要求", 0), numbered("指导思想。", 1), numbered("坚持", 2), numbered("推进", 2)].join(
      "",
    );
    expect(await readShort(body, { numbering: CHAPTERS })).toEqual([
      "一、总体要求",
      "（一）指导思想。",
      "1.坚持",
      "2.推进",
    ]);
  });

  test("begins anew below each higher level, and goes on across plain paragraphs", async () => {
    const body = [
      numbered("甲", 0),
      numbered("子", 1),
      paragraph("正文"),
      numbered("丑", 1),
      numbered("乙", 0),
      numbered("寅", 1),
    ].join("");
    expect(await readShort(body, { numbering: CHAPTERS })).toEqual([
      "一、甲",
      "（一）子",
      "正文",
      "（二）丑",
      "二、乙",
      "（一）寅",
    ]);
  });

  test("goes on in a second list of the same definition, and restarts where that list says so", async () => {
    const numbering =
      list(1, level(0, "decimal", "%1、")) +
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
    const body = [
      numbered("a", 0, 1),
      numbered("b", 0, 2),
      numbered("c", 0, 3),
      numbered("d", 0, 3),
      numbered("e", 0, 1),
    ];
    expect(await readShort(body.join(""), { numbering })).toEqual(["1、a", "2、b", "5、c", "6、d", "7、e"]);
  });

  test("keeps counting on a level that never restarts (第一条 … across chapters)", async () => {
    const numbering = list(
      1,
      level(0, "chineseCounting", "第%1章") + level(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/>'),
    );
    const body = [numbered("总则", 0), numbered("甲", 1), numbered("附则", 0), numbered("乙", 1)].join("");
    expect(await readShort(body, { numbering })).toEqual(["第一章 总则", "第一条 甲", "第二章 附则", "第二条 乙"]);
  });

  test("comes from the style, also from one that it is based on, with the level that names the style", async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H1"/></w:style>';
    const numbering = list(
      1,
      level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>') +
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
    );
    const styled = (text: string, style: string, more = "") => paragraph(text, `<w:pStyle w:val="${style}"/>${more}`);
    const body = [
      styled("目标", "H1"),
      styled("近期", "H2"),
      styled("任务", "Own"),
      styled("无号", "H1", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join("");
    expect(await readShort(body, { styles, numbering })).toEqual(["一、目标", "（一）近期", "二、任务", "无号"]);
  });

  test("follows a link through a numbering style", async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="Legal"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Legal"/></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>' +
      list(2, level(0, "decimal", "（%1）"));
    expect(await readShort(numbered("内容", 0, 1), { styles, numbering })).toEqual(["（1）内容"]);
  });

  test("shows higher levels in digits where the level asks for it", async () => {
    const numbering = list(1, level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>"));
    const body = [numbered("章", 0), numbered("章", 0), numbered("节", 1)].join("");
    expect(await readShort(body, { numbering })).toEqual(["I 章", "II 章", "2.1 节"]);
  });

  test("is kept apart from a year that it would run into", async () => {
    const numbering = list(1, level(0, "decimal", "%1."));
    const body = numbered("2023年底前完成", 0) + numbered("以后", 0);
    expect(await readShort(body, { numbering })).toEqual(["1. 2023年底前完成", "2.以后"]);
  });

  test("needs no space before a typed 、", async () => {
    expect(await readShort(numbered("、总则", 0), { numbering: list(1, level(0, "chineseCounting", "%1")) })).toEqual([
      "一、总则",
    ]);
  });

  test("shows the start of a higher level that no paragraph has used", async () => {
    const numbering = list(1, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"));
    expect(await readShort(numbered("节", 1) + numbered("章", 0), { numbering })).toEqual(["1.1 节", "1.章"]);
  });

  test("fills the empty cells of a number column", async () => {
    const numbering = list(1, level(0, "decimal", "%1"));
    const body = table(
      row(cell(numbered("", 0)), cell(paragraph("甲"))),
      row(cell(numbered("", 0)), cell(paragraph("乙"))),
    );
    expect(await readShort(body, { numbering })).toEqual(["0,0 1x1 1", "0,1 1x1 甲", "1,0 1x1 2", "1,1 1x1 乙"]);
  });

  test("leaves bullets and unknown lists out", async () => {
    const body = numbered("点", 0) + numbered("缺", 0, 9);
    expect(await readShort(body, { numbering: list(1, level(0, "bullet", "●")) })).toEqual(["点", "缺"]);
  });

  test("counts neither deleted nor hidden paragraphs", async () => {
    const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const body = [
      numbered("甲", 0),
      `<w:p><w:pPr>${numPr}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`,
      `<w:p><w:pPr>${numPr}<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>`,
      numbered("乙", 0),
    ].join("");
    expect(await readShort(body, { numbering: CHAPTERS })).toEqual(["一、甲", "二、乙"]);
  });
});
