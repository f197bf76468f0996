import { listModifiers, type Modifier } from "./modifiers.ts";
import { sliceOf, viewOf } from "./view.ts";

/** A paragraph style; `modifiers` are its own behind those of the styles that it is based on. */
export interface Style {
  readonly name: string;
  /** Number of the built-in style (`sti`), the same in every language. */
  readonly builtIn: number;
  readonly modifiers: readonly Modifier[];
}

/** Finds a paragraph style by its number (`istd`), or null. */
export type FindStyle = (number: number) => Style | null;

const PARAGRAPH_STYLE = 1;
const LONGEST_CHAIN = 32;

interface RawStyle extends Pick<Style, "name" | "builtIn"> {
  readonly base: number;
  readonly properties: Uint8Array;
}

/**
 * Reads the style sheet (MS-DOC 2.9.271 `STSH`).
 * @throws RangeError where it is cut off.
 */
export function readStyles(bytes: Uint8Array): FindStyle {
  if (bytes.length === 0) return () => null;
  const raw = readRawStyles(bytes);
  const known = new Map<number, Style | null>();
  return (number) => {
    if (!known.has(number)) known.set(number, createStyle(raw, number));
    return known.get(number)!;
  };
}

function createStyle(raw: readonly (RawStyle | null)[], number: number): Style | null {
  const chain: RawStyle[] = [];
  let style = raw[number];
  while (style && chain.length < LONGEST_CHAIN) {
    chain.unshift(style);
    style = raw[style.base];
  }
  const own = chain.at(-1);
  return own ? { ...own, modifiers: chain.flatMap(({ properties }) => listModifiers(properties)) } : null;
}

/** MS-DOC 2.9.272: a count of styles and the size of a style's fixed part; each style states its size in front. */
function readRawStyles(bytes: Uint8Array): (RawStyle | null)[] {
  const view = viewOf(bytes);
  const header = view.getUint16(0, true);
  const fixed = view.getUint16(4, true);
  const styles: (RawStyle | null)[] = [];
  let at = 2 + header;
  for (let left = view.getUint16(2, true); left > 0 && at + 2 <= bytes.length; left--) {
    const size = view.getUint16(at, true);
    styles.push(size === 0 ? null : readRawStyle(sliceOf(bytes, at + 2, size), fixed));
    at += 2 + size + (size & 1);
  }
  return styles;
}

/** MS-DOC 2.9.259 `STD`: the fixed part, the name, then the properties of paragraphs and of characters. */
function readRawStyle(bytes: Uint8Array, fixed: number): RawStyle | null {
  const view = viewOf(bytes);
  const kind = view.getUint16(2, true);
  if ((kind & 0xf) !== PARAGRAPH_STYLE) return null;
  const nameLength = view.getUint16(fixed, true);
  const name = Buffer.from(sliceOf(bytes, fixed + 2, 2 * nameLength)).toString("utf16le");
  const at = fixed + 2 + 2 * nameLength + 2;
  const properties = sliceOf(bytes, at + 2, view.getUint16(at, true));
  return { name, builtIn: view.getUint16(0, true) & 0xfff, base: kind >> 4, properties: properties.subarray(2) };
}
