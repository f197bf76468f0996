import type { Facts, Plan } from "../schemas/plan.ts";
import { checkPlan } from "../src/check/index.ts";
import { assemblePlan } from "../src/core/assemble-plan.ts";
import type { Document } from "../src/core/document.ts";
import type { Outline } from "../src/core/outline.ts";
import type { SourceDocument } from "../src/core/source-block.ts";
import { extractFacts } from "../src/extract/extract-facts.ts";
import { readDocument } from "../src/read/index.ts";
import { cleanBlocks, structureDocument } from "../src/structure/structure.ts";

/** What every stage gave, for a person to look at. */
export interface Stages {
  readonly source: SourceDocument;
  readonly document: Document;
  readonly outline: Outline;
  readonly facts: Facts;
  readonly plan: Plan;
}

/** What is being done to a file; told to those who wait. */
export type StageName = "reading" | "structuring" | "extracting" | "checking";

/**
 * Digitises one policy file: bytes → blocks → outline → facts → findings → plan.
 * @param fileName as the user gave it; it goes into `source` and is never trusted.
 * @param onStage is told each stage as it begins.
 * @throws ReadError where the file cannot be read at all.
 */
export async function digitiseStages(
  bytes: Uint8Array,
  fileName: string,
  onStage: (stage: StageName) => void = () => {},
): Promise<Stages> {
  onStage("reading");
  const { value: source, messages } = await readDocument(bytes, { fileName });
  onStage("structuring");
  const document = cleanBlocks(source.blocks);
  const outline = structureDocument(document);
  onStage("extracting");
  const facts = extractFacts(outline);
  onStage("checking");
  const findings = checkPlan(facts, outline);
  const plan = assemblePlan({ bytes, fileName, source, document, facts, findings, messages });
  return { source, document, outline, facts, plan };
}

/** Digitises one policy file and gives the plan alone, checked by its schema. */
export const digitise = async (
  bytes: Uint8Array,
  fileName: string,
  onStage?: (stage: StageName) => void,
): Promise<Plan> => (await digitiseStages(bytes, fileName, onStage)).plan;
