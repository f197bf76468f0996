import { message, type Outcome, outcome, ReadError } from "../../core/outcome.ts";
import type { SourceDocument } from "../../core/source-block.ts";
import { readDoc } from "../doc/read-doc.ts";
import { openWordFile } from "../doc/word-file.ts";
import { readDocx } from "../docx/read-docx.ts";
import type { Reader } from "../reader.ts";
import { convertToDocx } from "./convert-to-docx.ts";
import { findOffice } from "./find-office.ts";
import { OFFICE_READER, type OfficeJob } from "./office-job.ts";

/** A plan takes two seconds, most of them for the start; a machine that does much else needs ten times that. */
const SECONDS = 90;

type Kind = Pick<OfficeJob, "extension" | "filter"> & { readonly mediaType: string };

const WORD_97: Kind = { extension: "doc", filter: "MS Word 97", mediaType: "application/msword" };
/** Word 6 and 95: LibreOffice tells them apart. */
const OLDER_WORD: Kind = { ...WORD_97, filter: null };
const RTF: Kind = { extension: "rtf", filter: "Rich Text Format", mediaType: "application/rtf" };

/**
 * Reads a Word file by LibreOffice, where this machine has one, else by the own reader of Word 97–2003. Where
 * LibreOffice fails, the own reader reads the file and a message says so.
 * @throws ReadError `needs-libreoffice` or `conversion-failed` (Word 95 and older), or what the own reader throws.
 */
export const readWord: Reader = async (bytes, options) => {
  const fault = examineWord(bytes);
  if (fault?.reason.code === "encrypted") throw fault;
  if (fault?.reason.code === "unsupported-format") {
    if (fault.reason.facts.format === "cfb") throw fault;
    return readForeign(bytes, String(fault.reason.facts.format), OLDER_WORD);
  }
  const office = await findOffice(process.env);
  if (office === null) return readDoc(bytes, options);
  const read = await readByOffice(office, bytes, WORD_97);
  if (typeof read !== "string") return read;
  const { value, messages } = await readDoc(bytes, options);
  return outcome(value, [...messages, message("reader-fell-back", "warning", { reader: "LibreOffice", reason: read })]);
};

/**
 * Reads an RTF file by LibreOffice.
 * @throws ReadError `needs-libreoffice`, `conversion-failed`.
 */
export const readRtf: Reader = (bytes) => readForeign(bytes, "RTF", RTF);

/** Reads a format that only LibreOffice reads. */
async function readForeign(bytes: Uint8Array, format: string, kind: Kind): Promise<Outcome<SourceDocument>> {
  const office = await findOffice(process.env);
  if (office === null) throw new ReadError("needs-libreoffice", { format });
  const read = await readByOffice(office, bytes, kind);
  if (typeof read === "string") throw new ReadError("conversion-failed", { format, reason: read });
  return read;
}

/** The document, or why there is none. */
async function readByOffice(
  office: string,
  bytes: Uint8Array,
  { mediaType, ...kind }: Kind,
): Promise<Outcome<SourceDocument> | string> {
  const result = await convertToDocx({ office, bytes, ...kind, seconds: SECONDS });
  if (result.kind === "failed") return result.reason;
  try {
    const { value, messages } = await readDocx(result.docx, { fileName: "source.docx" });
    return outcome({ ...value, mediaType, reader: OFFICE_READER }, messages);
  } catch (error) {
    if (error instanceof ReadError) return error.reason.code;
    throw error;
  }
}

/** What the own reader has against the file at first sight; null where it is a Word 97–2003 file. */
function examineWord(bytes: Uint8Array): ReadError | null {
  try {
    openWordFile(bytes);
    return null;
  } catch (error) {
    if (error instanceof ReadError) return error;
    if (error instanceof RangeError) return new ReadError("damaged", { detail: error.message });
    throw error;
  }
}
