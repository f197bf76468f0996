import type { Evidence } from "../../schemas/evidence.ts";
import type { TextBlock } from "../core/document.ts";
import type { Outline } from "../core/outline.ts";
import { locate } from "../core/passage.ts";
import { squash } from "../core/tidy.ts";

/**
 * Finds names in a document. `text` is every block's text, once as printed and once without white space (a name may be
 * wrapped or spaced out), apart by line ends: one string, so that each search is one pass. Titles of attachments stand whole at its end, because
 * they may be set on two lines.
 */
export interface NameSearch {
  readonly text: string;
  readonly blocks: readonly { readonly block: TextBlock; readonly squashed: string }[];
}

export function createNameSearch({ document, attachments }: Pick<Outline, "document" | "attachments">): NameSearch {
  const blocks = document.blocks.map((block) => ({ block, squashed: squash(block.text) }));
  const text = blocks
    .flatMap(({ block, squashed }) => (squashed === block.text ? [squashed] : [block.text, squashed]))
    .join("\n");
  const titles = attachments.map((part) => squash(part.title));
  return { text: `\n${[text, ...titles].join("\n")}\n`, blocks };
}

/** The offsets at which a name occurs in the search text, in order. */
export function* occurrencesOf(name: string, { text }: NameSearch): Generator<number> {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) yield at;
}

/** The first place of a name in the document, white space between its characters allowed; empty where it has none. */
export function findName(name: string, { blocks }: NameSearch): Evidence[] {
  const found = blocks.find(({ squashed }) => squashed.includes(name));
  if (!found) return [];
  const { text } = found.block;
  const plain = text.indexOf(name);
  if (plain >= 0) return [locate(found.block, plain, plain + name.length)];
  const places = [...text].length === text.length ? filledPlaces(text) : [];
  const at = found.squashed.indexOf(name);
  const start = places[at];
  const last = places[at + name.length - 1];
  return start === undefined || last === undefined ? [] : [locate(found.block, start, last + 1)];
}

/** Offsets of the characters that are no white space. */
const filledPlaces = (text: string): number[] =>
  [...text].flatMap((character, offset) => (/\s/u.test(character) ? [] : [offset]));
