import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compare } from "../../pipelines/compare.ts";
import { digitise } from "../../pipelines/digitise.ts";
import type { Plan } from "../../schemas/plan.ts";
import { buildMatrix } from "../../src/compare/matrix/build-matrix.ts";
import { ReadError } from "../../src/core/outcome.ts";
import { createComparer } from "../../src/sandbox/comparer.ts";
import { createWordCutter } from "../../src/sandbox/word-cutter.ts";
import { searchWords } from "../../src/store/search-words.ts";

const SEEDS = join(import.meta.dirname, "../../seeds");
const readSeed = (name: string): Promise<Plan> => digitise(new Uint8Array(readFileSync(join(SEEDS, name))), name);

const comparer = createComparer();
const cutter = createWordCutter();
afterAll(() => Promise.all([comparer.close(), cutter.close()]));

test("plans are set side by side in another process as they are in this one", { timeout: 120_000 }, async () => {
  const [template, local] = [await readSeed("001_13842449fc20d73d.txt"), await readSeed("000_8a278b583fb0d41d.txt")];
  expect(await comparer.compare(template, local)).toEqual(compare(template, [local])[0]);
  expect(await comparer.buildMatrix([local, template], null)).toEqual(buildMatrix([local, template], null));
});

test("what cannot be compared is an error with its reason, and the next ones are compared", {
  timeout: 120_000,
}, async () => {
  const plan = await readSeed("001_13842449fc20d73d.txt");
  const torn = { ...plan, tasks: null } as unknown as Plan;
  await expect(comparer.compare(plan, torn)).rejects.toThrow(ReadError);
  expect((await comparer.compare(plan, plan)).summary.coverage).toBe(1);
});

test("words are cut in another process as they are in this one", { timeout: 120_000 }, async () => {
  const texts = ["建立健全生活垃圾分类工作机制", "ＡＰＰ 上线率达到95%"];
  expect(await cutter.cut(texts)).toEqual(searchWords(texts));
});
