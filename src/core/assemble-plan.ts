import { createHash } from "node:crypto";
import type { Finding } from "../../schemas/finding.ts";
import type { Message } from "../../schemas/message.ts";
import { type Facts, Plan } from "../../schemas/plan.ts";
import type { Document } from "./document.ts";
import { message } from "./outcome.ts";
import type { SourceDocument } from "./source-block.ts";

/** What the stages gave for one file. */
export interface Parts {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly source: SourceDocument;
  readonly document: Document;
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  readonly messages: readonly Message[];
}

/**
 * Puts a plan together and checks it by its schema. `id` is made of the bytes alone, so the same file has the same id
 * under any name. A file without any of the `TELLING` facts gets the message `not-a-plan`.
 * @throws ZodError where a stage broke the contract: a fault of the program, never of the file.
 */
export function assemblePlan(parts: Parts): Plan {
  const { facts, source } = parts;
  const sha256 = createHash("sha256").update(parts.bytes).digest("hex");
  const { mediaType, pageCount, reader, ocr } = source;
  return Plan.parse({
    schema: "plan/1",
    id: `plan-${sha256.slice(0, 16)}`,
    source: { fileName: parts.fileName, mediaType, sha256, byteLength: parts.bytes.length, pageCount, reader, ocr },
    ...facts,
    findings: parts.findings,
    messages: [...parts.messages, ...(isPlan(facts) ? [] : [message("not-a-plan", "warning")])],
    blocks: parts.document.blocks.map(({ runs, ...block }) => block),
  });
}

/** What only plans and standards have; chapters alone are no plan (a novel has them too). */
const TELLING = ["targets", "phases", "tasks", "measures", "duties", "standards", "assignments"] as const;

const isPlan = (facts: Facts): boolean => TELLING.some((key) => facts[key].length > 0);
