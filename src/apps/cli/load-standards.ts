import { readFile } from "node:fs/promises";
import type { PublishedStandard } from "../../../schemas/published-standard.ts";
import { AssessError } from "../../assess/assess-error.ts";
import { findStandards } from "../../assess/find-standard.ts";
import { claimsToBe } from "../../core/find-plan.ts";
import { readJson } from "../../core/read-json.ts";
import { createStandards } from "../../publish/standard/create-standard.ts";
import type { Said } from "./language.ts";
import type { PlanLoader } from "./load-plans.ts";
import { readPublished } from "./read-standard.ts";

/**
 * The standards of a standard/1 JSON (or a list of them), of plan JSON, or of a source file; `said` is null where the loader has
 * said why there are none.
 * @throws ReadError where it calls itself standard/1 but has not its shape, AssessError where a plan has no standard.
 */
export async function loadStandards(
  path: string,
  loader: PlanLoader,
): Promise<readonly PublishedStandard[] | { readonly said: Said | null }> {
  const given = path.toLowerCase().endsWith(".json") ? await readFile(path).catch(() => null) : null;
  const json = given === null ? undefined : readJson(given);
  const published = findStandards(json);
  if (published) return published;
  if (json !== undefined && !claimsToBe(json, "plan/1")) {
    const read = readPublished(json);
    return "said" in read ? read : [read.value];
  }
  const { inputs } = await loader.find([path]);
  const plan = inputs.length === 1 ? (await loader.load(inputs))[0]!.plan : null;
  if (!plan) return { said: null };
  const standards = createStandards(plan);
  if (standards.length === 0) throw new AssessError("no-standard");
  return standards;
}
