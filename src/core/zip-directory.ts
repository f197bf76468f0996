import { ReadError } from "./outcome.ts";

/** A file of a zip, still packed; `method` 0 stored, 8 deflated. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
}

/** Records of a zip: PKWARE APPNOTE 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end record). */
const LOCAL = { signature: 0x04034b50, size: 30 };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const END = { signature: 0x06054b50, size: 22, longestComment: 0xffff };
/** Stands in a 32-bit field whose value is in a zip64 record; no plan is that large. */
const ZIP64 = 0xffffffff;

/**
 * Reads a zip's directory: every file by name, folders left out. Inflates nothing. Entries that share their content
 * (a bomb without nesting) are refused: together they would be longer than the file.
 * @throws ReadError `damaged`, `too-large` above `mostEntries`, `encrypted` for a password-protected entry.
 */
export function readDirectory(bytes: Uint8Array, mostEntries: number): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw new ReadError("too-large", { detail: `zip entries: ${count}`, limit: mostEntries });
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  let packed = 0;
  for (let index = 0; index < count; index++) {
    const { name, size, entry } = readEntry(bytes, view, at);
    if (entries.has(name)) throw damaged(`name stands twice: ${name}`);
    if (entry) entries.set(name, entry);
    packed += entry?.packed.length ?? 0;
    if (packed > bytes.length) throw damaged(`entries overlap: ${name}`);
    at += size;
  }
  return entries;
}

function findEndRecord(view: DataView): number {
  const last = view.byteLength - END.size;
  for (let at = last; at >= Math.max(0, last - END.longestComment); at--) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  throw damaged("no end record");
}

function readEntry(bytes: Uint8Array, view: DataView, at: number) {
  if (at + CENTRAL.size > view.byteLength || view.getUint32(at, true) !== CENTRAL.signature) {
    throw damaged("directory is cut off");
  }
  const nameLength = view.getUint16(at + 28, true);
  const size = CENTRAL.size + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const name = readName(bytes.subarray(at + CENTRAL.size, at + CENTRAL.size + nameLength));
  if (name.endsWith("/")) return { name, size, entry: null };
  if (view.getUint16(at + 8, true) & 1) throw new ReadError("encrypted");
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw damaged(`compression method ${method} of ${name}`);
  const packed = findPacked(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true));
  if (!packed) throw damaged(`entry lies outside the file: ${name}`);
  return { name, size, entry: { name, method, packed } };
}

/** The lengths of the local header's own name and extra field, not the directory's, say where the content begins. */
function findPacked(bytes: Uint8Array, view: DataView, at: number, length: number): Uint8Array | null {
  if (at === ZIP64 || length === ZIP64 || at + LOCAL.size > view.byteLength) return null;
  if (view.getUint32(at, true) !== LOCAL.signature) return null;
  const start = at + LOCAL.size + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return start + length > bytes.length ? null : bytes.subarray(start, start + length);
}

/** Names without the UTF-8 flag are often UTF-8 all the same, else GBK (Chinese Windows); `\` is a Windows habit. */
function readName(raw: Uint8Array): string {
  const name = decodeName(raw).replaceAll("\\", "/");
  const unsafe = name === "" || name.startsWith("/") || /^[A-Za-z]:/u.test(name) || name.includes("\0");
  if (unsafe || name.split("/").includes("..")) throw damaged(`unsafe name: ${name}`);
  return name;
}

function decodeName(raw: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder("gb18030").decode(raw);
  }
}

const damaged = (detail: string): ReadError => new ReadError("damaged", { detail: `zip: ${detail}` });
