import type { Responsibility } from "../../../schemas/responsibility.ts";
import type { StandardItem, StandardRule } from "../../../schemas/standard.ts";
import { findNumbering, type Numbering } from "../../core/numbering.ts";
import { evidenceOf } from "../../core/passage.ts";
import { isFilled, joinSlots, type Slot, textOf } from "./grid.ts";
import type { PointedRow } from "./group-categories.ts";
import { cutPoints, isEqual, readPoints } from "./points.ts";
import { readResponsibilities } from "./read-responsibilities.ts";
import { splitMethods } from "./split-methods.ts";
import type { StandardRow } from "./standard-rows.ts";

/** What a row takes from its place in the table. */
export interface RowContext {
  readonly number: number | string;
  readonly category: string | null;
  readonly subcategory: string | null;
  /** Whether the criterion begins with the row's number (`1. 建立…`). */
  readonly isNumbered: boolean;
}

export function createItem({ row, points }: PointedRow, context: RowContext): StandardItem {
  return {
    number: context.number,
    category: context.category,
    subcategory: context.subcategory,
    criterion: criterionOf(row, points, context.isNumbered),
    points,
    grades: gradesOf(row),
    scoring: isFilled(row.scoring) ? textOf(row.scoring) : null,
    methods: splitMethods(row.methods.text),
    responsibilities: responsibilitiesOf(row),
    evidence: evidenceOfRow(row),
  };
}

/** A 加分项 or 否决项 row; null where it says nothing. */
export function createRule(
  { row, points }: PointedRow,
  context: RowContext,
  kind: "bonus" | "veto",
): StandardRule | null {
  const criterion = criterionOf(row, points, context.isNumbered) ?? textOf(row.scoring);
  if (!criterion) return null;
  const rule = isFilled(row.scoring) && isFilled(row.criterion) ? textOf(row.scoring) : null;
  return {
    criterion,
    rule,
    maxPoints: kind === "veto" ? null : (findMost(rule ?? criterion) ?? points),
    methods: splitMethods(row.methods.text),
    responsibilities: responsibilitiesOf(row),
    evidence: evidenceOfRow(row),
  };
}

const MOST =
  /(?:最高|最多|不超过|至多|上限为?|累计不超过|总计不超过)\s*(?:可?[加得计奖]|不超过|累计)*\s*(\d{1,3}(?:\.\d)?)\s*分/u;

/** `每次加1分，最高加3分` → 3. A rule that names one amount without 每 gives no more than that. */
function findMost(rule: string): number | null {
  const most = MOST.exec(rule);
  if (most) return Number(most[1]);
  const amounts = [...rule.matchAll(/[加奖计得]\s*(\d{1,3}(?:\.\d)?)\s*分/gu)];
  const single = amounts.length === 1 && !/每|次|项[加计]|个[加计]|起[加计]/u.test(rule);
  return single ? Number(amounts[0]![1]) : null;
}

function criterionOf(row: StandardRow, points: number | null, isNumbered: boolean): string | null {
  const text = textOf(row.criterion);
  const cut = cutPoints(text);
  const bare = cut.points !== null && points !== null && isEqual(cut.points, points) ? cut.text : text;
  const start = isNumbered ? (findCriterionNumber(row.criterion)?.end ?? 0) : 0;
  return bare.slice(start).trim() || null;
}

/** The number that a criterion begins with. */
export function findCriterionNumber(criterion: Slot): Numbering | null {
  const numbering = findNumbering(textOf(criterion));
  return numbering && !["chapter", "article", "han"].includes(numbering.style) ? numbering : null;
}

function gradesOf(row: StandardRow): Record<string, number> | null {
  const grades = row.grades.flatMap(({ name, slot }) => {
    const points = readPoints(textOf(slot));
    return points === null ? [] : [[name, points] as const];
  });
  return grades.length > 0 ? Object.fromEntries(grades) : null;
}

const responsibilitiesOf = (row: StandardRow): Responsibility[] =>
  row.units.flatMap(({ role, slot }) => readResponsibilities(role, slot));

export function evidenceOfRow(row: StandardRow): StandardItem["evidence"] {
  const own = [row.number, row.criterion, row.points, row.scoring, row.methods];
  const slots = [...own, ...row.grades.map((grade) => grade.slot), ...row.units.map((unit) => unit.slot)];
  const filled = slots.some(isFilled) ? slots : [row.subcategory, row.category];
  return evidenceOf(joinSlots(filled));
}
