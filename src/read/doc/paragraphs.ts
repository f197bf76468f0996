import { ReadError } from "../../core/outcome.ts";
import type { Tally } from "../tally.ts";
import { createFields, FIELD } from "./fields.ts";
import type { ParagraphProperties } from "./paragraph-properties.ts";
import type { StoryRange } from "./word-file.ts";

/** A paragraph as Word's mark ends it. */
export interface Paragraph {
  /** What is shown: `\n` for a line break, `\f` for a page break. */
  readonly text: string;
  readonly properties: ParagraphProperties;
  readonly endsCell: boolean;
  /** The mark's deletion is tracked: of the mark behind a row, the row's. */
  readonly isDeleted: boolean;
  /** Positions of the drawings that hang on it. */
  readonly drawings: readonly number[];
}

/** What the characters of a document are and what their properties make of them. */
export interface Characters {
  readonly text: string;
  readonly isDropped: (position: number) => boolean;
  readonly findSymbol: (position: number) => string | null;
  /** Where the Data stream describes a picture or form field. */
  readonly findData: (position: number) => number | null;
  /** Whether a section ends at the position: "page" where the next one begins a page. */
  readonly findSectionEnd: (position: number) => "page" | "same-page" | null;
  readonly propertiesAt: (position: number) => ParagraphProperties;
  readonly data: Uint8Array;
}

/** Signs of the text (MS-DOC 2.4.1). */
const CELL = 0x07;
const DRAWING = 0x08;
const BREAK = 0x0c;
const PARAGRAPH = 0x0d;
const SYMBOL = 0x28;

/** What signs below the space stand for; all others say nothing. */
const SIGNS: ReadonlyMap<number, string> = new Map([
  [0x09, "\t"],
  [0x0b, "\n"],
  [0x0c, "\f"],
  [0x0e, "\n"],
  [0x1e, "-"],
]);
const REPORTED: ReadonlyMap<number, string> = new Map([
  [0x01, "picture"],
  [0x02, "footnote"],
  [0x05, "comment"],
]);

/** No plan comes near it. */
const MOST_PARAGRAPHS = 200_000;

/**
 * Reads the paragraphs of a story. A paragraph whose mark is hidden or deleted runs on into the next one, whose
 * properties it takes, as in Word.
 * @throws ReadError `too-large`.
 */
export function readParagraphs(range: StoryRange, characters: Characters, tally: Tally): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const fields = createFields(characters.data);
  let parts: string[] = [];
  let drawings: number[] = [];
  const end = (position: number, last: string) => {
    const properties = characters.propertiesAt(position);
    const text = (properties.beginsPage ? "\f" : "") + parts.join("") + last;
    const endsCell = characters.text.charCodeAt(position) === CELL || properties.endsInnerCell;
    paragraphs.push({ text, properties, endsCell, isDeleted: characters.isDropped(position), drawings });
    if (paragraphs.length > MOST_PARAGRAPHS) throw new ReadError("too-large", { detail: "paragraphs" });
    [parts, drawings] = [[], []];
    fields.leave();
  };
  const last = Math.min(range.end, characters.text.length);
  for (let position = range.start; position < last; position++) {
    const code = characters.text.charCodeAt(position);
    if (code === DRAWING) drawings.push(position);
    const mark = markAt(code, position, characters);
    if (mark !== null) end(position, mark);
    else if (characters.isDropped(position)) continue;
    else if (code >= FIELD.begin && code <= FIELD.end) parts.push(fields.follow(code));
    else if (!fields.isShown()) fields.instruct(characters.text[position]!, characters.findData(position));
    else parts.push(readCharacter(code, position, characters, tally));
  }
  if (parts.length > 0) end(last - 1, "");
  return paragraphs;
}

/** What a mark adds to its paragraph's text; null where the position holds no mark. A cell's mark cannot be hidden. */
function markAt(code: number, position: number, characters: Characters): string | null {
  if (code === CELL) return "";
  if (code !== PARAGRAPH && code !== BREAK) return null;
  const section = code === BREAK ? characters.findSectionEnd(position) : null;
  if (code === BREAK && section === null) return null;
  return characters.isDropped(position) ? null : section === "page" ? "\f" : "";
}

function readCharacter(code: number, position: number, characters: Characters, tally: Tally): string {
  if (code === SYMBOL) return characters.findSymbol(position) ?? "(";
  if (code >= 0x20) return characters.text[position]!;
  const reported = REPORTED.get(code);
  if (reported !== undefined) tally.add(reported);
  return SIGNS.get(code) ?? "";
}
