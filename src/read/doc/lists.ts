import type { Level, NumberedList } from "../numbering/numbered-list.ts";
import { sliceOf, viewOf } from "./view.ts";

/** A list by its number in the table of overrides, from 1 (`sprmPIlfo`). */
export type Lists = ReadonlyMap<number, NumberedList>;

const LIST_SIZE = 28;
const OVERRIDE_SIZE = 16;
const MOST_LEVELS = 9;
const LONGEST_PATTERN = 100;
const NO_STYLE = 0xfff;

/** MSONFC (MS-OSHARED 2.2.1.3): what each number is called in DOCX; those not named print digits. */
const FORMATS: ReadonlyMap<number, string> = new Map([
  [1, "upperRoman"],
  [2, "lowerRoman"],
  [3, "upperLetter"],
  [4, "lowerLetter"],
  [10, "ideographDigital"],
  [11, "japaneseCounting"],
  [14, "decimalFullWidth"],
  [17, "japaneseDigitalTenThousand"],
  [18, "decimalEnclosedCircle"],
  [19, "decimalFullWidth2"],
  [22, "decimalZero"],
  [23, "bullet"],
  [26, "decimalEnclosedFullstop"],
  [27, "decimalEnclosedParen"],
  [28, "decimalEnclosedCircleChinese"],
  [29, "ideographEnclosedCircle"],
  [30, "ideographTraditional"],
  [31, "ideographZodiac"],
  [33, "taiwaneseCounting"],
  [34, "ideographLegalTraditional"],
  [35, "taiwaneseCountingThousand"],
  [36, "taiwaneseDigital"],
  [37, "chineseCounting"],
  [38, "chineseLegalSimplified"],
  [39, "chineseCountingThousand"],
  [57, "numberInDash"],
  [255, "none"],
]);
const SUFFIXES: readonly string[] = ["tab", "space", "nothing"];

/** Reads on through bytes, one thing behind the other. */
interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/**
 * Reads the lists of a document (MS-DOC 2.9.131 `LSTF`, 2.9.132 `LVL`, 2.9.134 `LFO`).
 * @param definitions `PlfLst` and what stands behind it: the levels, outside of the part's stated length.
 * @throws RangeError where they are cut off.
 */
export function readLists(definitions: Uint8Array, overrides: Uint8Array): Lists {
  if (definitions.length === 0 || overrides.length === 0) return new Map();
  return readOverrides(overrides, readDefinitions(definitions));
}

type Levels = NumberedList["levels"];

function readDefinitions(bytes: Uint8Array): ReadonlyMap<number, Levels> {
  const view = viewOf(bytes);
  const count = view.getUint16(0, true);
  const cursor = { bytes, at: 2 + LIST_SIZE * count };
  const lists = new Map<number, Levels>();
  for (let index = 0; index < count; index++) {
    const at = 2 + LIST_SIZE * index;
    const isSimple = (view.getUint8(at + 26) & 1) !== 0;
    const levels = Array.from({ length: isSimple ? 1 : MOST_LEVELS }, (_, level) =>
      readLevel(cursor, view.getUint16(at + 8 + 2 * level, true)),
    );
    lists.set(view.getUint32(at, true), new Map(levels.entries()));
  }
  return lists;
}

/** A level: a fixed part of 28 bytes, properties of the paragraph and of the number, and the pattern. */
function readLevel(cursor: Cursor, style: number): Level {
  const fixed = viewOf(sliceOf(cursor.bytes, cursor.at, LIST_SIZE));
  const flags = fixed.getUint8(5);
  const patternAt = cursor.at + LIST_SIZE + fixed.getUint8(24) + fixed.getUint8(25);
  const length = 2 * viewOf(cursor.bytes).getUint16(patternAt, true);
  const pattern = Buffer.from(sliceOf(cursor.bytes, patternAt + 2, length)).toString("utf16le");
  cursor.at = patternAt + 2 + length;
  return {
    start: fixed.getUint32(0, true),
    format: FORMATS.get(fixed.getUint8(4)) ?? "decimal",
    text: writePattern(pattern),
    suffix: SUFFIXES[fixed.getUint8(15)] ?? "tab",
    legal: (flags & 4) !== 0,
    restart: (flags & 8) === 0 ? null : fixed.getUint8(26),
    styleId: style === NO_STYLE ? null : String(style),
  };
}

/** Signs 0 to 8 stand for the numbers of the levels: `（\u0000）` is DOCX's `（%1）`. */
const writePattern = (pattern: string): string =>
  pattern.slice(0, LONGEST_PATTERN).replace(/[\0-\x08]/gu, (sign) => `%${sign.charCodeAt(0) + 1}`);

/** `PlfLfo`: a count, the fixed parts, then behind each other what they change. */
function readOverrides(bytes: Uint8Array, definitions: ReadonlyMap<number, Levels>): Lists {
  const view = viewOf(bytes);
  const count = view.getUint32(0, true);
  const cursor = { bytes: sliceOf(bytes, 0, bytes.length), at: 4 + OVERRIDE_SIZE * count };
  sliceOf(bytes, 4, OVERRIDE_SIZE * count);
  const lists = new Map<number, NumberedList>();
  for (let index = 0; index < count; index++) {
    const at = 4 + OVERRIDE_SIZE * index;
    const definition = view.getUint32(at, true);
    const changes = readChanges(cursor, view.getUint8(at + 12));
    const levels = definitions.get(definition);
    if (!levels) continue;
    lists.set(index + 1, {
      id: String(index + 1),
      abstractId: String(definition),
      levels: new Map([...levels, ...changes.levels]),
      overrides: changes.starts,
    });
  }
  return lists;
}

interface Changes {
  readonly levels: Map<number, Level>;
  readonly starts: Map<number, number>;
}

/** `LFOData`: four bytes, then for each changed level (2.9.133 `LFOLVL`) its start value, flags and perhaps the level. */
function readChanges(cursor: Cursor, count: number): Changes {
  const changes: Changes = { levels: new Map(), starts: new Map() };
  const view = viewOf(cursor.bytes);
  cursor.at += 4;
  for (let left = count; left > 0; left--) {
    const [start, flags] = [view.getUint32(cursor.at, true), view.getUint32(cursor.at + 4, true)];
    const level = flags & 0xf;
    cursor.at += 8;
    if (flags & 0x20) changes.levels.set(level, readLevel(cursor, NO_STYLE));
    if (flags & 0x10) changes.starts.set(level, changes.levels.get(level)?.start ?? start);
  }
  return changes;
}
