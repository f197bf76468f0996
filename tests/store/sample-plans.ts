import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { digitise } from "../../pipelines/digitise.ts";
import type { Plan } from "../../schemas/plan.ts";

const SEEDS = join(import.meta.dirname, "../../seeds");
const SEED = "000_8a278b583fb0d41d.txt";

let made: Promise<Plan> | null = null;

/** A real plan, digitised from a seed. */
export const realPlan = (): Promise<Plan> => {
  made ??= digitise(new Uint8Array(readFileSync(join(SEEDS, SEED))), "plan.txt");
  return made;
};

export const seedBytes = (): Buffer => readFileSync(join(SEEDS, SEED));

export const sha256Of = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The same plan as of other bytes, with other words in its header. */
export function variant(plan: Plan, seed: string, header: Partial<Plan["header"]> = {}): Plan {
  const sha256 = sha256Of(seed);
  return {
    ...plan,
    id: `plan-${sha256.slice(0, 16)}`,
    source: { ...plan.source, sha256, byteLength: Buffer.byteLength(seed) },
    header: { ...plan.header, ...header },
  };
}
