import type { Standard } from "../../schemas/standard.ts";
import type { Check, FindingDraft } from "./check.ts";
import { columnTotals } from "./total-row.ts";

/** Rows that come on top of the full mark: `加分项（10分）` in a standard of 100. */
const ON_TOP = /加分|奖励|附加|扣分|否决/u;

/**
 * `total-mismatch`: the rows' points do not add up to the stated total, or a category's rows not to its
 * points; a plain table's column not to its 合计. Only where every number of the group is known. A total that is wrong by just what
 * its categories are wrong by is not told again.
 */
export const checkTotals: Check = (facts, outline) => [
  ...facts.standards.flatMap(checkStandard),
  ...columnTotals(facts, outline).flatMap(({ title, column, stated, sum, evidence }) =>
    differ(stated, sum)
      ? [{ severity: "error" as const, facts: { title, group: column, stated, sum }, evidence: [evidence] }]
      : [],
  ),
];

function checkStandard(standard: Standard): FindingDraft[] {
  const categories = standard.categories.flatMap((category) => checkCategory(standard, category));
  const missing = categories.reduce((sum, { facts }) => sum + Number(facts.stated) - Number(facts.sum), 0);
  return [...categories, ...checkTotal(standard, missing)];
}

function checkCategory(standard: Standard, category: Standard["categories"][number]): FindingDraft[] {
  const rows = standard.items.filter((item) => item.category === category.name);
  const sum = sumOf(rows.map((item) => item.points));
  const repeated = standard.categories.filter((other) => other.name === category.name).length > 1;
  if (sum === null || category.points === null || repeated || !differ(sum, category.points)) return [];
  const facts = { title: standard.title, group: category.name, stated: category.points, sum };
  return [{ severity: "error", facts, evidence: rows.flatMap((row) => row.evidence.slice(0, 1)) }];
}

function checkTotal(standard: Standard, explained: number): FindingDraft[] {
  const { title, total, items } = standard;
  if (total === null) return [];
  const counted = items.filter((item) => !ON_TOP.test(item.category ?? ""));
  const sums = [items, counted].map((rows) => sumOf(rows.map((row) => row.points)));
  const bonus = sumOf(standard.bonus.map((rule) => rule.maxPoints)) ?? 0;
  const sum = sums[1] ?? null;
  if (sum === null || sums.some((each) => each !== null && [each, each + bonus].some((one) => !differ(one, total))))
    return [];
  if (explained !== 0 && !differ(total - sum, explained)) return [];
  return [{ severity: "error", facts: { title, group: "", stated: total, sum }, evidence: standard.evidence }];
}

/** The sum, or null where there is nothing to add or a number is not known. */
function sumOf(values: readonly (number | null)[]): number | null {
  if (values.length === 0 || values.some((value) => value === null)) return null;
  return Math.round(values.reduce<number>((sum, value) => sum + (value ?? 0), 0) * 1000) / 1000;
}

const differ = (one: number, other: number): boolean => Math.abs(one - other) > 1e-6;
