import { ReadError } from "../../core/outcome.ts";
import { viewOf } from "./view.ts";

/** MS-CFB 2.2: where the header states the file's shape. */
const HEADER = { size: 512, sectorShift: 30, directory: 48, smallest: 56, miniFat: 60, difat: 68, difatSectors: 76 };
const DIFAT_IN_HEADER = 109;
const ENTRY = { size: 128, nameLength: 64, type: 66, left: 68, right: 72, child: 76, start: 116, length: 120 };
const STREAM = 2;
/** Larger numbers are marks: end of chain, free, or a sector of the table itself (MS-CFB 2.1). */
const LAST_SECTOR = 0xfffffffa;
const MINI_SIZE = 64;

/** Finds a stream of the root storage by name; null where none has it. */
export type FindStream = (name: string) => Uint8Array | null;

interface Sectors {
  readonly size: number;
  readonly count: number;
  /** The bytes of a sector; the file's last one may be short. */
  readonly at: (sector: number) => Uint8Array;
}

/** One row of the directory (MS-CFB 2.6.1). */
interface Entry {
  readonly name: string;
  readonly type: number;
  readonly siblings: readonly number[];
  readonly child: number;
  readonly start: number;
  readonly length: number;
}

/**
 * Opens a compound file (MS-CFB), the file system inside DOC and WPS files. Streams of embedded objects are not found.
 * @throws ReadError `damaged` where a chain of sectors leaves the file or runs in a circle; `find` throws the same.
 */
export function openCompoundFile(bytes: Uint8Array): FindStream {
  if (bytes.length < HEADER.size) throw damaged("shorter than its header");
  const view = viewOf(bytes);
  const sectors = sectorsOf(bytes, 1 << (view.getUint16(HEADER.sectorShift, true) === 12 ? 12 : 9));
  const fat = readFat(view, sectors);
  const entries = readDirectory(join(sectors, fat, view.getUint32(HEADER.directory, true)));
  const smallest = view.getUint32(HEADER.smallest, true);
  const findMini = () => {
    const content = join(sectors, fat, entries[0]!.start);
    const miniFat = toTable(join(sectors, fat, view.getUint32(HEADER.miniFat, true)));
    return { minis: slicesOf(content, MINI_SIZE, 0), miniFat };
  };
  return (name) => {
    const entry = findInRoot(entries, name);
    if (entry === null) return null;
    if (entry.length >= smallest) return join(sectors, fat, entry.start).subarray(0, entry.length);
    const { minis, miniFat } = findMini();
    return join(minis, miniFat, entry.start).subarray(0, entry.length);
  };
}

/** The first sector begins behind the header, which fills one sector itself. */
const sectorsOf = (bytes: Uint8Array, size: number): Sectors => slicesOf(bytes, size, size);

function slicesOf(bytes: Uint8Array, size: number, offset: number): Sectors {
  const count = Math.max(0, Math.ceil((bytes.length - offset) / size));
  const at = (sector: number) => {
    if (sector >= count) throw damaged(`sector ${sector} of ${count}`);
    return bytes.subarray(offset + sector * size, offset + (sector + 1) * size);
  };
  return { size, count, at };
}

/** The allocation table: for each sector, the next one of its chain. Its own sectors are listed in the DIFAT. */
function readFat(view: DataView, sectors: Sectors): Uint32Array {
  const listed: number[] = [];
  for (let index = 0; index < DIFAT_IN_HEADER; index++)
    listed.push(view.getUint32(HEADER.difatSectors + 4 * index, true));
  let next = view.getUint32(HEADER.difat, true);
  for (let read = 0; next < LAST_SECTOR && read < sectors.count; read++) {
    const table = toTable(sectors.at(next));
    listed.push(...table.subarray(0, -1));
    next = table.at(-1) ?? LAST_SECTOR;
  }
  const used = listed.filter((sector) => sector < LAST_SECTOR);
  if (used.length > sectors.count) throw damaged("more allocation tables than sectors");
  return toTable(concat(used.map(sectors.at)));
}

function toTable(bytes: Uint8Array): Uint32Array {
  const view = viewOf(bytes);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(4 * index, true));
}

/** Joins a chain of sectors; it has no more of them than there are, else it runs in a circle. */
function join(sectors: Sectors, fat: Uint32Array, start: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let sector = start; sector < LAST_SECTOR; sector = fat[sector] ?? LAST_SECTOR) {
    if (parts.length >= sectors.count) throw damaged("a chain of sectors without end");
    parts.push(sectors.at(sector));
  }
  return concat(parts);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  const count = Math.floor(bytes.length / ENTRY.size);
  if (count === 0) throw damaged("no directory");
  return Array.from({ length: count }, (_, index) => readEntry(bytes, view, index * ENTRY.size));
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): Entry {
  const nameLength = Math.min(64, Math.max(2, view.getUint16(at + ENTRY.nameLength, true)));
  return {
    name: Buffer.from(bytes.subarray(at, at + nameLength - 2)).toString("utf16le"),
    type: bytes[at + ENTRY.type]!,
    siblings: [view.getUint32(at + ENTRY.left, true), view.getUint32(at + ENTRY.right, true)],
    child: view.getUint32(at + ENTRY.child, true),
    start: view.getUint32(at + ENTRY.start, true),
    length: view.getUint32(at + ENTRY.length, true),
  };
}

/** Walks the root's own entries only: an embedded document has streams of the same names in a storage of its own. */
function findInRoot(entries: readonly Entry[], name: string): Entry | null {
  const seen = new Set<number>();
  const waiting = [entries[0]!.child];
  while (waiting.length > 0) {
    const index = waiting.pop()!;
    const entry = entries[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    if (entry.type === STREAM && entry.name === name) return entry;
    waiting.push(...entry.siblings);
  }
  return null;
}

const damaged = (detail: string): ReadError => new ReadError("damaged", { detail: `compound file: ${detail}` });
