import { readDoc } from "../../../src/read/doc/read-doc.ts";
import { buildCfb } from "./build-cfb.ts";
import { bytes, layOut, padTo, u8, u16, u32, utf16 } from "./bytes.ts";

/** Characters with one set of modifiers. */
export interface Run {
  readonly text: string;
  readonly modifiers: Uint8Array;
}

/** A paragraph with its mark (`\r`, `\x07` at the end of a cell or row, `\f` at the end of a section). */
export interface Paragraph {
  readonly runs: readonly Run[];
  readonly style: number;
  readonly modifiers: Uint8Array;
}

/** Parts of the table stream besides those that are made from the paragraphs; keys are places in the FIB's list. */
export interface DocOptions {
  readonly parts?: Readonly<Record<number, Uint8Array>>;
  readonly data?: Uint8Array;
  readonly textBoxes?: readonly Paragraph[];
  /** Stories between the main one and the text boxes (headers, footnotes): characters that must not be read. */
  readonly between?: string;
  /** One byte a character (Windows-1252) instead of two. */
  readonly narrow?: boolean;
  /** Modifiers that a fast save has put on the whole text. */
  readonly changes?: Uint8Array;
  readonly flags?: number;
  readonly identity?: number;
  /** Makes the streams that are written from those that Word would write. */
  readonly streams?: (streams: Record<string, Uint8Array>) => Record<string, Uint8Array>;
}

const TEXT_AT = 0x800;
const PAGE = 512;
const PAIRS = 93;
/** Behind the other parts, since the levels of lists lie behind what their own length says. */
const LISTS = 73;

/** A Word 97 file with these paragraphs. */
export function buildDoc(main: readonly Paragraph[], options: DocOptions = {}): Uint8Array {
  const between = options.between ?? "";
  const boxes = options.textBoxes ?? [];
  const paragraphs = [...main, ...(between === "" ? [] : [paragraph(between.slice(0, -1))]), ...boxes];
  const width = options.narrow ? 1 : 2;
  const text = textOf(paragraphs);
  const encoded = options.narrow ? new Uint8Array(Buffer.from(text, "latin1")) : utf16(text);
  const start = padTo(bytes(new Uint8Array(TEXT_AT), encoded), PAGE);
  const runs = runsOf(paragraphs, width);
  const pages = [...runs.paragraphs.map(paragraphPage), ...runs.characters.map(characterPage)];
  const first = start.length / PAGE;
  const parts = new Map<number, Uint8Array>([
    [12, pageList(runs.characters, first + runs.paragraphs.length)],
    [13, pageList(runs.paragraphs, first)],
    [33, pieceTable(text.length, options.narrow ? (2 * TEXT_AT) | 0x40000000 : TEXT_AT, options.changes)],
    ...Object.entries(options.parts ?? {}).map(([index, part]) => [Number(index), part] as const),
  ]);
  const { table, pairs } = layParts(parts);
  const lengths = [textOf(main).length, 0, between.length, 0, 0, 0, textOf(boxes).length, 0];
  const information = bytes(
    layOut(32, [
      [0, u16(options.identity ?? 0xa5ec, 0x00c1)],
      [10, u16(options.flags ?? 0x0200)],
    ]),
    bytes(u16(14), new Uint8Array(28)),
    layOut(2 + 88, [
      [0, u16(22)],
      [2 + 12, u32(...lengths)],
    ]),
    bytes(u16(PAIRS), pairs),
  );
  const document = bytes(
    layOut(start.length, [
      [0, start],
      [0, information],
    ]),
    ...pages,
  );
  const streams = { WordDocument: document, "1Table": table, ...(options.data ? { Data: options.data } : {}) };
  return buildCfb(options.streams ? options.streams(streams) : streams);
}

export const read = (file: Uint8Array) => readDoc(file, { fileName: "a.doc" });
export const readBlocks = async (file: Uint8Array) => (await read(file)).value.blocks;

/** One line a block: the text of a paragraph, `---` for a page break, `[row,column rowsxcolumns text …]` for a table. */
export async function readShort(file: Uint8Array): Promise<string[]> {
  const blocks = await readBlocks(file);
  return blocks.map((block) => {
    if (block.kind === "page-break") return "---";
    if (block.kind !== "table") return block.text;
    const cells = block.cells.map((cell) =>
      `${cell.row},${cell.column} ${cell.rowSpan}x${cell.colSpan} ${cell.text}`.trimEnd(),
    );
    return `[${cells.join(" | ")}]`;
  });
}

