import { readFile } from "node:fs/promises";
import { PublishedStandard } from "../../../schemas/published-standard.ts";
import { readJson } from "../../core/read-json.ts";
import { type JsonInput, readContract } from "./json-input.ts";
import type { Said } from "./language.ts";

const STANDARD = { name: "standard/1", schema: PublishedStandard };

/** A JSON value as a published standard, or what is wrong with it. */
export const readPublished = (json: unknown): JsonInput<PublishedStandard> => readContract(json, STANDARD);

/** Reads a published standard from the disk; what is wrong with it is said. */
export async function readStandard(path: string): Promise<JsonInput<PublishedStandard>> {
  const bytes = await readFile(path).catch((error: unknown) => ({ said: fileFault(error) }));
  return "said" in bytes ? bytes : readPublished(readJson(bytes));
}

/** What is said of a file that the system does not hand out. */
export function fileFault(error: unknown): Said {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code === null) throw error;
  return code === "ENOENT" ? { code: "not-found", facts: {} } : { code: "cannot-read", facts: { reason: code } };
}
