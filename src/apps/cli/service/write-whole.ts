import { rename, rm, writeFile } from "node:fs/promises";

/** Writes a file that appears whole or not at all; one of that name is replaced. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    await writeFile(partial, text);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
