import type { Comparison } from "../schemas/comparison.ts";
import type { Plan } from "../schemas/plan.ts";
import { comparePlans } from "../src/compare/compare-plans.ts";

/** Sets each local plan against one template: facts are paired section by section, then counted and queried. */
export const compare = (template: Plan, locals: readonly Plan[]): Comparison[] =>
  locals.map((local) => comparePlans(template, local));
