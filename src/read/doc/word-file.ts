import { ReadError } from "../../core/outcome.ts";
import { openCompoundFile } from "./compound-file.ts";
import { sliceOf, viewOf } from "./view.ts";

/** MS-DOC 2.5.2: what the first word of the stream says; older numbers belong to Word 2 to 95. */
const WORD_97 = 0xa5ec;
const OLDER: ReadonlySet<number> = new Set([0xa5db, 0xa5dc, 0xa59b, 0xa59c, 0xa697, 0xa699]);
const FLAGS = { at: 0x0a, encrypted: 0x0100, table1: 0x0200 };
const BASE_SIZE = 32;

/** MS-DOC 2.5.6: places of the parts in the list of `fc` and `lcb` pairs. */
const PARTS = {
  styles: 1,
  sections: 6,
  characters: 12,
  paragraphs: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  drawings: 50,
  textBoxes: 56,
  lists: 73,
  listOverrides: 74,
} as const;

export type PartName = keyof typeof PARTS;

/** A document's stories stand one behind the other in one run of characters (MS-DOC 2.3). */
export interface StoryRange {
  readonly start: number;
  readonly end: number;
}

/** The streams of a Word 97–2003 file and what its File Information Block says of them. */
export interface WordFile {
  readonly document: Uint8Array;
  /** The stream that some properties point into; empty where the file has none. */
  readonly data: Uint8Array;
  /** A part of the table stream; empty where the document has no such part. Throws a RangeError outside the stream. */
  readonly part: (name: PartName) => Uint8Array;
  /** As `part`, with all that stands behind it: the levels of lists do. */
  readonly partOnwards: (name: PartName) => Uint8Array;
  readonly main: StoryRange;
  readonly textBoxes: StoryRange;
}

/**
 * Opens the Word streams of a compound file.
 * @throws ReadError `unsupported-format` (not Word, or Word 95 and older), `encrypted`, `damaged`.
 */
export function openWordFile(bytes: Uint8Array): WordFile {
  const find = openCompoundFile(bytes);
  const document = find("WordDocument");
  if (document === null) throw new ReadError("unsupported-format", { format: "cfb" });
  const view = viewOf(document);
  checkIdentity(view.getUint16(0, true));
  const flags = view.getUint16(FLAGS.at, true);
  if (flags & FLAGS.encrypted) throw new ReadError("encrypted", { format: "doc" });
  const [first, second] = flags & FLAGS.table1 ? ["1Table", "0Table"] : ["0Table", "1Table"];
  const table = find(first!) ?? find(second!);
  if (table === null) throw new ReadError("damaged", { detail: `no stream ${first}` });
  return { document, data: find("Data") ?? NOTHING, ...readInformation(view, table) };
}

function checkIdentity(identity: number): void {
  if (OLDER.has(identity)) throw new ReadError("unsupported-format", { format: "Word 95" });
  if (identity !== WORD_97) throw new ReadError("damaged", { detail: "no Word header" });
}

const NOTHING = new Uint8Array();

/** MS-DOC 2.5.1: four lists, each behind its own count: of 2 bytes, of 4 bytes, of pairs. */
function readInformation(
  view: DataView,
  table: Uint8Array,
): Pick<WordFile, "part" | "partOnwards" | "main" | "textBoxes"> {
  const longs = BASE_SIZE + 2 + 2 * view.getUint16(BASE_SIZE, true) + 2;
  const pairs = longs + 4 * view.getUint16(longs - 2, true) + 2;
  const pairCount = view.getUint16(pairs - 2, true);
  const placeOf = (name: PartName) => {
    const at = pairs + 8 * PARTS[name];
    return PARTS[name] < pairCount
      ? ([view.getUint32(at, true), view.getUint32(at + 4, true)] as const)
      : ([0, 0] as const);
  };
  const part = (name: PartName) => {
    const [start, length] = placeOf(name);
    return length === 0 ? NOTHING : sliceOf(table, start, length);
  };
  const partOnwards = (name: PartName) => (part(name).length === 0 ? NOTHING : table.subarray(placeOf(name)[0]));
  // MS-DOC 2.5.4: ccpText, ccpFtn, ccpHdd, ccpMcr, ccpAtn, ccpEdn, ccpTxbx.
  const lengths = Array.from({ length: 7 }, (_, index) => view.getUint32(longs + 4 * (3 + index), true));
  const boxesStart = lengths.slice(0, 6).reduce((total, length) => total + length, 0);
  return {
    part,
    partOnwards,
    main: { start: 0, end: lengths[0]! },
    textBoxes: { start: boxesStart, end: boxesStart + lengths[6]! },
  };
}
