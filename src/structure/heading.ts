import { findDates } from "../core/dates.ts";
import type { Paragraph } from "../core/document.ts";
import { foldMarks } from "../core/fold-width.ts";
import type { Numbering } from "../core/numbering.ts";
import { type Passage, slicePassage, wholeBlock } from "../core/passage.ts";

/** The first paragraph of a numbered item, taken apart. */
export interface Heading {
  readonly heading: Passage;
  /** A trailing bracket of dates, `（2020年11月至2021年6月）`, or empty. */
  readonly dates: Passage;
  /** What follows the heading sentence in the same paragraph. */
  readonly rest: Passage;
}

const OPEN = /[（(《〈“‘「『[【〔]/u;
const CLOSE = /[）)》〉”’」』\]】〕]/u;
/** The longest text before a colon that is a heading (`工作目标：到2025年…`). */
const LONGEST_LABEL = 24;

/** Splits `number + heading sentence + rest`. The heading sentence ends at the first 。 outside brackets, or at a label's colon. */
export function readHeading(paragraph: Paragraph, numbering: Pick<Numbering, "end">): Heading {
  const whole = wholeBlock(paragraph.block);
  const text = foldMarks(whole.text);
  const named = findNameInBrackets(text, numbering.end);
  const start = named?.start ?? numbering.end;
  const end = named?.end ?? headingEnd(text, start);
  const trimmed = trimEnd(text, start, end);
  const bracket = findDateBracket(text.slice(start, trimmed));
  const stop = bracket === null ? trimmed : start + bracket.start;
  const rest = slicePassage(whole, skipMarks(text, end));
  const leading = bracket === null ? leadingDates(rest) : null;
  return {
    heading: slicePassage(whole, start, trimEnd(text, start, stop)),
    dates:
      leading?.dates ??
      (bracket === null
        ? slicePassage(whole, end, end)
        : slicePassage(whole, start + bracket.start, start + bracket.end)),
    rest: leading?.rest ?? rest,
  };
}

/** The name in `【目标】…`, `1.【改造管网】…` and `【一、目标】…`, whose number ends at `from`; a label such as 【责任单位】 is none. */
function findNameInBrackets(text: string, from: number): { start: number; end: number } | null {
  const opened = text[from] === "【";
  if (!opened && !text.slice(0, from).trimStart().startsWith("【")) return null;
  const start = opened ? from + 1 : from;
  const end = text.slice(start, start + LONGEST_LABEL).indexOf("】") + start;
  const isName = /^[\p{Script=Han}、“”]{2,}$/u.test(text.slice(start, Math.max(start, end)));
  return isName && !/(?:单位|部门|时限|期限|责任人)$/u.test(text.slice(start, end)) ? { start, end } : null;
}

/** Offset where the heading sentence ends: before 。, a label's colon or a closing bracket of responsibilities. */
function headingEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (OPEN.test(character)) {
      if (depth === 0 && character !== "《" && isResponsibilityBracket(text, at)) return at;
      depth++;
    } else if (CLOSE.test(character)) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (/[。！？]/u.test(character)) return at;
    else if (/[：:]/u.test(character) && isLabel(text.slice(from, at), text.slice(at + 1))) return at;
  }
  return text.length;
}

const isResponsibilityBracket = (text: string, at: number): boolean =>
  /^[（(【[]\s*(?:牵头|责任|配合|主办|协办|负责|监督|督导|指导|完成时限|落实)[^（(]{0,12}[：:]|^[（(][^（）()]{2,200}(?:负责|分工|牵头|落实)\s*[）)]/u.test(
    text.slice(at, at + 300),
  );

/** The bracket of dates that closes a label is none of its length: `集中整治阶段（2025年3月21日—10月31日）：…`. */
function isLabel(before: string, after: string): boolean {
  const name = before.slice(0, findDateBracket(before)?.start);
  return name.length <= LONGEST_LABEL && !/[，,；;、]/u.test(before) && after.trim().length > 0;
}

/** The offset after the last character of `[from, to)` that is neither white space nor a closing mark. */
function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s。；;：:，,．]/u.test(text[end - 1]!)) end--;
  return end;
}

const skipMarks = (text: string, at: number): number => at + /^】?[。！？：:\s]*/u.exec(text.slice(at))![0].length;

/** Dates, or the blanks left for them (`月  日—  月  日`). */
const isDates = (text: string): boolean => findDates(text, 2000).length > 0 || /^[\s年月日—\-－~至_]+$/u.test(text);

/** A bracket of dates at the end of a heading, or dates after a colon-free gap: `准备阶段（2021年1月—3月）`. */
function findDateBracket(text: string): { start: number; end: number } | null {
  const match = /[（(]([^（）()]*)[）)]\s*$/u.exec(text);
  if (!match || !isDates(match[1]!) || /负责|单位|分/u.test(match[1]!)) return null;
  return { start: match.index, end: match.index + match[0].length };
}

/** Dates in a bracket right after the heading's 。: `动员部署阶段。（2021年3月）制定方案…`. */
function leadingDates(rest: Passage): { dates: Passage; rest: Passage } | null {
  const match = /^[（(]([^（）()]{2,40})[）)][。：:\s]*/u.exec(rest.text);
  if (!match || findDates(match[1]!, 2000).length === 0 || /负责|单位/u.test(match[1]!)) return null;
  return { dates: slicePassage(rest, 0, match[0].length), rest: slicePassage(rest, match[0].length) };
}
