import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { BackupDamaged } from "../errors.ts";

/** An entry; its body must be read, or passed over by asking for the next one. */
export interface TarEntry {
  readonly name: string;
  readonly byteLength: number;
  readonly body: AsyncGenerator<Buffer>;
}

const BLOCK = 512;

/** The entries of a gzipped tar, in order. @throws BackupDamaged where it is cut short or is something else. */
export async function* readTar(path: string): AsyncGenerator<TarEntry> {
  const source = takeBytes(path);
  for (;;) {
    const block = await readWhole(source, BLOCK);
    if (block.every((byte) => byte === 0)) return;
    const { name, byteLength } = readHeader(block);
    const body = readBody(source, byteLength);
    yield { name, byteLength, body };
    for await (const _ of body);
    await readWhole(source, (BLOCK - (byteLength % BLOCK)) % BLOCK);
  }
}

interface ByteSource {
  /** Up to so many bytes, none at the end. */
  readonly take: (most: number) => Promise<Buffer>;
}

function takeBytes(path: string): ByteSource {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  pipeline(file, gunzip, () => {});
  const chunks = gunzip[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let rest: Buffer = Buffer.alloc(0);
  return {
    take: async (most) => {
      if (rest.length === 0) rest = await nextChunk(chunks);
      const taken = rest.subarray(0, most);
      rest = rest.subarray(taken.length);
      return taken;
    },
  };
}

async function nextChunk(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  try {
    const { value, done } = await chunks.next();
    return done ? Buffer.alloc(0) : value;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw error;
    throw new BackupDamaged("a backup that fangan wrote was expected, this file is cut short or something else", {
      cause: error,
    });
  }
}

async function* readBody(source: ByteSource, byteLength: number): AsyncGenerator<Buffer> {
  for (let left = byteLength; left > 0; ) {
    const bytes = await source.take(left);
    if (bytes.length === 0) throw new BackupDamaged(`${left} more bytes were expected, the backup ends`);
    left -= bytes.length;
    yield bytes;
  }
}

async function readWhole(source: ByteSource, byteLength: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of readBody(source, byteLength)) parts.push(part);
  return Buffer.concat(parts);
}

function readHeader(block: Buffer): { readonly name: string; readonly byteLength: number } {
  const name = block.toString("utf8", 0, block.indexOf(0));
  const size = block.toString("latin1", 124, 135);
  const stated = Number.parseInt(block.toString("latin1", 148, 154), 8);
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (sum !== stated || !/^[0-7]{11}$/.test(size))
    throw new BackupDamaged(`a tar header was expected, ${JSON.stringify(name.slice(0, 60))} came`);
  return { name, byteLength: Number.parseInt(size, 8) };
}
