import { createInflateRaw, inflateRawSync } from "node:zlib";
import { ReadError } from "./outcome.ts";
import { readDirectory, type ZipEntry } from "./zip-directory.ts";

const MEGABYTE = 1024 * 1024;

/** Bounds of a package; all sizes in bytes. A ratio counts only above `ratioFloor`: small XML may well shrink 200:1. */
export interface ZipLimits {
  readonly entries: number;
  readonly total: number;
  readonly single: number;
  readonly ratio: number;
  readonly ratioFloor: number;
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 2_000,
  total: 200 * MEGABYTE,
  single: 100 * MEGABYTE,
  ratio: 100,
  ratioFloor: MEGABYTE,
};

/** An opened package. `names` use `/`, without folders, in the order of the directory. */
export interface ZipArchive {
  readonly names: readonly string[];
  /** The entry's bytes, or null where no entry has the name. Each call inflates anew and counts towards the total. */
  readonly find: (name: string) => Uint8Array | null;
  /** The same in pieces, inflated off this thread: however large the entry, a server goes on answering. */
  readonly open: (name: string) => AsyncIterable<Uint8Array> | null;
}

const PIECE = 256 * 1024;

/**
 * Opens a zip. Sizes are checked while inflating, never taken from the headers, which a bomb states falsely.
 * @throws ReadError `damaged` (not a zip, truncated, unsafe or repeated names), `too-large` (a limit is passed) or
 *   `encrypted`; `find` throws the same.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): ZipArchive {
  const entries = readDirectory(bytes, limits.entries);
  let left = limits.total;
  const find = (name: string): Uint8Array | null => {
    const entry = entries.get(name);
    if (!entry) return null;
    const content = inflate(entry, roomFor(entry, left, limits));
    left -= content.length;
    return content;
  };
  const open = (name: string): AsyncIterable<Uint8Array> | null => {
    const entry = entries.get(name);
    if (!entry) return null;
    return withinRoom(entry, roomFor(entry, left, limits), (length) => {
      left -= length;
    });
  };
  return { names: [...entries.keys()], find, open };
}

function roomFor(entry: ZipEntry, left: number, limits: ZipLimits): number {
  return Math.min(limits.single, left, Math.max(limits.ratioFloor, entry.packed.length * limits.ratio));
}

function inflate(entry: ZipEntry, room: number): Uint8Array {
  if (entry.method === 0) {
    if (entry.packed.length > room) throw tooLarge(entry, room);
    return entry.packed;
  }
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: Math.max(1, room) });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(entry, room);
    throw damagedEntry(entry, error);
  }
}

async function* withinRoom(entry: ZipEntry, room: number, spend: (length: number) => void): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of entry.method === 0 ? piecesOf(entry.packed) : inflatePieces(entry)) {
    size += piece.length;
    if (size > room) throw tooLarge(entry, room);
    spend(piece.length);
    yield piece;
  }
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** Left early, the inflating ends with it. */
async function* inflatePieces(entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw({ chunkSize: PIECE });
  inflater.end(entry.packed);
  try {
    for await (const piece of inflater) yield piece as Uint8Array;
  } catch (error) {
    throw damagedEntry(entry, error);
  }
}

const damagedEntry = (entry: ZipEntry, cause: unknown): ReadError =>
  new ReadError("damaged", { detail: `zip entry cannot be inflated: ${entry.name}` }, { cause });

const tooLarge = (entry: ZipEntry, limit: number): ReadError =>
  new ReadError("too-large", { detail: `zip entry ${entry.name}`, limit });
