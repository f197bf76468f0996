import { Assessment, type AssessmentMessage } from "../../schemas/assessment.ts";
import type { PublishedStandard } from "../../schemas/published-standard.ts";
import { assessCategories, assessRow, hasPoints } from "./assess-rows.ts";
import { assessBonus, assessVetoes } from "./assess-rules.ts";
import type { FilledSheet } from "./filled-sheet.ts";
import { judge } from "./judge.ts";
import { matchLines } from "./match-lines.ts";
import { assessmentMessage } from "./sentences.ts";
import { round, sumOf } from "./sum.ts";

/**
 * Counts a filled sheet by its standard: points by category and in all, bonuses within their bounds, vetoes, and pass or fail with
 * the reasons. What cannot be counted is said in `messages`; the rest is still counted.
 */
export function assess(standard: PublishedStandard, filled: FilledSheet): Assessment {
  const matched = matchLines(standard, filled.lines);
  const assessed = standard.rows.map((row) => assessRow(row, matched.lines.get(row.id) ?? null, filled.textNumbers));
  const rows = assessed.map(({ row }) => row);
  const bonus = assessBonus(standard, matched.lines, filled.textNumbers);
  const vetoes = assessVetoes(standard, matched.lines);
  // Deductions alone, from points that only a category has, add up to no score.
  const subtotal = standard.attainable === null ? null : sumOf(rows.filter(hasPoints).map(({ points }) => points));
  const { total, messages: capped } = totalOf(standard, subtotal, bonus.bonus.counted);
  return Assessment.parse({
    schema: "assessment/1",
    standard: { id: standard.id, title: standard.title, plan: standard.plan.id },
    subject: filled.subject,
    assessor: filled.assessor,
    date: filled.date,
    rows,
    categories: assessCategories(rows),
    subtotal,
    bonus: bonus.bonus,
    vetoes: vetoes.vetoes,
    total,
    attainable: standard.attainable,
    passMark: standard.passMark,
    ...judge({ rows, vetoes: vetoes.vetoes, total, passMark: standard.passMark }),
    messages: [
      ...checkStandard(standard, filled),
      ...matched.messages,
      ...assessed.flatMap(({ messages }) => messages),
      ...bonus.messages,
      ...vetoes.messages,
      ...capped,
    ],
  });
}

function totalOf({ totalCap }: PublishedStandard, subtotal: number | null, bonus: number) {
  if (subtotal === null) return { total: null, messages: [] };
  const sum = round(subtotal + bonus);
  if (totalCap === null || sum <= totalCap) return { total: sum, messages: [] };
  return { total: totalCap, messages: [assessmentMessage("total-capped", "info", null, { came: sum, max: totalCap })] };
}

/** A sheet that names another standard is assessed all the same, and the message says so. */
const checkStandard = ({ id, title }: PublishedStandard, { standard }: FilledSheet): AssessmentMessage[] =>
  standard === null || standard === id || standard === title
    ? []
    : [assessmentMessage("standard-mismatch", "warning", null, { came: standard, expected: title })];
