import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { readDocument } from "../../../src/read/index.ts";
import { buildCfb } from "../doc/build-cfb.ts";
import { buildDoc, paragraph } from "../doc/build-doc.ts";
import { utf16 } from "../doc/bytes.ts";
import { createFakeOffice } from "./fake-office.ts";

const DOCX = new URL("../../../fixtures/difficulties/numbering-automatic.docx", import.meta.url);
const PATIENCE = 30_000;
const WORD = buildDoc([paragraph("一、工作目标")]);
const WORD_95 = buildDoc([paragraph("一、工作目标")], { identity: 0xa5dc });
const RTF = new TextEncoder().encode("{\\rtf1 plan}");

afterEach(() => vi.unstubAllEnvs());

const read = (bytes: Uint8Array) => readDocument(bytes, { fileName: "plan.doc" });
const reasonOf = (bytes: Uint8Array) =>
  read(bytes).then(
    () => null,
    (error) => error.reason,
  );
const textsOf = async (bytes: Uint8Array) =>
  (await read(bytes)).value.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));

function useFake(script: string): string {
  const { path, folder } = createFakeOffice(script);
  vi.stubEnv("FANGAN_SOFFICE", path);
  return folder;
}

test("what LibreOffice makes of a DOC is read as DOCX, and the source says so", { timeout: PATIENCE }, async () => {
  const folder = useFake('cp "$here/given.docx" "$out/source.docx"');
  copyFileSync(DOCX, join(folder, "given.docx"));
  const expected = await read(readFileSync(DOCX));
  const { value, messages } = await read(WORD);
  expect(value).toEqual({ ...expected.value, mediaType: "application/msword", reader: "libreoffice+docx" });
  expect(messages).toEqual(expected.messages);
});

test.each([
  ["gives nothing", "", "no-result"],
  ["gives noise", 'echo noise > "$out/source.docx"', "damaged"],
  ["fails", "exit 3", "no-result"],
])(
  "where LibreOffice %s the own reader reads the DOC, and a message says so",
  { timeout: PATIENCE },
  async (_, script, reason) => {
    useFake(script);
    const { value, messages } = await read(WORD);
    expect(value).toMatchObject({ reader: "doc", blocks: [{ kind: "paragraph", text: "一、工作目标" }] });
    expect(messages).toEqual([
      { code: "reader-fell-back", severity: "warning", facts: { reader: "LibreOffice", reason } },
    ]);
  },
);

test("without LibreOffice the own reader reads the DOC, and nothing need be said", async () => {
  vi.stubEnv("FANGAN_SOFFICE", "off");
  expect(await textsOf(WORD)).toEqual(["一、工作目标"]);
  expect((await read(WORD)).messages).toEqual([]);
});

test("an encrypted DOC and another compound file are refused before LibreOffice is asked", {
  timeout: PATIENCE,
}, async () => {
  const folder = useFake('touch "$here/asked"');
  expect(await reasonOf(buildDoc([paragraph("文")], { flags: 0x0300 }))).toMatchObject({ code: "encrypted" });
  expect(await reasonOf(buildCfb({ Workbook: utf16("WordDocument") }))).toMatchObject({ code: "unsupported-format" });
  expect(existsSync(join(folder, "asked"))).toBe(false);
});

test("a DOC cut before its directory is damaged, a workbook is another format", async () => {
  const workbook = buildCfb({ Workbook: utf16("表格") });
  expect(await reasonOf(workbook)).toMatchObject({ code: "unsupported-format", facts: { format: "cfb" } });
  expect(await reasonOf(workbook.subarray(0, 700))).toMatchObject({ code: "damaged" });
  expect(await reasonOf(WORD.subarray(0, 2000))).toMatchObject({ code: "damaged" });
});

test.each([
  ["Word 95", WORD_95],
  ["RTF", RTF],
])(
  "%s needs LibreOffice: without it, and where it fails, the error says so",
  { timeout: PATIENCE },
  async (format, bytes) => {
    vi.stubEnv("FANGAN_SOFFICE", "off");
    expect(await reasonOf(bytes)).toEqual({ code: "needs-libreoffice", severity: "error", facts: { format } });
    useFake("");
    expect(await reasonOf(bytes)).toEqual({
      code: "conversion-failed",
      severity: "error",
      facts: { format, reason: "no-result" },
    });
  },
);
