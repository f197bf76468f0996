import { readNumber } from "../core/chinese-number.ts";
import type { Node, Paragraph } from "../core/document.ts";
import { isParagraph } from "../core/document.ts";
import { type Passage, passageOf } from "../core/passage.ts";
import { tidy } from "../core/tidy.ts";
import { findSignedDate, isTitleLine } from "./line-kinds.ts";

/** One line of the 附件 list after the text (GB/T 9704-2012 §7.3.4): `附件：1. …标准（试行）`. */
export interface ListedAttachment {
  readonly number: number;
  readonly title: Passage;
}

/** The list with the nodes `[from, to)` that it takes up. */
export interface AttachmentList {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly ListedAttachment[];
}

/** How an attachment is called at the head of a line, `附件2：`; group 1 is its number. */
export const MARK = /^\s*附\s*[件表]\s*([\d一二三四五六七八九十]{0,3})\s*([：:．.、]?)\s*/u;
const ENTRY = /(?:^|[\s；;。])(\d{1,2})\s*[.．、]\s*(?=[^\d\s]|(?:19|20)\d{2})/gu;
const LONGEST_ENTRY = 90;

/** `附件2`, `附件 2：`, `附件`: a heading that stands alone. */
export const isBareAttachment = (text: string): boolean => MARK.exec(text)?.[0].trimEnd() === text.trimEnd();

/** The number in a heading `附件2…`; null without one, or where the paragraph is no 附件 heading. */
export const attachmentNumber = (text: string): number | null => {
  const match = MARK.exec(text);
  return match?.[1] ? readNumber(match[1]) : null;
};

/** Whether a line is called an attachment (`附件：`, `附件2 评价标准`); `附件2的要求` only speaks of one. */
export const startsWithAttachment = (text: string): boolean =>
  MARK.test(text) &&
  (/^\s*附\s*[件表]\s*[\d一二三四五六七八九十]*\s*[：:]/u.test(text) ||
    isBareAttachment(text) ||
    /^\s*附\s*[件表]\s*\d+\s+\S/u.test(text));

/** Finds the list of attachments. A line `附件N：…` is the list where more of its kind, the signature or a bare heading follows. */
export function findAttachmentList(nodes: readonly Node[]): AttachmentList | null {
  for (let from = 0; from < nodes.length; from++) {
    const node = nodes[from]!;
    if (!isParagraph(node) || !startsWithAttachment(node.block.text)) continue;
    const list = readList(nodes, from);
    if (list && isList(nodes, list)) return list;
  }
  return null;
}

/** A list is followed by a signature, the end, another attachment's heading, or has two entries or more. */
function isList(nodes: readonly Node[], list: AttachmentList): boolean {
  const after = nodes.slice(list.to).filter((node) => node.kind !== "page-end");
  const next = after[0];
  if (list.entries.length > 1 || next === undefined) return list.entries.length > 0;
  if (list.entries.length === 0 || !isParagraph(next)) return false;
  const number = list.entries[0]!.number;
  const laterHeading = after.some(
    (node) =>
      isParagraph(node) &&
      startsWithAttachment(node.block.text) &&
      (attachmentNumber(node.block.text) ?? number) === number,
  );
  return (
    laterHeading || after.slice(0, 6).some((node) => isParagraph(node) && findSignedDate(node.block.text) !== null)
  );
}

function readList(nodes: readonly Node[], from: number): AttachmentList | null {
  const entries: ListedAttachment[] = [];
  let to = from;
  for (; to < nodes.length; to++) {
    const node = nodes[to]!;
    if (node.kind === "page-end" && entries.length > 0) break;
    if (!isParagraph(node)) break;
    const found = readEntries(node, to === from, entries.length);
    if (found === null && entries.length > 0 && isWrapped(node, nodes[to + 1], entries.length + 1)) {
      entries.push(extendEntry(entries.pop()!, node));
      continue;
    }
    if (found === null) break;
    if (found.some((entry) => entries.some((other) => other.number === entry.number))) break;
    entries.push(...found);
  }
  return entries.length ? { from, to, entries } : null;
}

/** A short line without a number, between entry n-1 and entry n, is the end of a wrapped entry. */
const isWrapped = (node: Paragraph, next: Node | undefined, number: number): boolean =>
  isTitleLine(node.block.text) &&
  next !== undefined &&
  isParagraph(next) &&
  new RegExp(`^\\s*${number}\\s*[.．、]`, "u").test(next.block.text);

const extendEntry = (entry: ListedAttachment, node: Paragraph): ListedAttachment => ({
  number: entry.number,
  title: passageOf([...entry.title.pieces, { block: node.block, start: 0, end: node.block.text.length }]),
});

/** The entries of one paragraph: none where it is only the word 附件：, null where it is no part of the list. */
function readEntries(node: Paragraph, first: boolean, known: number): ListedAttachment[] | null {
  const text = node.block.text;
  const mark = MARK.exec(text);
  const at = mark && (first || mark[1]) ? mark[0].length : 0;
  if (first && at === text.length) return mark![2] ? [] : null;
  if (!first && at === 0 && !/^\s*\d{1,2}\s*[.．、]\s*(?:\D|(?:19|20)\d{2})/u.test(text)) return null;
  if (at === text.length) return null;
  const own =
    mark?.[1] && at ? [{ number: readNumber(mark[1])!, start: at, end: text.length }] : splitEntries(text, at);
  const cut = own.length ? own : known === 0 ? [{ number: 1, start: at, end: text.length }] : [];
  if (
    cut.length === 0 ||
    cut.some((entry) => entry.end - entry.start > LONGEST_ENTRY || /。./u.test(text.slice(entry.start, entry.end)))
  )
    return null;
  return cut.map(({ number, start, end }) => ({ number, title: titlePassage(node, start, end) }));
}

function splitEntries(text: string, from: number): { number: number; start: number; end: number }[] {
  const marks = [...text.slice(from).matchAll(ENTRY)];
  return marks.map((mark, index) => ({
    number: Number(mark[1]),
    start: from + mark.index + mark[0].length,
    end: index + 1 < marks.length ? from + marks[index + 1]!.index : text.length,
  }));
}

function titlePassage(node: Paragraph, start: number, end: number): Passage {
  const raw = node.block.text.slice(start, end);
  const kept = raw.replace(/[\s。；;，,]+$/u, "");
  return passageOf([{ block: node.block, start, end: start + kept.length }]);
}

/** A listed title without 《》. */
export const plainTitle = (title: Passage): string => tidy(title.text).replace(/^《(.*)》$/u, "$1");
