import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Store } from "../../store/store.ts";

/** No upload takes so long; where several servers share a folder, a younger file may be another one's. */
const SHARED_GRACE_MILLIS = 6 * 3_600_000;

/**
 * Removes what uploads left that were cut off by a crash. On the embedded database nobody else uploads to this folder, so that every
 * file older than this call is such a one.
 */
export async function sweepIncoming({ files, kind }: Pick<Store, "files" | "kind">): Promise<number> {
  const oldest = Date.now() - (kind === "embedded" ? 0 : SHARED_GRACE_MILLIS);
  let removed = 0;
  for (const name of await readdir(files.temporaryFolder)) {
    const path = join(files.temporaryFolder, name);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile() || found.mtimeMs >= oldest) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}
