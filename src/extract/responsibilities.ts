import type { Responsibility } from "../../schemas/responsibility.ts";
import { type Bracket, findBrackets } from "../core/brackets.ts";
import { distinctBy } from "../core/distinct.ts";
import { foldMarks } from "../core/fold-width.ts";
import { dropRider, isRoleBracket, readBracket, readLabels } from "./bracket-roles.ts";
import { readProseRoles } from "./prose-roles.ts";

/**
 * Finds who has which role in an item's text: in closing brackets (`（牵头单位：…；责任单位：…）`,
 * `（…按职责分工负责）`), in label lines below it, and in prose (`由X牵头，Y、Z参与`). One entry a role of a bracket, in order.
 */
export function findResponsibilities(printed: string): Responsibility[] {
  const text = foldMarks(printed);
  const brackets = findBrackets(text)
    .map(dropRider)
    .filter((bracket) => isRoleBracket(bracket, text));
  const prose = maskBrackets(text, brackets);
  const labelled = [...brackets.flatMap((bracket) => readBracket(bracket.content)), ...readLabelLines(prose)];
  // Two clauses that give the same role to the same bodies say one thing.
  const found = [...readProseRoles(dropLabelLines(prose)), ...labelled];
  return distinctBy(found, ({ role, units }) => `${role}:${units.join("、")}`);
}

const LABEL_LINE =
  /^\s*(?:牵头|责任|配合|参与|参加|协助|协同|主办|主责|承办|协办|实施|落实|监督|督导|指导)[\p{Script=Han}（）()]{0,8}[：:]/u;

/** A line of its own below the item: `牵头单位：A；责任单位：B、C`, `责任单位：A牵头，B配合`. */
const readLabelLines = (text: string): Responsibility[] =>
  text.split(/[。\n]/u).flatMap((line) => (LABEL_LINE.test(line) ? readLabels(line.trim()) : []));

const dropLabelLines = (text: string): string =>
  text
    .split("\n")
    .filter((line) => !LABEL_LINE.test(line))
    .join("\n");

/** Prose without the brackets already read; what stands before and after them keeps its distance. */
function maskBrackets(text: string, brackets: readonly Bracket[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of brackets) {
    pieces.push(text.slice(at, start), " ".repeat(end - start));
    at = end;
  }
  return pieces.join("") + text.slice(at);
}
