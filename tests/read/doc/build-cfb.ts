import { bytes, layOut, padTo, u8, u16, u32, utf16 } from "./bytes.ts";

const END = 0xfffffffe;
const NONE = 0xffffffff;
const IN_FAT = 0xfffffffd;
const IN_DIFAT = 0xfffffffc;
const MINI_SIZE = 64;
const SMALLEST = 4096;

/** A compound file (MS-CFB): each stream under the root; those under 4096 bytes lie in the mini stream. */
export function buildCfb(streams: Readonly<Record<string, Uint8Array>>, sectorSize: 512 | 4096 = 512): Uint8Array {
  const names = Object.keys(streams);
  const content: Uint8Array[] = [];
  const fat: number[] = [];
  const store = (stream: Uint8Array): number => {
    if (stream.length === 0) return END;
    const start = fat.length;
    const padded = padTo(stream, sectorSize);
    const count = padded.length / sectorSize;
    for (let index = 1; index <= count; index++) fat.push(index < count ? start + index : END);
    content.push(padded);
    return start;
  };
  const mini = createMiniStream();
  const places = names.map((name) =>
    streams[name]!.length < SMALLEST ? mini.store(streams[name]!) : store(streams[name]!),
  );
  const miniStart = store(mini.content());
  const miniFatStart = store(mini.table());
  const entries = [
    directoryEntry("Root Entry", 5, {
      child: names.length > 0 ? 1 : NONE,
      start: miniStart,
      size: mini.content().length,
    }),
    ...names.map((name, index) =>
      directoryEntry(name, 2, {
        right: index + 1 < names.length ? index + 2 : NONE,
        start: places[index]!,
        size: streams[name]!.length,
      }),
    ),
  ];
  const directoryStart = store(bytes(...entries));
  const fatSectors = Math.ceil((fat.length * 1.02 + 8) / (sectorSize / 4));
  const fatStart = fat.length;
  for (let index = 0; index < fatSectors; index++) fat.push(IN_FAT);
  const beyondHeader = Array.from({ length: Math.max(0, fatSectors - 109) }, (_, index) => fatStart + 109 + index);
  const difat = difatSectors(beyondHeader, fatStart + fatSectors, sectorSize / 4);
  for (let at = 0; at < difat.length; at += sectorSize / 4) fat.push(IN_DIFAT);
  while (fat.length < (fatSectors * sectorSize) / 4) fat.push(NONE);
  const header = layOut(sectorSize, [
    [0, u8(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    [24, u16(0x3e, sectorSize === 512 ? 3 : 4, 0xfffe, sectorSize === 512 ? 9 : 12, 6)],
    [44, u32(fatSectors, directoryStart, 0, SMALLEST, miniFatStart, 1)],
    [68, u32(difat.length === 0 ? END : fatStart + fatSectors, (4 * difat.length) / sectorSize)],
    [76, u32(...Array.from({ length: 109 }, (_, index) => (index < fatSectors ? fatStart + index : NONE)))],
  ]);
  return bytes(header, ...content, words(fat), words(difat));
}

/** Sectors that list those of the FAT which the header has no room for; each ends with the number of the next one. */
function difatSectors(listed: readonly number[], first: number, size: number): number[] {
  const sectors: number[] = [];
  for (let at = 0; at < listed.length; at += size - 1) {
    const part = listed.slice(at, at + size - 1);
    const isLast = at + size - 1 >= listed.length;
    sectors.push(...part, ...Array<number>(size - 1 - part.length).fill(NONE));
    sectors.push(isLast ? END : first + sectors.length / size + 1);
  }
  return sectors;
}

const words = (values: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer);

function createMiniStream() {
  const parts: Uint8Array[] = [];
  const fat: number[] = [];
  return {
    store: (stream: Uint8Array): number => {
      const start = fat.length;
      const count = Math.ceil(stream.length / MINI_SIZE);
      for (let index = 1; index <= count; index++) fat.push(index < count ? start + index : END);
      parts.push(padTo(stream, MINI_SIZE));
      return count === 0 ? END : start;
    },
    content: () => bytes(...parts),
    table: () => u32(...fat),
  };
}

interface Place {
  readonly right?: number;
  readonly child?: number;
  readonly start: number;
  readonly size: number;
}

const directoryEntry = (name: string, type: number, { right = NONE, child = NONE, start, size }: Place): Uint8Array =>
  layOut(128, [
    [0, utf16(name)],
    [64, u16(2 * name.length + 2)],
    [66, u8(type, 1)],
    [68, u32(NONE, right, child)],
    [116, u32(start, size)],
  ]);
