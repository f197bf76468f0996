import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  access,
  constants,
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
} from "node:fs/promises";
import { join } from "node:path";
import { FileMissing } from "../errors.ts";
import type { Files } from "../store.ts";
import { checkBytes, checkHash, checkLength, SHA256 } from "./check-bytes.ts";

/**
 * Keeps files below a folder, `ab/abcdef…`. A file is there whole or not at all: it is written under another name,
 * brought to the disk, and renamed.
 */
export async function openFolder(folder: string): Promise<Files> {
  const temporaryFolder = join(folder, "incoming");
  await mkdir(temporaryFolder, { recursive: true, mode: 0o700 });
  const pathOf = (sha256: string): string => join(folder, checkHash(sha256).slice(0, 2), sha256);

  return {
    temporaryFolder,
    keep: async (temporary, sha256, byteLength) => {
      const path = pathOf(sha256);
      checkLength(temporary, (await stat(temporary)).size, byteLength);
      if (await touch(path, byteLength)) return rm(temporary, { force: true });
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
      await makeYoung(temporary);
      await moveIn(temporary, path, join(temporaryFolder, randomUUID()));
      await sync(join(folder, sha256.slice(0, 2)));
    },
    open: async (sha256) => {
      const path = pathOf(sha256);
      await missingAs(sha256, access(path, constants.R_OK));
      return createReadStream(path);
    },
    read: async (sha256) => {
      const bytes = new Uint8Array(await missingAs(sha256, readFile(pathOf(sha256))));
      checkBytes(bytes, sha256);
      return bytes;
    },
    has: async (sha256) => (await sizeOf(pathOf(sha256))) !== null,
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    list: () => listFiles(folder),
    check: async () => {
      const path = join(temporaryFolder, randomUUID());
      const file = await open(path, "wx", 0o600);
      await file.write("fangan");
      await file.close();
      await rm(path);
    },
  };
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

async function missingAs<T>(sha256: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw hasCode(error, "ENOENT") ? new FileMissing(sha256) : error;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Whether the file is kept whole; then it counts as kept just now, so that no sweep takes it for forgotten. */
async function touch(path: string, byteLength: number): Promise<boolean> {
  if ((await sizeOf(path)) !== byteLength) return false;
  await makeYoung(path);
  return true;
}

/** A form may be an hour on its way: a file of it counts from when it was kept, not from when it was written. */
const makeYoung = (path: string): Promise<void> => utimes(path, new Date(), new Date());

/** Brings what was written to the disk; a folder too, so that the new name is there after a power cut. */
async function sync(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Renames; copies first where the temporary file is on another disk. */
async function moveIn(temporary: string, path: string, spare: string): Promise<void> {
  await sync(temporary);
  try {
    await rename(temporary, path);
  } catch (error) {
    if (!hasCode(error, "EXDEV")) throw error;
    await copyFile(temporary, spare);
    await sync(spare);
    await rename(spare, path);
    await rm(temporary, { force: true });
  }
}

async function* listFiles(folder: string): ReturnType<Files["list"]> {
  for (const shelf of (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const sha256 of (await readdir(join(folder, shelf))).filter((name) => SHA256.test(name))) {
      const { size, mtime } = await stat(join(folder, shelf, sha256)).catch(() => ({ size: -1, mtime: new Date() }));
      if (size >= 0) yield { sha256, byteLength: size, keptAt: mtime };
    }
}
