import { z } from "zod";
import { ApiKey, ApiKeyRequest } from "../../../schemas/api-key.ts";
import { Assessment } from "../../../schemas/assessment.ts";
import { AuditEvent } from "../../../schemas/audit-event.ts";
import { Block } from "../../../schemas/block.ts";
import { Comment, CommentRequest } from "../../../schemas/comment.ts";
import { Comparison } from "../../../schemas/comparison.ts";
import { Correction, CorrectionRequest, Review } from "../../../schemas/correction.ts";
import { DocumentRecord } from "../../../schemas/document-record.ts";
import { FactRow } from "../../../schemas/fact-row.ts";
import { Lineage, LineageLink, LineagePlan } from "../../../schemas/lineage.ts";
import { Matrix } from "../../../schemas/matrix.ts";
import { Plan } from "../../../schemas/plan.ts";
import { Problem } from "../../../schemas/problem.ts";
import { Batch, Submission, SubmissionCounts } from "../../../schemas/submission.ts";
import { Delivery, Webhook, WebhookRequest } from "../../../schemas/webhook.ts";

/** The schemas that the API's description has by name. */
const NAMED = {
  ApiKey,
  ApiKeyRequest,
  Assessment,
  AuditEvent,
  Batch,
  Block,
  Comment,
  CommentRequest,
  Comparison,
  Correction,
  CorrectionRequest,
  Delivery,
  DocumentRecord,
  FactRow,
  Lineage,
  LineageLink,
  LineagePlan,
  Matrix,
  Plan,
  Problem,
  Review,
  Submission,
  SubmissionCounts,
  Webhook,
  WebhookRequest,
} as const satisfies Record<string, z.ZodType>;

/** A registry of our own: the global one would name the schemas for whoever else writes JSON Schema of them. */
export const apiSchemas = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(NAMED)) apiSchemas.add(schema, { id });
