import type { Change } from "../../../schemas/change.ts";
import type { Target } from "../../../schemas/target.ts";
import { daysBetween, lastDay } from "./days.ts";
import { directionOf } from "./directions.ts";
import { areOtherTerritories, metricName, plainScope } from "./plain-words.ts";
import { inCommonUnit, isCount, scale } from "./units-of-measure.ts";

/** What makes a bare number a ceiling: `控制在38以下`, `压缩到0.5个工作日`. */
const CEILING = /控制在|不超过|不高于|不大于|\d[^，。；\d]{0,8}以[内下]|[降减缩][少低短小]?[至到为]/u;

/** Whether a lower number asks more. */
const isCeiling = (target: Target): boolean =>
  target.comparator === "=" ? CEILING.test(target.text) : (target.comparator?.startsWith("<") ?? false);

/** How firm the comparator is, its value being the same: `超过60%` asks more than `60%以上`. A bare number is `>=`. */
const FIRMNESS: Readonly<Record<string, number>> = { ">=": 0, "=": 0, "<=": 0, ">": 1, "<": 1 };

/** What differs between two targets of one metric; nothing that only the wording changes, but for `metric`. */
export function changesOf(template: Target, local: Target): Change[] {
  return [
    metricChange(template, local),
    scopeChange(template, local),
    valueChange(template, local),
    maxChange(template, local),
    comparatorChange(template, local),
    deadlineChange(template.deadline, local.deadline, "deadline"),
    hedgeChange(template, local),
  ].filter((change) => change !== null);
}

/** The local value less the template's, in the smaller of their units; null where there is none or they do not compare. */
export function deltaOf(template: Target, local: Target): number | null {
  const values = commonValues(template, local);
  return values && scale(values.local - values.template, 1);
}

function commonValues(template: Target, local: Target): { template: number; local: number } | null {
  if (template.value === null || local.value === null) return null;
  return inCommonUnit({ value: template.value, unit: template.unit }, { value: local.value, unit: local.unit });
}

function metricChange(template: Target, local: Target): Change | null {
  if (metricName(template) === metricName(local)) return null;
  const [from, to] = [template.metric ?? template.text, local.metric ?? local.text];
  return { field: "metric", from, to, direction: "other" };
}

function scopeChange({ scope: from }: Target, { scope: to }: Target): Change | null {
  return plainScope(from) === plainScope(to) ? null : { field: "scope", from, to, direction: "other" };
}

function valueChange(template: Target, local: Target): Change | null {
  const change = { field: "value", from: stateValue(template), to: stateValue(local) };
  if (template.value === null && local.value === null) return null;
  if (template.value === null) return { ...change, direction: "stricter" };
  if (local.value === null) return { ...change, direction: "looser" };
  const values = commonValues(template, local);
  if (values === null) return { ...change, direction: "other" };
  if (values.template === values.local) return null;
  const isOtherSize = isCount(local.unit) && areOtherTerritories(template.scope, local.scope);
  if (isOtherSize || isCeiling(template) !== isCeiling(local)) return { ...change, direction: "other" };
  const more = values.local - values.template;
  return { ...change, direction: directionOf(isCeiling(local) ? -more : more) };
}

function maxChange({ max: from }: Target, { max: to }: Target): Change | null {
  if (from === to) return null;
  return {
    field: "max",
    from: from === undefined ? null : String(from),
    to: to === undefined ? null : String(to),
    direction: "other",
  };
}

function comparatorChange(template: Target, local: Target): Change | null {
  const [from, to] = [template.comparator, local.comparator];
  if (from === null || to === null || from === to) return null;
  if (isCeiling(template) !== isCeiling(local)) return { field: "comparator", from, to, direction: "other" };
  const firmer = (FIRMNESS[to] ?? 0) - (FIRMNESS[from] ?? 0);
  return firmer === 0 ? null : { field: "comparator", from, to, direction: directionOf(firmer) };
}

/** An earlier date is stricter, and so is a date where there was none; `2022` and `2022-12` end on the same day. */
export function deadlineChange(from: string | null, to: string | null, field: string): Change | null {
  if (from === to) return null;
  if (from === null) return { field, from, to, direction: "stricter" };
  if (to === null) return { field, from, to, direction: "looser" };
  const later = daysBetween(from, to, lastDay);
  return later === 0 ? null : { field, from, to, direction: directionOf(-(later ?? 0)) };
}

/** 力争 and 左右 take back some of what is asked. */
function hedgeChange({ hedge: from }: Target, { hedge: to }: Target): Change | null {
  if (from === to) return null;
  return { field: "hedge", from, to, direction: from === null ? "looser" : to === null ? "stricter" : "other" };
}

/** `>=60%`, null for a target without a number. */
const stateValue = ({ comparator, value, unit }: Target): string | null =>
  value === null ? null : `${comparator ?? ""}${value}${unit ?? ""}`;
