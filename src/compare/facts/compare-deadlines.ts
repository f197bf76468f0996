import type { Change, Relation } from "../../../schemas/change.ts";
import type { DeadlinePair } from "../../../schemas/comparison.ts";
import type { Deadline } from "../../../schemas/deadline.ts";
import { familyOf } from "../../core/unit-family.ts";
import { bigramsOf, shareOf, type Weigh, weighByRarity } from "./bigrams.ts";
import { daysBetween, lastDay } from "./days.ts";
import { commonDirection, directionOf, oneSided } from "./directions.ts";
import { matchLists, pairUp } from "./match-lists.ts";
import { plainText } from "./plain-words.ts";
import { deadlineChange } from "./target-changes.ts";

/** From this likeness of words on, two deadlines are of one demand: with the same rhythm, and with another. */
const ALIKE = 0.36;
const NEARLY_SAME = 0.6;

const DATES =
  /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{4}年|每[年季月](?:度|末)?|\d{1,2}[日号]|[底末](?:以|之)?前|以前|之前|前/gu;
/** What is handed in: the same paper, whatever the sentence around it says. */
const PAPERS: readonly RegExp[] = [
  /方案|计划/u,
  /总结|评估报告|年度报告|评价报告|考核报告/u,
  /联络员|联系人|负责人/u,
  /进展|进度|工作情况|落实情况/u,
  /申请|申报|推荐|自评/u,
  /台账|清单|摸底|排查/u,
];
/** How often in a year. */
const TIMES_A_YEAR: Readonly<Record<string, number>> = { monthly: 12, quarterly: 4, yearly: 1 };
/** A yearly date is counted in days of a year that has no 29 February. */
const COMMON_YEAR = "2023";

interface Demand {
  readonly deadline: Deadline;
  readonly words: string;
  readonly grams: ReadonlySet<string>;
  readonly papers: ReadonlySet<number>;
  /** `once`, or how often a year. */
  readonly rhythm: number | "once";
}

/** Sets deadlines side by side by the words of what is asked; a later date, or a rarer one, is `looser`. */
export function compareDeadlines(template: readonly Deadline[], local: readonly Deadline[]): DeadlinePair[] {
  const [ours, theirs] = [template.map(demandOf), local.map(demandOf)];
  const weigh = weighByRarity([...ours, ...theirs].map(({ grams }) => grams));
  const score = (one: Demand, other: Demand, least: number): number => {
    const likeness = likenessOf(one, other, weigh);
    return likeness < least ? 0 : likeness + bonus(one.deadline, other.deadline);
  };
  const sameRhythm = matchLists(ours, theirs, (one, other) =>
    one.rhythm === other.rhythm ? score(one, other, ALIKE) : 0,
  );
  const others = matchLists(ours, theirs, (one, other) => score(one, other, NEARLY_SAME), sameRhythm);
  return pairUp(template, local, [...sameRhythm, ...others]).map(([one, other]) => comparePair(one, other));
}

function demandOf(deadline: Deadline): Demand {
  const words = plainText(deadline.text)
    .replace(DATES, "")
    .replace(/[\p{P}\p{S}\d]/gu, "");
  const { recurring } = deadline;
  const rhythm = recurring === null ? "once" : (TIMES_A_YEAR[recurring] ?? 1);
  const papers = new Set(
    PAPERS.flatMap((paper, index) => (/[报送交备]/u.test(words) && paper.test(words) ? [index] : [])),
  );
  return { deadline, words, grams: bigramsOf(words), papers, rhythm };
}

function likenessOf(one: Demand, other: Demand, weigh: Weigh): number {
  if (one.words === other.words) return 1;
  const share = shareOf(one.grams, other.grams, weigh);
  return one.rhythm === other.rhythm ? Math.max(share, 0.5 * shareOf(one.papers, other.papers) + 0.4 * share) : share;
}

/** What decides between demands as much alike: the date, then who receives. */
function bonus(one: Deadline, other: Deadline): number {
  const date = one.due === other.due && one.recurring === other.recurring ? 0.05 : 0;
  const receiver = one.to !== null && other.to !== null && familyOf(one.to) === familyOf(other.to) ? 0.03 : 0;
  return date + receiver + (one.text === other.text ? 0.05 : 0);
}

function comparePair(template: Deadline | null, local: Deadline | null): DeadlinePair {
  if (template === null || local === null) {
    return { template, local, relation: oneSided(template), direction: null, deltaDays: null, changes: [] };
  }
  const changes = changesOf(template, local);
  return {
    template,
    local,
    relation: relationOf(changes),
    direction: commonDirection(changes.filter(({ field }) => field !== "text")),
    deltaDays: deltaOf(template, local),
    changes,
  };
}

function deltaOf(template: Deadline, local: Deadline): number | null {
  if (template.due !== null || local.due !== null) return daysBetween(template.due, local.due, lastDay);
  return daysBetween(inCommonYear(template.recurring), inCommonYear(local.recurring), lastDay);
}

/** `--10-25` → `2023-10-25`; null for `monthly`, which is no date. */
const inCommonYear = (recurring: string | null): string | null =>
  recurring?.startsWith("--") ? `${COMMON_YEAR}${recurring.slice(1)}` : null;

function changesOf(template: Deadline, local: Deadline): Change[] {
  const isTextKept = plainText(template.text) === plainText(local.text);
  return [
    isTextKept ? null : { field: "text", from: template.text, to: local.text, direction: "other" as const },
    deadlineChange(template.due, local.due, "due"),
    recurringChange(template, local),
  ].filter((change) => change !== null);
}

/** Every month is stricter than every quarter, an earlier day of the year than a later one; once and every year do not compare. */
function recurringChange(template: Deadline, local: Deadline): Change | null {
  const [from, to] = [template.recurring, local.recurring];
  if (from === to) return null;
  const change = { field: "recurring", from, to };
  if (from === null || to === null) return { ...change, direction: "other" };
  const more = (TIMES_A_YEAR[to] ?? 1) - (TIMES_A_YEAR[from] ?? 1);
  if (more !== 0) return { ...change, direction: directionOf(more) };
  const later = daysBetween(inCommonYear(from), inCommonYear(to), lastDay);
  return later === 0 ? null : { ...change, direction: directionOf(-(later ?? 0)) };
}

/** A date makes a change; the rest is the same demand reworded. */
function relationOf(changes: readonly Change[]): Relation {
  if (changes.length === 0) return "identical";
  return changes.every(({ field }) => field === "text") ? "reworded" : "changed";
}
