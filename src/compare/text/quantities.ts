import { type Amount, findAmounts } from "./amounts.ts";
import { type Clause, splitClauses } from "./clauses.ts";
import { readBound } from "./comparators.ts";
import { type DateMark, findDates } from "./deadline-dates.ts";
import { foldText } from "./fold-text.ts";
import { findPeriods, type Period } from "./periods.ts";
import type { Quantity } from "./quantity.ts";
import { findShares, type Share } from "./shares.ts";
import { stricterWay } from "./stricter-way.ts";

export type { Quantity } from "./quantity.ts";

/**
 * Finds the quantities of a text in order, each with its bound and the way in which it would be stricter:
 * `不低于30%`, `每季度至少1次`, `3个工作日内`, `2025年底前`, `全覆盖`, `每300户设1个`.
 */
export const findQuantities = (text: string): Quantity[] => {
  const plain = foldText(text);
  return splitClauses(text).flatMap((clause) => quantitiesOfClause(plain, clause));
};

function quantitiesOfClause(text: string, clause: Clause): Quantity[] {
  const words = text.slice(clause.start, clause.end);
  const dates = findDates(words);
  const shares = findShares(words).filter((share) => !overlaps(share, dates));
  const periods = findPeriods(words).filter((period) => !overlaps(period, dates));
  const amounts = findAmounts(words).filter((amount) => !overlaps(amount, [...dates, ...shares, ...periods]));
  const found = [
    ...dates.map((date) => fromDate(words, date)),
    ...shares.map((share) => fromShare(words, share)),
    ...fromAmounts(words, amounts, periods),
  ];
  return found
    .map((quantity) => ({ ...quantity, start: quantity.start + clause.start, end: quantity.end + clause.start }))
    .toSorted((a, b) => a.start - b.start);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const overlaps = (span: Span, others: readonly Span[]): boolean =>
  others.some((other) => span.start < other.end && other.start < span.end);

const fromDate = (clause: string, date: DateMark): Quantity => ({
  kind: "date",
  unit: date.unit,
  value: date.value,
  comparator: date.due ? "<=" : "=",
  stricter: date.due ? "less" : null,
  bound: date.due,
  whole: null,
  start: date.start,
  end: date.end,
  clause,
});

function fromShare(clause: string, share: Share): Quantity {
  const bound = readBound(clause, share.start, share.end);
  const comparator = share.over ? ">" : bound.comparator;
  const quantity = { kind: "share" as const, unit: "%", value: share.value, comparator, clause };
  return {
    ...quantity,
    stricter: stricterWay(quantity),
    bound: share.whole !== "maybe",
    whole: share.whole,
    start: bound.start,
    end: bound.end,
  };
}

/** `每300户设1个` is one quantity, so is `每季度开展活动不少于1次`; a period without a number is once. */
function fromAmounts(clause: string, amounts: readonly Amount[], periods: readonly Period[]): Quantity[] {
  const found: Quantity[] = [];
  const used = new Set<Period>();
  for (const [at, amount] of amounts.entries()) {
    if (amount.per && amounts[at + 1] && amounts[at + 1]!.kind !== "points") continue;
    const period = amount.kind === "points" ? null : periodOf(amount, amounts[at - 1], periods);
    if (period) used.add(period);
    const before = amounts[at - 1];
    found.push(fromAmount(clause, amount, period, before?.per && amount.kind !== "points" ? before : null));
  }
  return [...found, ...periods.filter((period) => !used.has(period)).map((period) => once(clause, period))];
}

const periodOf = (amount: Amount, before: Amount | undefined, periods: readonly Period[]): Period | null =>
  periods.findLast((period) => period.end <= amount.start && period.start >= (before?.end ?? 0)) ??
  periods.find((period) => period.start >= amount.end && period.start - amount.end <= 1) ??
  null;

function fromAmount(clause: string, amount: Amount, period: Period | null, per: Amount | null): Quantity {
  const bound = readBound(clause, amount.start, amount.end);
  const unit = period ? `${amount.unit}/年` : per ? `${amount.unit}/${per.unit}` : amount.unit;
  const value = amount.value * (period?.perYear ?? 1) * (per ? 1 / (per.value || 1) : 1);
  const kind = period ? "rate" : amount.kind;
  const quantity = { kind, unit, value, comparator: bound.comparator, clause };
  return {
    ...quantity,
    stricter: per ? "more" : stricterWay(quantity),
    bound: bound.said || period !== null || per !== null || amount.kind === "duration" || amount.arabic,
    whole: null,
    start: Math.min(bound.start, period?.start ?? bound.start, per?.start ?? bound.start),
    end: Math.max(bound.end, period?.end ?? 0),
  };
}

const once = (clause: string, period: Period): Quantity => ({
  kind: "rate",
  unit: "次/年",
  value: period.perYear,
  comparator: "=",
  stricter: "more",
  // 每年 alone says hardly more than 定期.
  bound: period.perYear > 1,
  whole: null,
  start: period.start,
  end: period.end,
  clause,
});
