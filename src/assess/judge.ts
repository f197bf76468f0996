import type { AssessedRow, AssessedVeto, Assessment, AssessmentReason } from "../../schemas/assessment.ts";
import { assessmentReason } from "./sentences.ts";

/** What a result rests on. */
export interface Grounds {
  readonly rows: readonly AssessedRow[];
  readonly vetoes: readonly AssessedVeto[];
  readonly total: number | null;
  readonly passMark: number | null;
}

export interface Judgement {
  readonly result: Assessment["result"];
  readonly reasons: AssessmentReason[];
}

/**
 * Says pass, fail or not yet. A veto or an unmet condition decides at once; then every row must have something that counts; then the
 * pass mark decides, reached when the total is at least it (80分以上 includes 80: Civil Code art. 1259).
 */
export function judge({ rows, vetoes, total, passMark }: Grounds): Judgement {
  const against = [
    ...vetoes
      .filter(({ happened }) => happened === true)
      .map(({ criterion }) => assessmentReason("veto", { criterion })),
    ...rows
      .filter(({ decisive, met }) => decisive && met === false)
      .map(({ number, criterion }) => assessmentReason("condition-unmet", { number, criterion: criterion ?? "" })),
  ];
  const open = rows.filter(({ status }) => status !== "assessed").length;
  const unfinished = open > 0 ? [assessmentReason("rows-open", { count: open, rows: rows.length })] : [];
  if (against.length > 0) return { result: "fail", reasons: [...against, ...unfinished] };
  if (unfinished.length > 0) return { result: "incomplete", reasons: unfinished };
  if (passMark === null) return { result: null, reasons: [assessmentReason("no-pass-mark", {})] };
  if (total === null) return { result: null, reasons: [assessmentReason("no-points", { passMark })] };
  return total >= passMark
    ? { result: "pass", reasons: [assessmentReason("reached", { total, passMark })] }
    : { result: "fail", reasons: [assessmentReason("below", { total, passMark })] };
}
