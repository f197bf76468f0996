import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { digitise } from "../../../pipelines/digitise.ts";
import { readDocument } from "../../../src/read/index.ts";
import { findOffice } from "../../../src/read/libreoffice/find-office.ts";
import { factsOf } from "../../helpers/facts-of.ts";
import { buildFields, FIELD_NUMBER, type Field } from "./hostile-doc.ts";

const FORMATS = new URL("../../../fixtures/formats/", import.meta.url);
/** LibreOffice gives no result where a linked picture is none. */
const LOCAL_PICTURE = new URL("../../../fixtures/difficulties/seal-over-text.png", import.meta.url);
const PATIENCE = 180_000;
const SECRET = "本机机密文字";
const office = await findOffice(process.env);

/** A server that counts who comes, and a file with a secret; both go when the test is over. */
async function setTrap() {
  const folder = mkdtempSync(join(tmpdir(), "trap-"));
  const secret = join(folder, "secret.txt");
  writeFileSync(secret, SECRET);
  const visits: string[] = [];
  const server = createServer(({ url }, answer) => {
    visits.push(url ?? "");
    answer.end(SECRET);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, secret, visits, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Every kind of field that fetches something, for a server and for a local file. */
const fieldsTo = (address: string, secret: string): Field[] => [
  [FIELD_NUMBER.text, `INCLUDETEXT "${address}/text.doc"`],
  [FIELD_NUMBER.text, `INCLUDETEXT "${pathToFileURL(secret)}"`],
  [FIELD_NUMBER.text, `INCLUDETEXT "${secret}"`],
  [FIELD_NUMBER.picture, `INCLUDEPICTURE "${address}/picture.png" \\d`],
  [FIELD_NUMBER.picture, `INCLUDEPICTURE "${LOCAL_PICTURE}" \\d`],
  [FIELD_NUMBER.link, `LINK Word.Document.8 "${address}/link.doc" "" \\a \\r`],
  [FIELD_NUMBER.dde, `DDEAUTO soffice "${secret}" all`],
  [FIELD_NUMBER.import, `IMPORT "${address}/import.png"`],
];

const inRtf = ([, instruction]: Field): string =>
  `{\\field{\\*\\fldinst{ ${instruction.replaceAll("\\", "\\\\")} }}{\\fldrslt{result}}}\\par\n`;

/** LibreOffice as a user would run it, with a profile as it comes. */
async function convertCarelessly(bytes: Uint8Array, folder: string): Promise<void> {
  const source = join(folder, "careless.doc");
  writeFileSync(source, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  await promisify(execFile)(office!, [profile, "--headless", "--convert-to", "docx", "--outdir", folder, source]);
}

function testOnThisMachine(): void {
  test.each(readdirSync(FORMATS))(
    "%s gives the facts that the own reader gives",
    { timeout: PATIENCE },
    async (stem) => {
      const bytes = readFileSync(new URL(`${stem}/plan.doc`, FORMATS));
      const plan = await digitise(bytes, "plan.doc");
      expect(plan.source.reader).toBe("libreoffice+docx");
      const docx = await digitise(readFileSync(new URL(`${stem}/plan.docx`, FORMATS)), "plan.docx");
      expect(factsOf(plan)).toEqual(factsOf(docx));
      expect(plan.messages).toEqual([]);
    },
  );

  test("an RTF file is read", { timeout: PATIENCE }, async () => {
    const words = [..."一、工作目标"].map((sign) => `\\u${sign.charCodeAt(0)}?`).join("");
    const { value } = await readDocument(new TextEncoder().encode(`{\\rtf1\\ansi ${words}\\par}`), {
      fileName: "a.doc",
    });
    expect(value).toMatchObject({ reader: "libreoffice+docx", blocks: [{ text: "一、工作目标" }] });
  });

  test("a hostile file reaches no server and no local file, though LibreOffice would", {
    timeout: PATIENCE,
  }, async () => {
    const { folder, secret, visits, address } = await setTrap();
    const fields = fieldsTo(address, secret);
    const word = buildFields(fields);
    const rtf = new TextEncoder().encode(`{\\rtf1\\ansi start\\par ${fields.map(inRtf).join("")}}`);
    for (const bytes of [word, rtf]) {
      const { value } = await readDocument(bytes, { fileName: "plan.doc" });
      expect(value.reader).toBe("libreoffice+docx");
      expect(JSON.stringify(value.blocks)).not.toContain(SECRET);
    }
    expect(visits).toEqual([]);
    await convertCarelessly(word, folder);
    expect(visits).toContain("/picture.png");
  });
}

if (office === null) {
  test("DOC is read without LibreOffice, which this machine has not: install it to run these tests", async () => {
    console.info("LibreOffice is not installed, or FANGAN_SOFFICE is off: reading with it was not tested.");
    const bytes = readFileSync(new URL(`${readdirSync(FORMATS)[0]}/plan.doc`, FORMATS));
    expect((await readDocument(bytes, { fileName: "plan.doc" })).value.reader).toBe("doc");
  });
} else describe(`with LibreOffice at ${office}`, testOnThisMachine);
