import type { Comment } from "../../../../schemas/comment.ts";
import type { Correction } from "../../../../schemas/correction.ts";
import type { DocumentRecord } from "../../../../schemas/document-record.ts";
import type { Plan } from "../../../../schemas/plan.ts";

/** A plan as its page shows it, with what people said of it. */
export interface OpenPlan {
  readonly document: DocumentRecord;
  readonly plan: Plan;
  readonly corrections: readonly Correction[];
  readonly comments: readonly Comment[];
}
