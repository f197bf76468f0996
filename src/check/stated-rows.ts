import type { Evidence } from "../../schemas/evidence.ts";
import type { Facts } from "../../schemas/plan.ts";
import { readNumber } from "../core/chinese-number.ts";
import { isParagraph, isTable } from "../core/document.ts";
import type { AttachmentPart, Outline } from "../core/outline.ts";
import { locate } from "../core/passage.ts";
import { squash } from "../core/tidy.ts";
import { bodyEnd } from "./attachment-titles.ts";
import type { FindingDraft } from "./check.ts";

/**
 * `划定危险区8处（名单见附件3）`, `首批12个点位（见附件1）`, `实施20项重点任务，具体内容见附件1`: a count whose list is an
 * attachment, in one clause or the next.
 */
const COUNT_WITH_REFERENCE =
  /([\p{Script=Han}“”]{0,16})(?<![\d.二三四五六七八九十百])(\d{1,4}|[二三四五六七八九十]{1,3})\s*[个处家所项名条座类]([\p{Script=Han}“”]{0,16})(?=[（(][^（）()。]{0,12}附件\s*(\d{0,2})\s*[）)]|[，,；;][^。\d]{0,40}?见附件\s*(\d{0,2}))/gu;
const LEAST_SHARED = 3;

/** `（共10所）` below the title of a list or at its end: how many it lists. */
const OWN_COUNT =
  /(?:^|[（(])\s*共\s*(?:计|有)?\s*(\d{1,4}|[二三四五六七八九十]{1,3})\s*[个处家所项名户条座类件人村栋批]\p{Script=Han}{0,4}\s*(?:[）)]|$)/u;
const LONGEST_TITLE = 60;
/** A row may hold several of what is counted (the villages of a town); then there are far fewer rows. */
const LEAST_SHARE = 0.5;

/** Counts that lists in attachments state of themselves, with how many rows they have. */
export function countsInAttachments(facts: Facts, outline: Outline): FindingDraft[] {
  return outline.attachments.flatMap((part) => {
    const list = listIn(part, facts);
    const before = part.nodes.slice(0, Math.max(0, part.nodes.findIndex(isTable)));
    const heading = part.heading?.pieces.map(({ block }) => block) ?? [];
    return [...heading, ...before.filter(isParagraph).map(({ block }) => block)].flatMap((block) => {
      const match = block.text.length > LONGEST_TITLE ? null : OWN_COUNT.exec(block.text.trimEnd());
      const stated = match && readNumber(match[1]!);
      if (!list || stated === null || list.count < stated * LEAST_SHARE) return [];
      const evidence = [locate(block, match!.index, match!.index + match![0].length), ...list.evidence.slice(0, 1)];
      return [{ severity: "warning" as const, facts: { what: list.title, stated, listed: list.count }, evidence }];
    });
  });
}

/** Counts in the plan's text that point to a list in an attachment, with how many rows it has. */
export function countsOfLists(facts: Facts, outline: Outline): FindingDraft[] {
  const blocks = outline.document.nodes.filter(isParagraph).map(({ block }) => block);
  const end = bodyEnd(outline);
  return blocks
    .filter(({ id }) => id < end)
    .flatMap((block) =>
      [...block.text.matchAll(COUNT_WITH_REFERENCE)].flatMap((match) => {
        const [what, before, digits, after, inBracket, behind] = match;
        const part = outline.attachments.find((each) => each.number === Number(inBracket || behind || 1));
        const list = part && listIn(part, facts);
        const stated = readNumber(digits!);
        if (!list || stated === null || !(sharesWord(before!, list.title) || sharesWord(after!, list.title))) return [];
        const evidence = [locate(block, match.index, match.index + what.length), ...list.evidence.slice(0, 1)];
        return [{ severity: "warning" as const, facts: { what: clip(what), stated, listed: list.count }, evidence }];
      }),
    );
}

/** A plain table or a task table with how many rows it has. */
interface Rows {
  readonly title: string;
  readonly count: number;
  readonly evidence: readonly Evidence[];
}

/** The one list or task table of an attachment; with two of them nothing is certain. */
function listIn(part: AttachmentPart, facts: Facts): Rows | null {
  const ids = new Set(
    part.nodes.flatMap((node) =>
      isTable(node) ? node.cells.map(({ block }) => block.id) : isParagraph(node) ? [node.block.id] : [],
    ),
  );
  const tables: Rows[] = [
    ...facts.lists.map((list) => ({ ...list, count: list.rows.length })),
    ...facts.assignments.map(({ title, items, evidence }) => ({
      title,
      count: items.length,
      evidence: [...evidence, ...(items[0]?.evidence ?? [])],
    })),
  ];
  const own = tables.filter(({ evidence }) => evidence.some(({ block }) => ids.has(block)));
  return own.length === 1 ? own[0]! : null;
}

/** Whether three characters in a row stand in both (`山洪灾害危险区` and `…危险区名单`). */
function sharesWord(one: string, other: string): boolean {
  const [short, long] = [squash(one), squash(other)];
  for (let at = 0; at + LEAST_SHARED <= short.length; at++)
    if (long.includes(short.slice(at, at + LEAST_SHARED))) return true;
  return false;
}

const clip = (text: string): string =>
  squash(text)
    .replace(/[（(].*$/u, "")
    .slice(-20);
