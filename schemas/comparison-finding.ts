import { z } from "zod";
import { Evidence } from "./evidence.ts";
import { Severity } from "./finding.ts";

export const ComparisonFindingCode = z.enum(["target-looser", "row-dropped", "deadline-later", "family-missing"]);
export type ComparisonFindingCode = z.infer<typeof ComparisonFindingCode>;

/** What a careful clerk of the higher level would query of a local plan; `evidence` says in which of the two plans it stands. */
export const ComparisonFinding = z.object({
  code: ComparisonFindingCode,
  severity: Severity,
  message: z.string(),
  messageZh: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  evidence: z.array(z.object({ plan: z.enum(["template", "local"]), ...Evidence.shape })),
});
export type ComparisonFinding = z.infer<typeof ComparisonFinding>;
