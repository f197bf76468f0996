import type { FamilyRole } from "../../../schemas/comparison.ts";
import type { Deadline } from "../../../schemas/deadline.ts";
import type { Phase } from "../../../schemas/phase.ts";
import type { Target } from "../../../schemas/target.ts";
import { ROLE } from "./labels.ts";

const COMPARATORS: Readonly<Record<NonNullable<Target["comparator"]>, string>> = {
  ">=": "≥",
  ">": "＞",
  "<=": "≤",
  "<": "＜",
  "=": "＝",
};

/** `≥ 60%`, `≥ 2–3个`, or the sentence where the target has no number. */
export function targetValue({ value, max, unit, comparator, text, hedge }: Target): string {
  if (value === null) return text;
  const sign = comparator ? COMPARATORS[comparator] : "";
  const number = max === undefined ? String(value) : `${value}–${max}`;
  return `${sign} ${number}${unit ?? ""}${hedge ? `（${hedge}）` : ""}`.trim();
}

/** `2021-03 – 2021-12`; an open side or a missing date is `…`. */
export const phaseSpan = ({ start, end }: Phase): string => `${start ?? "…"} – ${end ?? "…"}`;

const RECURRING: Readonly<Record<string, string>> = { monthly: "每月", quarterly: "每季度", yearly: "每年" };

/** `2021-06-30`, `每年 10-25`, `每月`. */
export function deadlineWhen({ due, recurring }: Deadline): string {
  if (due !== null) return due;
  if (recurring === null) return "—";
  return RECURRING[recurring] ?? `每年 ${recurring.slice(2)}`;
}

/** `牵头：县住建局（2）`, one a role; the number says in how many places where it is more than one. */
export const roleTexts = (roles: readonly FamilyRole[]): string[] =>
  roles.map(({ role, units, count }) => `${ROLE[role].zh}：${units.join("、")}${count > 1 ? `（${count}）` : ""}`);

/** `+30 天`; a day more or less is counted from the template's date. */
export function deltaDays(days: number | null): string {
  if (days === null) return "—";
  return days === 0 ? "0" : `${days > 0 ? "+" : "−"}${Math.abs(days)} 天`;
}

export const signed = (value: number | null): string =>
  value === null ? "—" : value === 0 ? "0" : `${value > 0 ? "+" : "−"}${Math.abs(Number(value.toFixed(4)))}`;
