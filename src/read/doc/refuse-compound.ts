import { ReadError } from "../../core/outcome.ts";
import type { Reader } from "../reader.ts";
import { openCompoundFile } from "./compound-file.ts";

/**
 * Refuses a compound file in which no Word document is found: a workbook is none, and of one that is cut short its
 * directory is lost.
 * @throws ReadError `damaged`, `unsupported-format`.
 */
export const refuseCompound: Reader = async (bytes) => {
  try {
    openCompoundFile(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new ReadError("damaged", { detail: error.message }, { cause: error });
    throw error;
  }
  throw new ReadError("unsupported-format", { format: "cfb" });
};
