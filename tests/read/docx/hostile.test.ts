import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { ReadError } from "../../../src/core/outcome.ts";
import { readDocx } from "../../../src/read/docx/read-docx.ts";
import { buildDocx, cell, level, list, numbered, paragraph, readBlocks, row, table } from "./build-docx.ts";

const codeOf = (bytes: Uint8Array) =>
  readDocx(bytes, { fileName: "a.docx" }).then(
    () => null,
    (error: unknown) => {
      if (error instanceof ReadError) return error.reason.code;
      throw error;
    },
  );

describe("a file that cannot be read", () => {
  test("is damaged without a document part", async () => {
    expect(await codeOf(zipSync({ "word/other.xml": strToU8("<a/>") }))).toBe("damaged");
  });

  test("is damaged where it is cut off, garbage, or not well-formed", async () => {
    const whole = buildDocx(paragraph("正文"));
    expect(await codeOf(whole.subarray(0, whole.length - 30))).toBe("damaged");
    expect(await codeOf(strToU8("PK\u0003\u0004 this is not a zip"))).toBe("damaged");
    expect(await codeOf(zipSync({ "word/document.xml": strToU8("<w:document") }))).toBe("damaged");
  });

  test("is damaged with a document type", async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>';
    expect(await codeOf(zipSync({ "word/document.xml": strToU8(bomb) }))).toBe("damaged");
  });

  test("has no text where all is blank", async () => {
    expect(await codeOf(buildDocx(paragraph(" ") + table(row(cell(paragraph(""))))))).toBe("no-text");
  });

  test("is too large as a zip bomb", async () => {
    const bomb = `<w:p>${" ".repeat(20 * 1024 * 1024)}</w:p>`;
    expect(await codeOf(buildDocx(bomb))).toBe("too-large");
  });

  test("is too large with 10,000 entries", async () => {
    const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`word/media/${index}`, ""]));
    expect(await codeOf(buildDocx(paragraph("正文"), { files }))).toBe("too-large");
  });

  test("is damaged with a name that climbs out of the package", async () => {
    expect(await codeOf(buildDocx(paragraph("正文"), { files: { "../../etc/cron": "x" } }))).toBe("damaged");
  });

  test("is too large where elements nest without end", async () => {
    const deep = "<w:sdt><w:sdtContent>".repeat(50_000) + "</w:sdtContent></w:sdt>".repeat(50_000);
    expect(await codeOf(buildDocx(deep))).toBe("too-large");
  });
});

describe("a hostile file", () => {
  test("whose styles and lists refer to themselves is read all the same", async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>' +
      '<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="N"/></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const body = paragraph("甲", '<w:pStyle w:val="A"/>') + numbered("乙", 0);
    const blocks = await readBlocks(buildDocx(body, { styles, numbering }));
    expect(blocks.map((block) => block.kind === "paragraph" && block.text)).toEqual(["甲", "乙"]);
  });

  test("with absurd spans and start values is read in bounds", async () => {
    const start =
      '<w:lvl w:ilvl="0"><w:start w:val="99999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>';
    const body =
      table(row(cell(paragraph("甲"), '<w:gridSpan w:val="999999"/>'), cell(paragraph("乙")))) + numbered("丙", 0);
    const blocks = await readBlocks(buildDocx(body, { numbering: list(1, start) }));
    expect(blocks[0]).toMatchObject({
      cells: [
        { column: 0, colSpan: 1 },
        { column: 1, colSpan: 1 },
      ],
    });
    expect(blocks[1]).toMatchObject({ text: "0 丙" });
  });

  test("with an endless number pattern is not multiplied by its paragraphs", async () => {
    const numbering = list(1, level(0, "decimal", `%1${"、".repeat(100_000)}`));
    const blocks = await readBlocks(buildDocx(numbered("甲", 0), { numbering }));
    expect(blocks[0]).toMatchObject({ text: `1${"、".repeat(98)}甲` });
  });

  test("with a thousand kinds of unknown elements gives few messages", async () => {
    const unknown = Array.from({ length: 1_000 }, (_, index) => `<w:odd${index}/>`).join("");
    const { messages } = await readDocx(buildDocx(paragraph("正文") + unknown), { fileName: "a.docx" });
    expect(messages).toHaveLength(51);
    expect(messages.at(-1)?.facts).toEqual({ element: "other", count: 950 });
  });

  test("with names like __proto__ changes nothing outside", async () => {
    const numbering = list(1, level(0, "decimal", "%1、")).replaceAll('"1"', '"__proto__"');
    const body = paragraph("甲", '<w:pStyle w:val="__proto__"/><w:numPr><w:numId w:val="__proto__"/></w:numPr>');
    expect(await readBlocks(buildDocx(body, { numbering }))).toHaveLength(1);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("with 20,000 paragraphs takes no more than a few seconds", async () => {
    const body = Array.from({ length: 20_000 }, (_, index) => paragraph(`第${index}段`)).join("");
    const began = performance.now();
    expect(await readBlocks(buildDocx(body))).toHaveLength(20_000);
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
