import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../../src/read/docx/read-docx.ts";
import { read } from "./build-doc.ts";

const FORMATS = new URL("../../../fixtures/formats/", import.meta.url);
const fileOf = (stem: string, name: string) => readFileSync(new URL(`${stem}/${name}`, FORMATS));

describe.each(readdirSync(FORMATS))("plan.doc of %s", (stem) => {
  test("gives the blocks of plan.docx: the same paragraphs, cells, spans and page breaks", async () => {
    const { value, messages } = await read(fileOf(stem, "plan.doc"));
    const docx = await readDocx(fileOf(stem, "plan.docx"), { fileName: "plan.docx" });
    expect(value.blocks).toEqual(docx.value.blocks);
    expect(messages).toEqual([]);
    expect(value).toMatchObject({ mediaType: "application/msword", reader: "doc", ocr: false, pageCount: null });
  });
});
