import { strToU8, zipSync } from "fflate";

/** Every entry of every package has this time, so that the same files give the same bytes. */
export const ZIP_TIME: Date = new Date(1980, 0, 1);

/** Bytes, or text to be written as UTF-8. */
export type ZipContent = string | Uint8Array;

/**
 * Writes a ZIP package; entries stand in the order given. The same files give the same bytes: all entries have one fixed time.
 * @param level 0 stores, 9 packs most.
 */
export function writeZip(files: Readonly<Record<string, ZipContent>>, level: 0 | 6 | 9 = 6): Uint8Array {
  const contents = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(contents), { level, mtime: ZIP_TIME });
}
