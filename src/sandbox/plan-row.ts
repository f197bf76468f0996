import type { Plan } from "../../schemas/plan.ts";

/** What the closing table shows of a plan. */
export interface PlanRow {
  readonly title: string;
  readonly issuer: string;
  readonly date: string;
  readonly counts: readonly number[];
  /** Findings of severity error, for `--strict`. */
  readonly errors: number;
}

export const COUNTED = ["targets", "phases", "tasks", "units", "standard rows", "findings"] as const;
export const COUNTED_ZH = ["目标", "阶段", "任务", "单位", "标准条目", "问题"] as const;

/** Sums a plan up in a row; the issuers in short: the first, and how many more. */
export function rowOfPlan(
  plan: Pick<Plan, "header" | "targets" | "phases" | "tasks" | "units" | "standards" | "findings">,
): PlanRow {
  const { header, targets, phases, tasks, units, standards, findings } = plan;
  const [first = "", ...others] = header.issuers;
  const standardRows = standards.reduce((sum, { items }) => sum + items.length, 0);
  return {
    title: header.title ?? header.noticeTitle ?? "",
    issuer: others.length > 0 ? `${first} +${others.length}` : first,
    date: header.issuedOn ?? "",
    counts: [targets.length, phases.length, tasks.length, units.length, standardRows, findings.length],
    errors: findings.filter(({ severity }) => severity === "error").length,
  };
}
