import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { DataFolderInUse } from "../errors.ts";
import type { EmbeddedTask, EmbeddedWord } from "./embedded-words.ts";
import { type FolderLock, findHolder, lockFolder } from "./lock-folder.ts";

export interface EmbeddedDatabase {
  /** For node-postgres: the folder of the UNIX socket, and the number in the socket's name. */
  readonly host: string;
  readonly port: number;
  /** Whether another process runs it. */
  readonly isShared: boolean;
  readonly close: () => Promise<void>;
}

const PORT = 5432;
/** A socket's path may have 107 bytes on Linux, 103 on macOS. */
const LONGEST_PATH = 103;

/**
 * Opens the database under a data folder, in a thread of its own; makes it where there is none.
 * @throws DataFolderInUse where another process runs it and `share` is not asked for.
 */
export async function openEmbedded(dataFolder: string, share: boolean): Promise<EmbeddedDatabase> {
  const lock = lockFolder(dataFolder);
  if (!lock) return joinHolder(dataFolder, share);
  try {
    return await startDatabase(dataFolder, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function joinHolder(dataFolder: string, share: boolean): EmbeddedDatabase {
  const holder = findHolder(dataFolder);
  if (!share || !holder) throw new DataFolderInUse(dataFolder, holder?.pid ?? null);
  return { host: holder.host, port: holder.port, isShared: true, close: async () => {} };
}

async function startDatabase(dataFolder: string, lock: FolderLock): Promise<EmbeddedDatabase> {
  const folder = prepareFolder(dataFolder);
  const host = socketFolder(dataFolder);
  const task: EmbeddedTask = { folder, socket: join(host, `.s.PGSQL.${PORT}`) };
  let worker = await startWorker(task);
  let closing: Promise<void> | null = null;
  /** A thread that died (out of memory) is started again; its clients see a lost connection, which passes. */
  const watch = (): void => {
    worker.once("exit", async () => {
      if (closing) return;
      worker = await startWorker(task);
      watch();
    });
    worker.unref();
  };
  watch();
  writeFileSync(join(folder, COMPLETE), "");
  lock.announce({ pid: process.pid, host, port: PORT });
  const close = async (): Promise<void> => {
    worker.ref();
    const closed = heard(worker, "closed");
    worker.postMessage("close");
    await closed;
    await worker.terminate();
    rmSync(host, { recursive: true, force: true });
    lock.release();
  };
  return {
    host,
    port: PORT,
    isShared: false,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

async function startWorker(task: EmbeddedTask): Promise<Worker> {
  rmSync(task.socket, { force: true });
  const worker = new Worker(new URL("./embedded-worker.ts", import.meta.url), { workerData: task });
  await heard(worker, "serving");
  return worker;
}

const COMPLETE = "fangan-complete";

/** A database whose making was cut short holds nothing and cannot be opened: it is made anew. */
function prepareFolder(dataFolder: string): string {
  const folder = join(dataFolder, "database");
  if (!existsSync(join(folder, COMPLETE))) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** A folder of this user's alone below the data folder; with a short name where the data folder's name is too long. */
function socketFolder(dataFolder: string): string {
  const folder = join(dataFolder, "run");
  if (Buffer.byteLength(join(folder, `.s.PGSQL.${PORT}`)) > LONGEST_PATH) return mkdtempSync(join(tmpdir(), "fangan-"));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

function heard(worker: Worker, word: EmbeddedWord): Promise<void> {
  return new Promise((resolve, reject) => {
    const listen = (said: EmbeddedWord): void => {
      if (said === word) resolve();
    };
    worker.on("message", listen);
    worker.once("error", reject);
    worker.once("exit", (code) =>
      reject(new Error(`the embedded database was expected to say ${word}, its thread ended with code ${code}`)),
    );
  });
}
