import type { SectionKind } from "../../schemas/section.ts";
import type { Node, Paragraph, Table } from "../core/document.ts";
import { isParagraph, isTable } from "../core/document.ts";
import { findNumbering, type Numbering, type NumberingStyle, pathDepth } from "../core/numbering.ts";
import type { Item } from "../core/outline.ts";
import { joinPassages, type Passage, wholeBlock } from "../core/passage.ts";
import { isBody, splitUnits } from "../core/split-units.ts";
import { tidy } from "../core/tidy.ts";
import { findBareHeads } from "./bare-heads.ts";
import { findDecimalHeads } from "./decimal-heads.ts";
import { type Heading, readHeading } from "./heading.ts";
import { chapterKind, findKind } from "./section-kind.ts";

/** A heading's number, or that it is a chapter's head without one. */
type Mark = Omit<Numbering, "style"> & { readonly style: NumberingStyle | "bare" };

const BARE: Mark = { style: "bare", number: "", value: 0, end: 0 };

/** What stands under a heading before it is closed. */
interface Draft {
  readonly numbering: Mark;
  readonly level: number;
  readonly heading: Heading;
  readonly first: Passage;
  readonly texts: Passage[];
  readonly children: Draft[];
  readonly tables: Table[];
}

/** The numbered outline of a text, and what stands before its first number. */
export interface Items {
  readonly preamble: Passage;
  readonly items: readonly Item[];
}

/**
 * Builds the outline of a text at any depth. A numbering style not yet open goes one level deeper; a style that
 * is open closes everything below it. The order of styles is the document's own, so 1.→（1）and （一）→1. both work.
 * @param title the plan's title; it tells the kind of chapters without a name of the genre.
 */
export function buildItems(nodes: readonly Node[], title: string): Items {
  const preamble: Passage[] = [];
  const roots: Draft[] = [];
  const open: Draft[] = [];
  const heads = findBareHeads(nodes);
  const decimals = findDecimalHeads(nodes.map((node) => (isParagraph(node) ? node.block.text : "")));
  for (const [at, node] of nodes.entries()) {
    if (isTable(node)) open.at(-1)?.tables.push(node);
    if (isTable(node) && roots.length === 0) break;
    if (!isParagraph(node)) continue;
    const name = heads.get(node);
    const numbering =
      name !== undefined ? { ...BARE, end: name } : (decimals.get(at) ?? findNumbering(node.block.text));
    if (!numbering || !fits(numbering, open, roots)) (open.at(-1)?.texts ?? preamble).push(wholeBlock(node.block));
    else openDraft(node, numbering, open, roots);
  }
  return { preamble: joinPassages(preamble), items: roots.map((draft) => closeDraft(draft, kindOf(draft, title))) };
}

const RUNNING: ReadonlySet<NumberingStyle> = new Set(["digit-half", "circled"]);

/** The first number of a text is 一、, 第一章, 第一条 or 1; a stray higher number or an inner list's number opens nothing. */
function fits(numbering: Mark, open: readonly Draft[], roots: readonly Draft[]): boolean {
  if (numbering.style === "bare") return true;
  if (open.length === 0 && roots.length === 0) return numbering.value === 1 && !RUNNING.has(numbering.style);
  return true;
}

function openDraft(node: Paragraph, numbering: Mark, open: Draft[], roots: Draft[]): void {
  const level = levelOf(numbering, open);
  while (open.length && open.at(-1)!.level >= level) open.pop();
  const draft: Draft = {
    numbering,
    level,
    heading: readHeading(node, numbering),
    first: wholeBlock(node.block),
    texts: [],
    children: [],
    tables: [],
  };
  (open.at(-1)?.children ?? roots).push(draft);
  open.push(draft);
}

function levelOf(numbering: Mark, open: readonly Draft[]): number {
  if (numbering.style === "decimal-path") return pathLevel(numbering, open);
  const same = open.find((draft) => draft.numbering.style === numbering.style);
  return same?.level ?? (open.at(-1)?.level ?? 0) + 1;
}

/** `1.1` stands one level under `1.`, `1.1.1` two; the first number of the path is at the digit level where there is one. */
function pathLevel(numbering: Mark, open: readonly Draft[]): number {
  const top = open.find((draft) => draft.numbering.style === "digit" || draft.numbering.style === "decimal-path");
  if (!top) return (open.at(-1)?.level ?? 0) + 1;
  const depth = top.numbering.style === "digit" ? 1 : pathDepth(top.numbering);
  return top.level + pathDepth(numbering) - depth;
}

/** A chapter most of whose items are called 阶段 tells the steps, whatever its own name. */
const kindOf = (draft: Draft, title: string): SectionKind =>
  hasSteps(draft)
    ? "phases"
    : namesBodies(draft) || setsRules(draft, title)
      ? "other"
      : chapterKind(tidy(draft.heading.heading.text), title, draft.children.length > 0);

/** 责任分工 whose items are bodies (（一）市住建局。负责…) tells duties, not tasks. */
const namesBodies = (draft: Draft): boolean =>
  draft.children.length > 0 &&
  draft.children.every((child) => splitUnits(tidy(child.heading.heading.text)).every(isBody));

/** The articles of a 办法 (第七条) are rules, not tasks, unless the chapter of a 方案 or 措施 is called by its tasks. */
function setsRules(draft: Draft, title: string): boolean {
  const heading = tidy(draft.heading.heading.text);
  const hasArticles = [draft, ...draft.children].some(({ numbering }) => numbering.style === "article");
  const isWork = /(?:方案|计划|规划|行动|措施)(?:[（(].*[）)])?$/u.test(title) && findKind(heading) === "tasks";
  return hasArticles && !isWork && chapterKind(heading, title, true) === "tasks";
}

const hasSteps = (draft: Draft): boolean => {
  const steps = draft.children.filter((child) => /阶段$/u.test(tidy(child.heading.heading.text)));
  return draft.children.length >= 2 && steps.length > draft.children.length / 2;
};

/** All paragraphs of an item with their numbers, as printed. */
const wholeDraft = (draft: Draft): Passage[] => [draft.first, ...draft.texts, ...draft.children.flatMap(wholeDraft)];

function closeDraft(draft: Draft, kind: SectionKind): Item {
  const children = draft.children.map((child) => closeDraft(child, kind));
  const intro = joinPassages([draft.heading.rest, ...draft.texts]);
  const body = joinPassages([intro, ...draft.children.flatMap(wholeDraft)]);
  return {
    number: draft.numbering.number || null,
    level: draft.level,
    kind,
    heading: draft.heading.heading,
    dates: draft.heading.dates,
    intro,
    body,
    children,
    tables: draft.tables,
  };
}
