import type { SectionKind } from "../../schemas/section.ts";
import type { Node, Paragraph } from "../core/document.ts";
import { isParagraph } from "../core/document.ts";
import { findNumbering } from "../core/numbering.ts";
import { squash } from "../core/tidy.ts";
import { isTitleLine } from "./line-kinds.ts";
import { findKind } from "./section-kind.ts";

const LONGEST_HEAD = 14;
const FEWEST_HEADS = 2;
/** A plan has tasks, steps or measures; goals and principles alone may stand before numbered chapters. */
const WORK: ReadonlySet<SectionKind | null> = new Set(["tasks", "phases", "measures"]);

/**
 * The chapter heads of a plan that does not number its chapters: short lines of their own that are called as the genre
 * calls chapters (`指导思想`, `主要任务`), the first of them above every number. Empty where the chapters are numbered.
 */
export function findBareHeads(nodes: readonly Node[]): ReadonlySet<Node> {
  const first = nodes.findIndex((node) => isParagraph(node) && (isHead(node) || isNumbered(node)));
  if (first < 0 || isNumbered(nodes[first]!)) return new Set();
  const heads = nodes.filter(
    (node, at): node is Paragraph => isParagraph(node) && isHead(node) && opensText(nodes[at + 1]),
  );
  const kinds = heads.map(({ block }) => findKind(squash(block.text)));
  return new Set(heads.length >= FEWEST_HEADS && kinds.some((kind) => WORK.has(kind)) ? heads : []);
}

const isNumbered = (node: Node): boolean => isParagraph(node) && findNumbering(node.block.text) !== null;

function isHead({ block }: Paragraph): boolean {
  const text = squash(block.text).replace(/[：:]$/u, "");
  return text.length <= LONGEST_HEAD && /^\p{Script=Han}+$/u.test(text) && isTitleLine(text) && findKind(text) !== null;
}

/** A short line above another one, or above a table, is its caption or part of a list. */
const opensText = (next: Node | undefined): boolean => next !== undefined && isParagraph(next) && !isHead(next);
