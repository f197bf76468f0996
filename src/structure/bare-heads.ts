import type { SectionKind } from "../../schemas/section.ts";
import type { Node, Paragraph } from "../core/document.ts";
import { isParagraph } from "../core/document.ts";
import { findNumbering } from "../core/numbering.ts";
import { isBody } from "../core/split-units.ts";
import { squash } from "../core/tidy.ts";
import { isTitleLine } from "./line-kinds.ts";
import { findKind } from "./section-kind.ts";

const LONGEST_HEAD = 14;
const FEWEST_HEADS = 2;
/** A plan has tasks, steps or measures; goals and principles alone may stand before numbered chapters. */
const WORK: ReadonlySet<SectionKind | null> = new Set(["tasks", "phases", "measures"]);

/** `【行动目标】` alone or before its text, `◆ 行动目标`; group 2 is the name. */
const BRACKETED = /^\s*(【)\s*(\p{Script=Han}{2,14})\s*】/u;
const SIGNED = /^\s*([◆◇★☆■▲●◎※▶►❖])\s*(\p{Script=Han}{2,14})[：:]?\s*$/u;

/** A head and the offset where its name begins. */
type Head = readonly [Node, number];

/**
 * The chapter heads of a plan that does not number its chapters, each with the offset where its name begins: lines
 * marked by 【】 or a sign, else short lines of their own that are called as the genre calls chapters (`指导思想`,
 * `主要任务`); the first of them stands above every number. Empty where the chapters are numbered.
 */
export function findBareHeads(nodes: readonly Node[]): ReadonlyMap<Node, number> {
  const marked = findMarkedHeads(nodes);
  const heads = marked.length > 0 ? marked : findPlainHeads(nodes);
  const number = nodes.findIndex(isNumbered);
  const above = heads.length > 0 && (number < 0 || nodes.indexOf(heads[0]![0]) < number);
  return new Map(above ? heads : []);
}

function findPlainHeads(nodes: readonly Node[]): Head[] {
  const heads = nodes.filter(
    (node, at): node is Paragraph => isParagraph(node) && isHead(node) && opensText(nodes[at + 1]),
  );
  const names = heads.map(({ block }) => squash(block.text));
  return isPlan(names) ? heads.map((node) => [node, 0]) : [];
}

/** Heads of one mark, no two of one name: `【责任单位】` below every item heads no chapter. */
function findMarkedHeads(nodes: readonly Node[]): Head[] {
  const found = nodes.flatMap((node) => {
    const match = isParagraph(node) ? (BRACKETED.exec(node.block.text) ?? SIGNED.exec(node.block.text)) : null;
    if (match === null || !isParagraph(node)) return [];
    const [whole, mark, name] = match as unknown as [string, string, string];
    const isChapter = findKind(name) !== null || (mark === "【" && whole.length === node.block.text.length);
    return isChapter ? [{ head: [node, whole.lastIndexOf(name)] as const, mark, name }] : [];
  });
  const ofMark = found.filter(({ mark }) => mark === found[0]!.mark);
  const names = ofMark.map(({ name }) => name);
  return isPlan(names) && new Set(names).size === names.length ? ofMark.map(({ head }) => head) : [];
}

const isPlan = (names: readonly string[]): boolean =>
  names.length >= FEWEST_HEADS && names.some((name) => WORK.has(findKind(name)));

const isNumbered = (node: Node): boolean => isParagraph(node) && findNumbering(node.block.text) !== null;

function isHead({ block }: Paragraph): boolean {
  const text = squash(block.text).replace(/[：:]$/u, "");
  return (
    text.length <= LONGEST_HEAD &&
    /^\p{Script=Han}+$/u.test(text) &&
    isTitleLine(text) &&
    !isBody(text) &&
    findKind(text) !== null
  );
}

/** A short line above another one, or above a table, is its caption or part of a list. */
const opensText = (next: Node | undefined): boolean => next !== undefined && isParagraph(next) && !isHead(next);
