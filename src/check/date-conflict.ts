import type { Check } from "./check.ts";

/** `date-conflict`: the covering notice and the plan's own end are dated differently, as far as both are precise. */
export const checkDates: Check = (_facts, { noticeDate, planDate }) => {
  if (!noticeDate || !planDate) return [];
  const [notice, plan] = [noticeDate.iso, planDate.iso];
  if (notice.startsWith(plan) || plan.startsWith(notice)) return [];
  return [{ severity: "warning", facts: { notice, plan }, evidence: [...noticeDate.evidence, ...planDate.evidence] }];
};
