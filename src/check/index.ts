import type { Finding, FindingCode } from "../../schemas/finding.ts";
import type { Facts } from "../../schemas/plan.ts";
import type { Outline } from "../core/outline.ts";
import { sentence } from "../core/sentences/sentence.ts";
import { checkAttachmentMissing } from "./attachment-missing.ts";
import { checkAttachmentTitle } from "./attachment-title-mismatch.ts";
import { checkAttachmentUnlisted } from "./attachment-unlisted.ts";
import type { Check } from "./check.ts";
import { checkCounts } from "./count-mismatch.ts";
import { checkDates } from "./date-conflict.ts";
import { checkDeadlines } from "./deadline-before-issue.ts";
import { checkDuplicateNumbers } from "./duplicate-number.ts";
import { checkDuplicateUnits } from "./duplicate-unit.ts";
import { checkNumberingGaps } from "./numbering-gap.ts";
import { checkPhasesBeforeIssue } from "./phase-before-issue.ts";
import { checkPhaseGaps } from "./phase-gap.ts";
import { checkPhaseOverlaps } from "./phase-overlap.ts";
import { checkUndatedPhases } from "./phase-undated.ts";
import { checkTargetConflicts } from "./target-conflict.ts";
import { checkTotals } from "./total-mismatch.ts";
import { checkUnassigned } from "./unit-unassigned.ts";

/** One check a code. */
export const CHECKS: Record<FindingCode, Check> = {
  "total-mismatch": checkTotals,
  "numbering-gap": checkNumberingGaps,
  "duplicate-number": checkDuplicateNumbers,
  "date-conflict": checkDates,
  "deadline-before-issue": checkDeadlines,
  "phase-before-issue": checkPhasesBeforeIssue,
  "phase-overlap": checkPhaseOverlaps,
  "phase-gap": checkPhaseGaps,
  "phase-undated": checkUndatedPhases,
  "target-conflict": checkTargetConflicts,
  "attachment-missing": checkAttachmentMissing,
  "attachment-unlisted": checkAttachmentUnlisted,
  "attachment-title-mismatch": checkAttachmentTitle,
  "duplicate-unit": checkDuplicateUnits,
  "count-mismatch": checkCounts,
  "unit-unassigned": checkUnassigned,
};

/** Checks a plan against itself: what a careful clerk would query, in the order of the text. */
export function checkPlan(facts: Facts, outline: Outline): Finding[] {
  const findings = (Object.keys(CHECKS) as FindingCode[]).flatMap((code) =>
    CHECKS[code](facts, outline)
      .filter((draft) => draft.evidence.length > 0)
      .map((draft) => toFinding(code, draft)),
  );
  return findings.sort(byPlace);
}

function toFinding(code: FindingCode, draft: ReturnType<Check>[number]): Finding {
  const said = { code, facts: draft.facts };
  return {
    code,
    severity: draft.severity,
    message: sentence(said, "en"),
    messageZh: sentence(said, "zh"),
    facts: draft.facts,
    evidence: draft.evidence,
  };
}

function byPlace(one: Finding, other: Finding): number {
  const [a, b] = [one.evidence[0]!, other.evidence[0]!];
  return a.block - b.block || a.start - b.start;
}
