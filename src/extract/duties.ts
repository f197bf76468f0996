import type { Duty } from "../../schemas/duty.ts";
import { isParagraph } from "../core/document.ts";
import { findNumbering } from "../core/numbering.ts";
import type { Item, Outline } from "../core/outline.ts";
import { evidenceOf, joinPassages, type Passage, passageOf, slicePassage, wholeBlock } from "../core/passage.ts";
import { isBody, splitUnits } from "../core/split-units.ts";
import { squash, tidy } from "../core/tidy.ts";

const CHAPTER = /职责|责任分工|任务分工|部门分工/u;

/** Who does what, body by body, in a 职责分工 chapter or attachment: `市房产局：负责…`, `（一）市住建局。负责…`. */
export function extractDuties(outline: Outline): Duty[] {
  const chapters = outline.items.flatMap(findChapters).flatMap(dutiesOf);
  const attached = outline.attachments
    .filter((part) => CHAPTER.test(part.title))
    .flatMap((part) => part.nodes.filter(isParagraph).flatMap((node) => readLine(wholeBlock(node.block))));
  return [...chapters, ...attached];
}

const findChapters = (item: Item): Item[] =>
  CHAPTER.test(item.heading.text) ? [item] : item.children.flatMap(findChapters);

const dutiesOf = (chapter: Item): Duty[] => [
  ...linesOf(chapter.intro).flatMap(readLine),
  ...chapter.children.flatMap((child) => {
    const units = namesIn(child.heading.text);
    return units.length ? [toDuty(units, child.body, joinPassages([child.heading, child.body]))] : dutiesOf(child);
  }),
];

const linesOf = (passage: Passage): Passage[] => passage.pieces.map((piece) => passageOf([piece]));

/** A line that begins with a body's name and a colon or full stop. */
function readLine(line: Passage): Duty[] {
  const from = findNumbering(line.text)?.end ?? 0;
  const match = /^\s*([^：:。，]{2,80})[：:。]\s*(?=\S)/u.exec(line.text.slice(from));
  const units = match ? namesIn(match[1]!) : [];
  return match && units.length
    ? [toDuty(units, slicePassage(line, from + match[0].length), slicePassage(line, from))]
    : [];
}

/** The bodies of a list, where each part of it is one. */
function namesIn(text: string): string[] {
  const units = splitUnits(squash(text));
  return units.length > 0 && units.every((unit) => isBody(unit) && unit.length <= 30) ? units : [];
}

const toDuty = (units: string[], text: Passage, all: Passage): Duty => ({
  units,
  text: tidy(text.text),
  evidence: evidenceOf(all),
});
