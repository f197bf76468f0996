import { readJson } from "../../core/read-json.ts";
import { AssessError } from "../assess-error.ts";
import type { FilledSheet } from "../filled-sheet.ts";
import { readFilledCsv } from "./read-csv.ts";
import { readFilledJson } from "./read-filled-json.ts";
import { readFilledXlsx } from "./read-filled-xlsx.ts";

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 4096).includes(0) && !isUtf16(bytes);
const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/**
 * Reads a filled sheet: JSON, CSV or XLSX, told by its bytes. A workbook with a sheet for each of several standards gives each.
 * @throws AssessError where it is none of these or nothing is filled in as expected; ReadError where a workbook is damaged.
 */
export function readFilled(bytes: Uint8Array): FilledSheet[] {
  if (isZip(bytes)) return readFilledXlsx(bytes);
  if (bytes.length === 0 || isBinary(bytes)) throw new AssessError("unknown-format");
  const value = readJson(bytes);
  return value === undefined ? [readFilledCsv(bytes)] : readFilledJson(value);
}
