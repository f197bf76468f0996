import type { AssessedBonus, AssessedVeto, AssessmentMessage } from "../../schemas/assessment.ts";
import type { PublishedRule, PublishedStandard } from "../../schemas/published-standard.ts";
import { type Counted, countPoints, countYesNo, isBlank } from "./count-filling.ts";
import type { FilledLine } from "./filled-sheet.ts";
import { assessmentMessage } from "./sentences.ts";
import { round } from "./sum.ts";

type Lines = ReadonlyMap<string, FilledLine>;

export interface Bonuses {
  readonly cap: number | null;
  readonly claimed: number;
  readonly counted: number;
  readonly items: AssessedBonus[];
}

/** Bonuses, each within its own bound and all within the common one. */
export function assessBonus(
  standard: PublishedStandard,
  lines: Lines,
  textNumbers: boolean,
): { bonus: Bonuses; messages: AssessmentMessage[] } {
  const each = standard.bonus.map((rule) => assessOne(rule, lines.get(rule.id) ?? null, textNumbers));
  const items = each.map(({ item }) => item);
  const sum = round(items.reduce((total, { counted }) => total + counted, 0));
  const cap = standard.bonusCap;
  const counted = cap === null ? sum : Math.min(sum, cap);
  const capped =
    counted < sum ? [assessmentMessage("bonus-capped", "info", null, { number: "", came: sum, max: counted })] : [];
  const claimed = round(items.reduce((total, item) => total + (item.claimed ?? 0), 0));
  return {
    bonus: { cap, claimed, counted, items },
    messages: [...each.flatMap(({ messages }) => messages), ...capped],
  };
}

function assessOne(
  { id, number, criterion, maxPoints }: PublishedRule,
  line: FilledLine | null,
  textNumbers: boolean,
): { item: AssessedBonus; messages: AssessmentMessage[] } {
  const value = line?.value ?? null;
  const { points, problem }: Pick<Counted, "points" | "problem"> = isBlank(value)
    ? { points: null, problem: null }
    : countPoints(Number.POSITIVE_INFINITY, value, textNumbers);
  const counted = Math.min(points ?? 0, maxPoints ?? Number.POSITIVE_INFINITY);
  const capped =
    points !== null && counted < points
      ? { code: "bonus-capped" as const, facts: { came: points, max: counted } }
      : null;
  const said = problem ?? capped;
  const place = line?.place ?? null;
  return {
    item: { id, number, criterion, maxPoints, claimed: points, counted, remark: line?.remark ?? null },
    messages: said ? [assessmentMessage(said.code, problem ? "error" : "info", place, { number, ...said.facts })] : [],
  };
}

/** Vetoes; one left blank has not happened, which a message says. */
export function assessVetoes(
  { veto }: PublishedStandard,
  lines: Lines,
): { vetoes: AssessedVeto[]; messages: AssessmentMessage[] } {
  const each = veto.map((rule) => {
    const line = lines.get(rule.id) ?? null;
    const value = line?.value ?? null;
    const { met, problem } = isBlank(value) ? { met: null, problem: null } : countYesNo(value);
    const vetoed: AssessedVeto = { ...pick(rule), happened: met, remark: line?.remark ?? null };
    return { vetoed, problem, place: line?.place ?? null };
  });
  const blank = each.filter(({ vetoed, problem }) => vetoed.happened === null && !problem).length;
  const problems = each.flatMap(({ vetoed, problem, place }) =>
    problem ? [assessmentMessage(problem.code, "error", place, { number: vetoed.number, ...problem.facts })] : [],
  );
  const unanswered = blank > 0 ? [assessmentMessage("veto-unanswered", "info", null, { count: blank })] : [];
  return { vetoes: each.map(({ vetoed }) => vetoed), messages: [...problems, ...unanswered] };
}

const pick = ({ id, number, criterion }: PublishedRule) => ({ id, number, criterion });
