import type { Level } from "../../../schemas/header.ts";
import type { Plan } from "../../../schemas/plan.ts";

/** What of a plan is needed to place it: thousands of them fit into memory. */
export type LineageSource = Pick<Plan, "id" | "header" | "basis">;

/**
 * The rungs of government, the nation's first. A zone stands beside the counties. A document of no stated level (a
 * ministry's standard, mostly) stands just below the nation.
 */
const RUNGS: Readonly<Record<Level, number>> = {
  national: 0,
  province: 2,
  prefecture: 3,
  county: 4,
  zone: 4,
  township: 5,
};

/** How far down a plan stands; a template is always of a lower rung, so no chain can run in a circle. */
export const rungOf = ({ header }: LineageSource): number => {
  const { level } = header.jurisdiction;
  return level === null ? 1 : RUNGS[level];
};
