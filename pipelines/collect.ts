import type { Comparison } from "../schemas/comparison.ts";
import type { Lineage } from "../schemas/lineage.ts";
import type { Matrix } from "../schemas/matrix.ts";
import type { Plan } from "../schemas/plan.ts";
import { comparePlans } from "../src/compare/compare-plans.ts";
import type { LineageSource } from "../src/compare/lineage/lineage-source.ts";
import { resolveLineage } from "../src/compare/lineage/resolve-lineage.ts";
import { buildMatrix } from "../src/compare/matrix/build-matrix.ts";

/** How the plans of a collection rest on each other: templates, chains, and the issues of one plan. */
export const traceLineage = (plans: readonly LineageSource[]): Lineage => resolveLineage(plans);

/** Sets n plans side by side, against a template where one is given. */
export const collect = (plans: readonly Plan[], template: Plan | null): Matrix => buildMatrix(plans, template);

/** Sets each issue of a plan against the one before it, the oldest first. */
export const compareVersions = (issues: readonly Plan[]): Comparison[] =>
  issues.slice(1).map((issue, index) => comparePlans(issues[index]!, issue));
