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

/** The plans of the five seeds. */
export const seedPlans = (): Promise<Plan[]> => Promise.all(digitiseFolder("seeds"));

/** The seeds, and the plans of other places and subjects. */
export const allPlans = (): Promise<Plan[]> =>
  Promise.all([...digitiseFolder("seeds"), ...digitiseFolder("fixtures/genre")]);

/** The plan of a file of `fixtures/genre`. */
export const genrePlan = (name: string): Promise<Plan> =>
  digitise(readFileSync(join(ROOT, "fixtures/genre", `${name}.txt`)), `${name}.txt`);

export const standardOf = (plan: Plan, at = 0): PublishedStandard => createStandards(plan)[at]!;