export const modifier = (code: number, operand: Uint8Array): Uint8Array => bytes(u16(code), operand);
export const run = (text: string, ...modifiers: Uint8Array[]): Run => ({ text, modifiers: bytes(...modifiers) });

export function paragraph(content: string | readonly Run[], ...modifiers: Uint8Array[]): Paragraph {
  const runs = typeof content === "string" ? [run(content)] : content;
  return { runs: [...runs, run("\r")], style: 0, modifiers: bytes(...modifiers) };
}

export const styled = (style: number, text: string): Paragraph => ({ ...paragraph(text), style });

const textOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.flatMap((one) => one.runs.map((each) => each.text)).join("");

interface Formatted {
  readonly start: number;
  readonly end: number;
  readonly properties: Uint8Array;
}

/** Pages hold two paragraphs or ten runs each, so that every file has several. */
function runsOf(paragraphs: readonly Paragraph[], width: number) {
  let at = TEXT_AT;
  const ofParagraphs: Formatted[] = [];
  const ofCharacters: Formatted[] = [];
  for (const one of paragraphs) {
    const start = at;
    for (const { text, modifiers } of one.runs) {
      ofCharacters.push({ start: at, end: at + text.length * width, properties: modifiers });
      at += text.length * width;
    }
    ofParagraphs.push({ start, end: at, properties: bytes(u16(one.style), one.modifiers) });
  }
  const shown = ofCharacters.filter((each) => each.end > each.start);
  return { paragraphs: inGroups(ofParagraphs, 2), characters: inGroups(shown, 10) };
}

const inGroups = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

const paragraphPage = (runs: readonly Formatted[]): Uint8Array =>
  writePage(runs, 13, ({ properties }) => {
    const even = properties.length % 2 === 0;
    return even ? bytes(u8(0, properties.length / 2), properties) : bytes(u8((properties.length + 1) / 2), properties);
  });

const characterPage = (runs: readonly Formatted[]): Uint8Array =>
  writePage(runs, 1, ({ properties }) => bytes(u8(properties.length), properties));

function writePage(runs: readonly Formatted[], size: number, write: (run: Formatted) => Uint8Array): Uint8Array {
  const described = 4 * (runs.length + 1);
  const parts: [number, Uint8Array][] = [
    [0, u32(...runs.map((one) => one.start), runs.at(-1)!.end)],
    [PAGE - 1, u8(runs.length)],
  ];
  let end = PAGE - 2;
  for (const [index, one] of runs.entries()) {
    if (one.properties.length === 0) continue;
    const written = write(one);
    end = (end - written.length) & ~1;
    if (end < described + size * runs.length) throw new Error("a page of properties is too full for this builder");
    parts.push([end, written], [described + size * index, u8(end / 2)]);
  }
  return layOut(PAGE, parts);
}

const pageList = (groups: readonly (readonly Formatted[])[], first: number): Uint8Array =>
  bytes(
    u32(...groups.map((group) => group[0]!.start), groups.at(-1)?.at(-1)?.end ?? 0),
    u32(...groups.map((_, index) => first + index)),
  );

function pieceTable(length: number, place: number, changes: Uint8Array | undefined): Uint8Array {
  const list = changes ? bytes(u8(1), u16(changes.length), changes) : new Uint8Array();
  return bytes(list, u8(2), u32(16), u32(0, length), u16(0), u32(place), u16(changes ? 1 : 0));
}

function layParts(parts: ReadonlyMap<number, Uint8Array>) {
  const pairs = new Uint8Array(8 * PAIRS);
  const order = [...parts.keys()].sort((one, other) => Number(one === LISTS) - Number(other === LISTS));
  let table: Uint8Array = new Uint8Array(8);
  for (const index of order) {
    const part = parts.get(index)!;
    const stated = index === LISTS ? 2 + 28 * (part[0] ?? 0) : part.length;
    pairs.set(u32(table.length, stated), 8 * index);
    table = bytes(table, part);
  }
  return { table, pairs };
}
