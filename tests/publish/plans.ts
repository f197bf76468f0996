import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digitise } from "../../pipelines/digitise.ts";
import type { Plan } from "../../schemas/plan.ts";
import type { PublishedStandard } from "../../schemas/published-standard.ts";
import { createStandards } from "../../src/publish/standard/create-standard.ts";

const ROOT = join(import.meta.dirname, "../..");
const digitiseFolder = (folder: string): Promise<Plan>[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => digitise(readFileSync(join(ROOT, folder, name)), name));

let all: Promise<Plan[]> | null = null;

/** The plans of the five seeds, then those of other places and subjects; digitised once. */
export const allPlans = (): Promise<Plan[]> => {
  all ??= Promise.all([...digitiseFolder("seeds"), ...digitiseFolder("fixtures/genre")]);
  return all;
};

/** The plan of a file of `fixtures/genre`. */
export const genrePlan = (name: string): Promise<Plan> =>
  digitise(readFileSync(join(ROOT, "fixtures/genre", `${name}.txt`)), `${name}.txt`);

export const standardOf = (plan: Plan, at = 0): PublishedStandard => createStandards(plan)[at]!;
