import { outcome, ReadError } from "../../core/outcome.ts";
import type { SourceBlock } from "../../core/source-block.ts";
import { openZip } from "../../core/zip.ts";
import type { Reader } from "../reader.ts";
import { createTally } from "../tally.ts";
import { createBlocks } from "./create-blocks.ts";
import { readWithMammoth } from "./mammoth-document.ts";
import { readPackageParts } from "./package-parts.ts";
import { prepareDocument } from "./prepare-document.ts";
import { writeXml } from "./write-xml.ts";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Reads a DOCX file: mammoth reads the document, which is prepared so that it loses nothing that a plan needs.
 * @throws ReadError `damaged`, `too-large`, `encrypted` (a zip password), or `no-text`.
 */
export const readDocx: Reader = async (bytes) => {
  const tally = createTally();
  const parts = readPackageParts(openZip(bytes));
  const { document, ignored } = await readWithMammoth(writeXml(prepareDocument(parts, tally)));
  for (const name of ignored) tally.add(name);
  const blocks = createBlocks(document);
  if (!blocks.some(hasText)) throw new ReadError("no-text");
  return outcome({ mediaType: MEDIA_TYPE, reader: "mammoth", ocr: false, pageCount: null, blocks }, tally.messages());
};

const hasText = (block: SourceBlock): boolean =>
  block.kind === "paragraph" || (block.kind === "table" && block.cells.some((cell) => cell.text !== ""));
