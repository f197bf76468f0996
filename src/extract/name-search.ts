import type { Evidence } from "../../schemas/evidence.ts";
import type { TextBlock } from "../core/document.ts";
import { lastBefore } from "../core/last-before.ts";
import type { Outline } from "../core/outline.ts";
import { locate } from "../core/passage.ts";
import { squash } from "../core/tidy.ts";

/**
 * Finds names in a document. `text` is every block's text, once as printed and once without white space (a name may be
 * wrapped or spaced out), apart by line ends. `places` says where each three characters of it stand: a file may name
 * thousands of bodies, each with dozens of other forms, and most forms stand nowhere. Titles of attachments stand whole at
 * its end, because they may be set on two lines.
 */
export interface NameSearch {
  readonly text: string;
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly blocks: readonly { readonly block: TextBlock; readonly squashed: string }[];
  /** The offset in `text` at which each block begins, and last that of the titles. */
  readonly starts: readonly number[];
}

const GRAM = 3;

/** Prepares a document for many searches; takes time and memory in proportion to its text. */
export function createNameSearch({ document, attachments }: Pick<Outline, "document" | "attachments">): NameSearch {
  const blocks = document.blocks.map((block) => ({ block, squashed: squash(block.text) }));
  const starts: number[] = [];
  let text = "\n";
  for (const { block, squashed } of blocks) {
    starts.push(text.length);
    text += squashed === block.text ? `${squashed}\n` : `${block.text}\n${squashed}\n`;
  }
  starts.push(text.length);
  for (const { title } of attachments) text += `${squash(title)}\n`;
  return { text, places: findGrams(text), blocks, starts };
}

function findGrams(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + GRAM <= text.length; at++) {
    const gram = text.slice(at, at + GRAM);
    const known = places.get(gram);
    if (known) known.push(at);
    else places.set(gram, [at]);
  }
  return places;
}

/** The offsets at which a name occurs in the search text, in order. */
export function* occurrencesOf(name: string, { text, places }: NameSearch): Generator<number> {
  if (name.length < GRAM) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) yield at;
    return;
  }
  const { shift, found } = rarestGram(name, places);
  for (const place of found) if (text.startsWith(name, place - shift)) yield place - shift;
}

/** Where the rarest three characters of a name stand, and their offset in the name. */
function rarestGram(name: string, places: NameSearch["places"]): { shift: number; found: readonly number[] } {
  let rarest = { shift: 0, found: places.get(name.slice(0, GRAM)) ?? [] };
  for (let shift = 1; shift + GRAM <= name.length; shift++) {
    const found = places.get(name.slice(shift, shift + GRAM)) ?? [];
    if (found.length < rarest.found.length) rarest = { shift, found };
  }
  return rarest;
}

/** The first place of a name in the document, white space between its characters allowed; empty where it has none. */
export function findName(name: string, search: NameSearch): Evidence[] {
  const offset = occurrencesOf(name, search).next().value;
  const found = offset === undefined ? undefined : search.blocks[lastBefore(search.starts, offset)];
  if (!found) return [];
  const { block, squashed } = found;
  const plain = block.text.indexOf(name);
  if (plain >= 0) return [locate(block, plain, plain + name.length)];
  const places = [...block.text].length === block.text.length ? filledPlaces(block.text) : [];
  const at = squashed.indexOf(name);
  const start = places[at];
  const last = places[at + name.length - 1];
  return start === undefined || last === undefined ? [] : [locate(block, start, last + 1)];
}

/** Offsets of the characters that are no white space. */
const filledPlaces = (text: string): number[] =>
  [...text].flatMap((character, offset) => (/\s/u.test(character) ? [] : [offset]));
