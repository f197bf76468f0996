import type { Node, Paragraph } from "../core/document.ts";
import { isParagraph } from "../core/document.ts";
import { findNumbering, type NumberingStyle } from "../core/numbering.ts";
import type { AttachmentPart } from "../core/outline.ts";
import { type Passage, slicePassage, wholeBlocks } from "../core/passage.ts";
import { squash, tidy } from "../core/tidy.ts";
import {
  type AttachmentList,
  attachmentNumber,
  findAttachmentList,
  isBareAttachment,
  type ListedAttachment,
  MARK,
  plainTitle,
  startsWithAttachment,
} from "./attachment-list.ts";
import { isTitleLine } from "./line-kinds.ts";
import { findTail } from "./signature.ts";

/** The document before its attachments, the attachments, and the 版记 after the last of them. */
export interface AttachmentSplit {
  readonly front: readonly Node[];
  /** The nodes of an attachment that is the plan itself (a notice with `附件：…实施方案`), or null. */
  readonly plan: readonly Node[] | null;
  readonly attachments: readonly AttachmentPart[];
  readonly colophon: readonly Paragraph[];
}

interface Heading {
  readonly at: number;
  readonly number: number | null;
}

/** Cuts a document at its attachments' headings and matches them with the 附件 list. */
export function splitAttachments(nodes: readonly Node[]): AttachmentSplit {
  const list = findAttachmentList(nodes);
  const entries = list?.entries ?? [];
  const headings = findHeadings(nodes, list);
  const first = headings[0]?.at ?? nodes.length;
  const { body, colophon } = cutColophon(nodes.slice(first));
  const end = first + body.length;
  const bodies = headings.map((heading, index) =>
    readAttachment(nodes.slice(heading.at, headings[index + 1]?.at ?? end), heading.number, index, entries),
  );
  const absent = entries.filter((entry) => !bodies.some((part) => part.listed === entry.title));
  const parts = [...bodies, ...absent.map(absentAttachment)].sort((a, b) => a.number - b.number);
  return choosePlan(nodes.slice(0, first), parts, colophon);
}

const absentAttachment = (entry: ListedAttachment): AttachmentPart => ({
  number: entry.number,
  title: plainTitle(entry.title),
  listed: entry.title,
  heading: null,
  nodes: [],
});

function findHeadings(nodes: readonly Node[], list: AttachmentList | null): Heading[] {
  const headings: Heading[] = [];
  nodes.forEach((node, at) => {
    if (!isParagraph(node) || (list && at >= list.from && at < list.to)) return;
    const text = node.block.text;
    if (startsWithAttachment(text) && tidy(text).length <= 80 && !/[。；]/u.test(text))
      headings.push({ at, number: attachmentNumber(text) });
  });
  return headings.length > 0 || list === null ? headings : findTitles(nodes, list.to, list.entries);
}

/** Where the bodies carry no 附件 mark, a paragraph equal to a listed title begins one. */
function findTitles(nodes: readonly Node[], from: number, entries: readonly ListedAttachment[]): Heading[] {
  const titles = new Map(entries.map((entry) => [squash(plainTitle(entry.title)), entry.number]));
  return nodes.flatMap((node, at) => {
    const number = at >= from && isParagraph(node) ? titles.get(squash(node.block.text)) : undefined;
    return number === undefined ? [] : [{ at, number }];
  });
}

function cutColophon(nodes: readonly Node[]): { body: Node[]; colophon: Paragraph[] } {
  const at = findTail(nodes);
  return { body: nodes.slice(0, at), colophon: nodes.slice(at).filter(isParagraph) };
}

function readAttachment(
  nodes: readonly Node[],
  number: number | null,
  index: number,
  entries: readonly ListedAttachment[],
): AttachmentPart {
  const paragraphs = leadingParagraphs(nodes);
  const own = number ?? (entries.length === 1 ? entries[0]!.number : index + 1);
  const listed = entries.find((entry) => entry.number === own) ?? null;
  const mark = paragraphs[0]!;
  const skip = isBareAttachment(mark.block.text) ? 1 : 0;
  const lines = titleLines(paragraphs.slice(skip), listed && plainTitle(listed.title), skip === 0);
  const passage = lines.length ? headingPassage(lines, skip === 0) : null;
  const title = passage ? plainTitle(passage) : listed ? plainTitle(listed.title) : "";
  const rest = nodes.slice(nodes.indexOf(lines.at(-1) ?? mark) + 1);
  return { number: own, title, listed: listed?.title ?? null, heading: passage, nodes: rest };
}

/** `附件1：XX标准` on one line: the title is what follows the mark. */
function headingPassage(lines: readonly Paragraph[], marked: boolean): Passage {
  const whole = wholeBlocks(lines.map((line) => line.block));
  const mark = marked ? (MARK.exec(whole.text)?.[0].length ?? 0) : 0;
  return slicePassage(whole, mark);
}

function leadingParagraphs(nodes: readonly Node[]): Paragraph[] {
  const end = nodes.findIndex((node) => node.kind === "table");
  return (end < 0 ? nodes : nodes.slice(0, end)).filter(isParagraph).slice(0, 5);
}

/** The lines of an attachment's title: as many as come nearest to the listed title, else the first. */
function titleLines(paragraphs: readonly Paragraph[], listed: string | null, marked: boolean): Paragraph[] {
  const texts = paragraphs.map(({ block }, n) => (marked && n === 0 ? block.text.replace(MARK, "") : block.text));
  let most = 0;
  while (most < Math.min(4, texts.length) && isTitleLine(texts[most]!)) most++;
  if (most === 0) return [];
  if (listed === null) return paragraphs.slice(0, 1);
  const lengths = Array.from({ length: most }, (_, n) => squash(texts.slice(0, n + 1).join("")));
  const goal = squash(listed);
  const exact = lengths.findIndex((text) => plainOf(text) === plainOf(goal));
  if (exact >= 0) return paragraphs.slice(0, exact + 1);
  const nearest = lengths.reduce(
    (best, text, n) => (Math.abs(text.length - goal.length) < Math.abs(lengths[best]!.length - goal.length) ? n : best),
    0,
  );
  return paragraphs.slice(0, nearest + 1);
}

const plainOf = (text: string): string => text.replace(/[《》“”"]/gu, "").normalize("NFKC");

const CHAPTERS: ReadonlySet<NumberingStyle | undefined> = new Set(["part", "chapter", "article", "roman", "han"]);

/** A notice whose attachment is the plan: the first attachment whose title names a plan, where the text before it has no chapters. */
function choosePlan(
  front: readonly Node[],
  parts: readonly AttachmentPart[],
  colophon: readonly Paragraph[],
): AttachmentSplit {
  const chapters = front.filter(
    (node) => isParagraph(node) && CHAPTERS.has(findNumbering(node.block.text)?.style),
  ).length;
  const plan =
    chapters >= 2
      ? undefined
      : parts.find((part) => part.heading && /(?:方案|计划|规划|意见|措施|办法)(?:[（(].*[）)])?$/u.test(part.title));
  if (!plan) return { front, plan: null, attachments: parts, colophon };
  const heading = plan.heading!.pieces.map((piece): Paragraph => ({ kind: "paragraph", block: piece.block }));
  const rest = parts.filter((part) => part !== plan);
  return { front, plan: [...heading, ...plan.nodes], attachments: rest, colophon };
}
