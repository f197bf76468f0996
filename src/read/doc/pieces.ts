import { foldRadicals } from "../../core/fold-radicals.ts";
import { ReadError } from "../../core/outcome.ts";
import { sliceOf, viewOf } from "./view.ts";

/** A stretch of characters `[start, end)` and where its bytes begin in the WordDocument stream (MS-DOC 2.8.35). */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  /** Bytes a character: 2 (UTF-16), or 1 (Windows-1252). */
  readonly width: 1 | 2;
  /** A `grpprl` that applies to the whole piece: what a fast save has changed. */
  readonly changes: Uint8Array;
}

/** A thousand pages hold a million characters. */
const MOST_CHARACTERS = 4_000_000;

const NARROW = 0x40000000;
const PROPERTIES = 1;
const PIECES = 2;

/**
 * Reads the piece table (MS-DOC 2.9.38 `Clx`), pieces in the order of the text.
 * @throws ReadError `too-large`, `damaged`; RangeError where it is cut off.
 */
export function readPieces(bytes: Uint8Array): Piece[] {
  const view = viewOf(bytes);
  const changes: Uint8Array[] = [];
  let at = 0;
  while (view.getUint8(at) === PROPERTIES) {
    const length = view.getUint16(at + 1, true);
    changes.push(sliceOf(bytes, at + 3, length));
    at += 3 + length;
  }
  if (view.getUint8(at) !== PIECES) throw new ReadError("damaged", { detail: "no piece table" });
  return readTable(sliceOf(bytes, at + 5, view.getUint32(at + 1, true)), changes);
}

function readTable(bytes: Uint8Array, changes: readonly Uint8Array[]): Piece[] {
  const view = viewOf(bytes);
  const count = Math.floor((bytes.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const [start, end] = [view.getUint32(4 * index, true), view.getUint32(4 * index + 4, true)];
    if (end < start || start !== (pieces.at(-1)?.end ?? 0)) throw new ReadError("damaged", { detail: "piece order" });
    if (end > MOST_CHARACTERS) throw new ReadError("too-large", { detail: "characters", limit: MOST_CHARACTERS });
    pieces.push({ start, end, ...readPiece(view, 4 * (count + 1) + 8 * index, changes) });
  }
  return pieces;
}

function readPiece(view: DataView, at: number, changes: readonly Uint8Array[]): Omit<Piece, "start" | "end"> {
  const place = view.getUint32(at + 2, true);
  const isNarrow = (place & NARROW) !== 0;
  const offset = place & (NARROW - 1);
  return {
    offset: isNarrow ? offset >> 1 : offset,
    width: isNarrow ? 1 : 2,
    changes: readChanges(view.getUint16(at + 6, true), changes),
  };
}

/** MS-DOC 2.9.216: an odd number points to one of the lists in front; an even one is a single short modifier. */
function readChanges(number: number, changes: readonly Uint8Array[]): Uint8Array {
  if (number & 1) return changes[number >> 1] ?? new Uint8Array();
  const code = SHORT_CODES.get((number >> 1) & 0x7f);
  return code === undefined ? new Uint8Array() : Uint8Array.of(code & 0xff, code >> 8, number >> 8);
}

/** MS-DOC 2.9.215, those that change what the text says: in a table, end of a row, deleted, hidden. */
const SHORT_CODES: ReadonlyMap<number, number> = new Map([
  [0x09, 0x2407],
  [0x18, 0x2416],
  [0x19, 0x2417],
  [0x41, 0x0800],
  [0x5c, 0x083c],
]);

/**
 * The text of all pieces; the character at index `n` is Word's character position `n`. Half a surrogate pair becomes U+FFFD.
 * @throws RangeError where a piece lies outside the stream.
 */
export const readCharacters = (pieces: readonly Piece[], document: Uint8Array): string =>
  foldRadicals(pieces.map((piece) => decode(piece, document)).join("")).toWellFormed();

/** TextDecoder's Windows-1252 gives one character a byte, control characters too, so positions stay true. */
function decode({ start, end, offset, width }: Piece, document: Uint8Array): string {
  const bytes = sliceOf(document, offset, (end - start) * width);
  return width === 2 ? Buffer.from(bytes).toString("utf16le") : WINDOWS_1252.decode(bytes);
}

const WINDOWS_1252 = new TextDecoder("windows-1252");

/** Finds the piece of a character position, and where in the stream the character's bytes begin. */
export function findPlace(
  pieces: readonly Piece[],
  position: number,
): { readonly piece: Piece; readonly place: number } {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.end > position) high = middle;
    else low = middle + 1;
  }
  const piece = pieces[low]!;
  return { piece, place: piece.offset + (position - piece.start) * piece.width };
}
