import type { Plan } from "../schemas/plan.ts";
import { findPlan } from "../src/core/find-plan.ts";
import { readJson } from "../src/core/read-json.ts";
import { type PublishFormat, type PublishOptions, publish } from "../src/publish/publish.ts";
import type { PublishedFile } from "../src/publish/published-file.ts";
import { digitise } from "./digitise.ts";

/**
 * Publishes a plan: plan JSON or source file → plan → files.
 * @throws ReadError where the file cannot be read, PublishError where the plan has nothing for the format.
 */
export async function publishFile(
  bytes: Uint8Array,
  fileName: string,
  format: PublishFormat,
  options: PublishOptions = {},
): Promise<PublishedFile[]> {
  const plan = await readPlan(bytes, fileName);
  return publish(plan, format, { baseName: fileName, ...options });
}

/**
 * A plan from its own JSON, or digitised from a source file.
 * @throws ReadError where the file cannot be read, or says `plan/1` and does not have its shape.
 */
export async function readPlan(bytes: Uint8Array, fileName: string): Promise<Plan> {
  return findPlan(readJson(bytes)) ?? digitise(bytes, fileName);
}
