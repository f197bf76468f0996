import { listNeeded, type NamedFiles, removeOrphan } from "./check-files.ts";

/**
 * Removes bytes that no document and no waiting submission names: a server that died between keeping an upload's bytes and its
 * rows left them. Each is looked at again under the lock that an upload of the same bytes takes, and such an upload makes them young.
 * @returns how many were removed.
 */
export async function sweepFiles(store: NamedFiles, graceSeconds: number): Promise<number> {
  const oldest = new Date(Date.now() - graceSeconds * 1000);
  const needed = await listNeeded(store);
  let removed = 0;
  for await (const { sha256, keptAt } of store.files.list()) {
    if (needed.has(sha256) || keptAt > oldest) continue;
    if (await removeOrphan(store, sha256)) removed++;
  }
  return removed;
}
