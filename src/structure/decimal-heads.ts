import { findNumbering, type Numbering } from "../core/numbering.ts";
import { findKind } from "./section-kind.ts";

/** A line that may be a heading of a plan with decimal numbering: its path (`[3, 1, 2]`) and its own place in the text. */
interface Candidate {
  readonly at: number;
  readonly path: readonly number[];
  readonly numbering: Numbering;
  readonly heading: string;
}

const PATH = String.raw`\d{1,2}(?:[.．]\d{1,2}){0,3}`;
/** The number, white space or a stop, a heading of Chinese words that no quantity begins (`3 个`, `1.5 万元`). */
const HEAD = new RegExp(
  String.raw`^\s*(${PATH})(?:\s*[.．、]\s*|\s+|(?<=[.．]\d{1,2}))(?![个万亿元米吨亩倍]|[年月日][底内均至])(\p{Script=Han}[^。；，！？：]{1,30}?)\s*(?:。|$)`,
  "u",
);
/** A heading may have its text in the same paragraph. */
const LONGEST_PARAGRAPH = 2000;

/**
 * The headings of a plan numbered as technical plans are (`1 总则`, `1.1 编制目的`, `3.1.1 编制专项规划`), by their
 * line. A digit and a space head a chapter only where `1.1` follows, or, between such chapters, where the chapter is
 * called as the genre calls one. Empty where the text has no such chapters.
 */
export function findDecimalHeads(texts: readonly string[]): ReadonlyMap<number, Numbering> {
  const candidates = texts.flatMap(readCandidate);
  const chapters = findChapters(candidates);
  const heads = new Map(chapters.map(({ at, numbering }) => [at, numbering]));
  for (const [index, chapter] of chapters.entries()) {
    let last = chapter.path;
    const until = chapters[index + 1]?.at ?? texts.length;
    for (const candidate of candidates) {
      if (candidate.at <= chapter.at || candidate.at >= until || !isBelow(candidate, chapter, last)) continue;
      heads.set(candidate.at, candidate.numbering);
      last = candidate.path;
    }
  }
  return heads;
}

function readCandidate(text: string, at: number): Candidate[] {
  const match = text.length > LONGEST_PARAGRAPH ? null : HEAD.exec(text);
  if (!match) return [];
  const path = match[1]!.split(/[.．]/u).map(Number);
  const numbering = findNumbering(text) ?? readBare(match, path);
  return numbering === null ? [] : [{ at, path, numbering, heading: match[2]! }];
}

/** A number before white space; a chapter's heading stands on a line of its own. */
function readBare(match: RegExpExecArray, path: readonly number[]): Numbering | null {
  const number = match[1]!;
  const start = match[0].indexOf(number) + number.length;
  const ownLine = match[0].length === match.input.length;
  if (!/^\s/u.test(match[0].slice(start)) || (path.length === 1 && !ownLine)) return null;
  const style = path.length === 1 ? "digit" : "decimal-path";
  return { style, number, value: path.at(-1)!, end: match[0].indexOf(match[2]!, start) };
}

/** The chapters in order: 1, 2, 3 …, at least the first of them with its own `1.1`. */
function findChapters(candidates: readonly Candidate[]): Candidate[] {
  const chapters: Candidate[] = [];
  let from = 0;
  for (let value = 1; ; value++) {
    const ofValue = candidates.flatMap((candidate, index) =>
      index >= from && candidate.path.length === 1 && candidate.path[0] === value ? [{ candidate, index }] : [],
    );
    const chapter =
      ofValue.find(({ index }) => isFirstBelow(candidates[index + 1], value)) ??
      (value > 1 ? ofValue.find(({ candidate }) => findKind(candidate.heading) !== null) : undefined);
    if (chapter === undefined) return chapters;
    chapters.push(chapter.candidate);
    from = chapter.index + 1;
  }
}

const isFirstBelow = (candidate: Candidate | undefined, chapter: number): boolean =>
  candidate?.path.length === 2 && candidate.path[0] === chapter && candidate.path[1] === 1;

/** A path in its chapter that goes on from the last one: `3.1.2` or `3.2` after `3.1.1`, never backwards. */
function isBelow(candidate: Candidate, chapter: Candidate, last: readonly number[]): boolean {
  if (candidate.path.length === 1 || candidate.path[0] !== chapter.path[0]) return false;
  const at = candidate.path.findIndex((part, index) => part !== last[index]);
  return at >= 0 && candidate.path[at]! > (last[at] ?? 0);
}
