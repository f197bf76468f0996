import { ReadError } from "../../core/outcome.ts";
import { isOn, listModifiers, type Modifier } from "./modifiers.ts";
import type { Style } from "./styles.ts";
import { sliceOf, viewOf } from "./view.ts";

/** What a paragraph's properties say, its style's included. */
export interface ParagraphProperties {
  /** Number of the style (`istd`). */
  readonly style: number;
  /** How many tables the paragraph stands in. */
  readonly depth: number;
  /** The paragraph is the mark behind a row of a table; its modifiers describe the row. */
  readonly endsRow: boolean;
  /** The paragraph ends a cell of a table inside a cell, where the sign 0x07 is not used. */
  readonly endsInnerCell: boolean;
  readonly beginsPage: boolean;
  /** Number of the list in `PlfLfo`, from 1; 0 where the paragraph is in none. */
  readonly list: number;
  /** The list's level, null where neither paragraph nor style states it. */
  readonly level: number | null;
  /** A line of a generated table of contents. */
  readonly isContents: boolean;
  /** The own modifiers of a mark behind a row, in order; of other paragraphs none are kept. */
  readonly modifiers: readonly Modifier[];
}

type Change = (properties: ParagraphProperties, modifier: Modifier) => Partial<ParagraphProperties>;

const MOST_LISTS = 2047;

/** MS-DOC 2.6.2, the modifiers that say where a paragraph belongs. */
const CHANGES: ReadonlyMap<number, Change> = new Map<number, Change>([
  [0x2416, ({ depth }, modifier) => ({ depth: Math.max(depth, isOn(modifier) ? 1 : 0) })],
  [0x6649, (_, { operand }) => ({ depth: Math.max(0, operand.getInt32(0, true)) })],
  [0x664a, ({ depth }, { operand }) => ({ depth: Math.max(0, depth + operand.getInt32(0, true)) })],
  [0x2417, (_, modifier) => ({ endsRow: isOn(modifier) })],
  [0x244c, (_, modifier) => ({ endsRow: isOn(modifier) })],
  [0x244b, (_, modifier) => ({ endsInnerCell: isOn(modifier) })],
  [0x2407, (_, modifier) => ({ beginsPage: isOn(modifier) })],
  [0x460b, (_, { operand }) => ({ list: listNumber(operand.getInt16(0, true)) })],
  [0x260a, (_, { operand }) => ({ level: operand.getUint8(0) })],
]);

/** MS-DOC 2.6.2 `sprmPIlfo`: below zero, numbers that are not shown. */
const listNumber = (number: number): number => (number > 0 && number < MOST_LISTS ? number : 0);

/** Gathers what the style and the paragraph's own modifiers say, later ones over earlier ones. */
export function readParagraphProperties(
  number: number,
  style: Style | null,
  modifiers: readonly Modifier[],
): ParagraphProperties {
  let properties: ParagraphProperties = { ...NONE, style: number, isContents: isContents(style) };
  for (const modifier of [...(style?.modifiers ?? []), ...modifiers]) {
    const change = CHANGES.get(modifier.code);
    if (change) properties = { ...properties, ...change(properties, modifier) };
  }
  return properties.endsRow ? { ...properties, modifiers } : properties;
}

const NONE: Omit<ParagraphProperties, "style" | "isContents"> = {
  depth: 0,
  endsRow: false,
  endsInnerCell: false,
  beginsPage: false,
  list: 0,
  level: null,
  modifiers: [],
};

/** `toc 1` to `toc 9` are built in; the heading above them is known by its name alone (MS-DOC 2.9.260). */
const isContents = (style: Style | null): boolean =>
  style !== null && ((style.builtIn >= 19 && style.builtIn <= 27) || /^toc (?:\d|heading)$/iu.test(style.name));

/** Modifiers that lie in the Data stream, where a page of properties had no room (`sprmPHugePapx`, `sprmPTableProps`). */
const INDIRECT: ReadonlySet<number> = new Set([0x6645, 0x6646, 0x646b]);
/** A thousand pages have half a million; a hostile file may point to the same ones again and again. */
const MOST_MODIFIERS = 2_000_000;

/**
 * Lists the modifiers of a `grpprl`, with those that it points to in the Data stream put in their place.
 * @throws ReadError `too-large` where a file's lists are longer than any real ones; RangeError outside of the stream.
 */
export type ListAll = (properties: Uint8Array) => readonly Modifier[];

export function createListing(data: Uint8Array): ListAll {
  let left = MOST_MODIFIERS;
  const listIndirect = (modifier: Modifier): readonly Modifier[] => {
    if (!INDIRECT.has(modifier.code)) return [modifier];
    const at = modifier.operand.getUint32(0, true);
    return listModifiers(sliceOf(data, at + 2, viewOf(data).getUint16(at, true)));
  };
  return (properties) =>
    listModifiers(properties).flatMap((modifier) => {
      const listed = listIndirect(modifier);
      left -= listed.length;
      if (left < 0) throw new ReadError("too-large", { detail: "properties", limit: MOST_MODIFIERS });
      return listed;
    });
}
