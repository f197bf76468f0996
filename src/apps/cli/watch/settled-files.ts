import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** A file as it lay when it was looked at. */
export interface LyingFile {
  readonly name: string;
  readonly size: number;
  readonly mtimeMs: number;
}

export const isSame = (a: LyingFile, b: LyingFile): boolean => a.size === b.size && a.mtimeMs === b.mtimeMs;

/** What programs write while a file is not whole yet (`~$plan.docx`, `plan.pdf.crdownload`), and what is hidden. */
const UNFINISHED = /^[.~]|~$|\.(?:part|partial|crdownload|download|opdownload|filepart|tmp|temp|swp|lock)$/i;

/** A regular file by that name; null for what is none, above all for symbolic links, which are never followed. */
export async function findFile(folder: string, name: string): Promise<LyingFile | null> {
  const entry = await lstat(join(folder, name)).catch(() => null);
  return entry?.isFile() ? { name, size: entry.size, mtimeMs: entry.mtimeMs } : null;
}

/**
 * Creates a look into a folder (not below it): each call gives the files whose size and time have not changed for
 * `settleMillis`, by name. It looks and does not listen, for network shares tell nothing.
 */
export function createSettled(
  folder: string,
  settleMillis: number,
  now: () => number = () => performance.now(),
): () => Promise<LyingFile[]> {
  let seen = new Map<string, LyingFile & { readonly since: number }>();
  return async () => {
    const at = now();
    const names = (await readdir(folder)).filter((name) => !UNFINISHED.test(name)).sort();
    const lying = new Map<string, LyingFile & { readonly since: number }>();
    for (const name of names) {
      const file = await findFile(folder, name);
      const before = seen.get(name);
      if (file) lying.set(name, before && isSame(before, file) ? before : { ...file, since: at });
    }
    seen = lying;
    return [...lying.values()].filter(({ since }) => at - since >= settleMillis);
  };
}
