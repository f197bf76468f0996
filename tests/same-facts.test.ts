import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitise } from "../pipelines/digitise.ts";
import type { Plan } from "../schemas/plan.ts";
import { factsOf } from "./helpers/facts-of.ts";
import { wrapText } from "./helpers/wrap-text.ts";

const SEEDS = join(import.meta.dirname, "../seeds");
const seeds = readdirSync(SEEDS);
const textOf = (name: string): string => readFileSync(join(SEEDS, name), "utf8");
const digitiseText = (text: string, name = "plan.txt"): Promise<Plan> => digitise(new TextEncoder().encode(text), name);

describe.each(seeds)("%s", (name) => {
  test("gives the same facts under another file name", async () => {
    const plain = await digitiseText(textOf(name));
    const renamed = await digitiseText(textOf(name), "第三方 副本(2).md");
    expect(factsOf(renamed)).toEqual(factsOf(plain));
    expect(renamed.id).toBe(plain.id);
  });

  test("gives the same facts with half-width brackets", async () => {
    const plain = await digitiseText(textOf(name));
    const narrow = await digitiseText(textOf(name).replace(/（/gu, "(").replace(/）/gu, ")"));
    expect(factsOf(narrow)).toEqual(factsOf(plain));
  });

  test("gives the same facts wrapped at another width", async () => {
    const plain = factsOf(await digitiseText(textOf(name)));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: 60 }), async (width) => {
        expect(factsOf(await digitiseText(wrapText(textOf(name), width)))).toEqual(plain);
      }),
      { numRuns: 4, seed: 1 },
    );
  });

  test("is digitised to the same plan twice", async () => {
    expect(await digitiseText(textOf(name))).toEqual(await digitiseText(textOf(name)));
  });

  test("has every quote where its evidence says, inside blocks numbered by their index", async () => {
    const plan = await digitiseText(textOf(name));
    expect(plan.blocks.map((block) => block.id)).toEqual(plan.blocks.map((_, index) => index));
    for (const { block, start, end, quote } of evidenceIn(plan))
      expect(plan.blocks[block]?.text.slice(start, end)).toBe(quote);
  });
});

function evidenceIn(value: unknown): { block: number; start: number; end: number; quote: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const own =
    "evidence" in value ? (value.evidence as { block: number; start: number; end: number; quote: string }[]) : [];
  return [...own, ...Object.values(value).flatMap(evidenceIn)];
}
