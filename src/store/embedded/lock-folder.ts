import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Where the process that runs a data folder's database can be reached. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly port: number;
}

export interface FolderLock {
  readonly announce: (holder: Holder) => void;
  readonly release: () => void;
}

/**
 * Takes a folder for this process alone, or null where another process has it. The lock is SQLite's on a file: the
 * system itself gives it back when a process dies, however it dies, and it holds between containers that share a disk.
 */
export function lockFolder(folder: string): FolderLock | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(folder, "lock"), { timeout: 0 });
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return {
    announce: (holder) => writeFileSync(join(folder, "holder.json"), JSON.stringify(holder), { mode: 0o600 }),
    release: () => lock.close(),
  };
}

/** SQLITE_BUSY */
const isBusy = (error: unknown): boolean => error instanceof Error && "errcode" in error && error.errcode === 5;

/** Who has the folder, null where that process has not said so (yet). */
export function findHolder(folder: string): Holder | null {
  try {
    return JSON.parse(readFileSync(join(folder, "holder.json"), "utf8")) as Holder;
  } catch {
    return null;
  }
}
