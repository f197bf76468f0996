import { outcome, ReadError } from "../../core/outcome.ts";
import type { SourceBlock } from "../../core/source-block.ts";
import type { Reader } from "../reader.ts";
import { createTally, type Tally } from "../tally.ts";
import { createBlocks } from "./create-blocks.ts";
import { readStories } from "./stories.ts";
import { openWordFile } from "./word-file.ts";

const MEDIA_TYPE = "application/msword";

/**
 * Reads a Word 97–2003 file (MS-DOC), as Word, WPS and LibreOffice write it: text from the piece table, tables from the
 * properties of paragraphs and rows.
 * @throws ReadError `unsupported-format` (Word 95 and older, other compound files), `encrypted`, `damaged`, `too-large`,
 *   or `no-text`.
 */
export const readDoc: Reader = async (bytes) => {
  const tally = createTally();
  const blocks = readBlocks(bytes, tally);
  if (!blocks.some(hasText)) throw new ReadError("no-text");
  return outcome({ mediaType: MEDIA_TYPE, reader: "doc", ocr: false, pageCount: null, blocks }, tally.messages());
};

/** A place outside of its stream is the one thing that all the ways to damage such a file lead to. */
function readBlocks(bytes: Uint8Array, tally: Tally): SourceBlock[] {
  try {
    return createBlocks(readStories(openWordFile(bytes), tally));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ReadError("damaged", { detail: error.message }, { cause: error });
  }
}

const hasText = (block: SourceBlock): boolean =>
  block.kind === "paragraph" || (block.kind === "table" && block.cells.some((cell) => cell.text !== ""));
