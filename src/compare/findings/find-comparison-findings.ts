import type { ComparisonFinding, ComparisonFindingCode } from "../../../schemas/comparison-finding.ts";
import type { Plan } from "../../../schemas/plan.ts";
import type { ComparisonParts, FindComparisonFindings } from "./comparison-parts.ts";
import { findLaterDeadlines } from "./deadline-later.ts";
import { findMissingFamilies } from "./family-missing.ts";
import { EN, ZH } from "./finding-sentences.ts";
import { findDroppedRows } from "./row-dropped.ts";
import { findLooserTargets } from "./target-looser.ts";

/** One finder a code. */
const FINDERS: Readonly<Record<ComparisonFindingCode, FindComparisonFindings>> = {
  "target-looser": findLooserTargets,
  "row-dropped": findDroppedRows,
  "deadline-later": findLaterDeadlines,
  "family-missing": findMissingFamilies,
};

/** What a careful clerk of the higher level would query of the local plan, by code, in the order of the template. */
export const findComparisonFindings = (parts: ComparisonParts, template: Plan, local: Plan): ComparisonFinding[] =>
  (Object.keys(FINDERS) as ComparisonFindingCode[]).flatMap((code) =>
    FINDERS[code](parts, template, local).map(({ severity, facts, evidence }) => ({
      code,
      severity,
      message: EN[code](facts),
      messageZh: ZH[code](facts),
      facts,
      evidence,
    })),
  );
