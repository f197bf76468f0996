import type { DeadlinePair, FamilyPair, RowPair, TargetPair } from "../../../schemas/comparison.ts";
import type { ComparisonFinding } from "../../../schemas/comparison-finding.ts";
import type { Evidence } from "../../../schemas/evidence.ts";
import type { Plan } from "../../../schemas/plan.ts";

/** What the two plans were found to say side by side. */
export interface ComparisonParts {
  readonly standards: readonly RowPair[];
  readonly targets: readonly TargetPair[];
  readonly deadlines: readonly DeadlinePair[];
  readonly responsibilities: readonly FamilyPair[];
}

/** What a finder says: its code comes from the table, its sentence from code and facts. */
export type ComparisonFindingDraft = Pick<ComparisonFinding, "severity" | "facts" | "evidence">;

/** Looks for what a clerk of the higher level would query of the local plan. */
export type FindComparisonFindings = (parts: ComparisonParts, template: Plan, local: Plan) => ComparisonFindingDraft[];

/** Where it stands in each plan, the first place of each. */
export const placesOf = (
  template: readonly Evidence[] | undefined,
  local: readonly Evidence[] | undefined,
): ComparisonFinding["evidence"] => [
  ...(template ?? []).slice(0, 1).map((evidence) => ({ plan: "template" as const, ...evidence })),
  ...(local ?? []).slice(0, 1).map((evidence) => ({ plan: "local" as const, ...evidence })),
];
