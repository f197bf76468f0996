import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { digitise } from "../pipelines/digitise.ts";
import { score, totalOf } from "./eval/score.ts";

const ROOT = join(import.meta.dirname, "..");
const SEEDS = join(ROOT, "seeds");
const FORMATS = join(ROOT, "fixtures/formats");
const GENRE = join(ROOT, "fixtures/genre");

const goldOf = (folder: string, stem: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, `${stem}.json`), "utf8"));

const scoreFile = async (path: string, gold: Record<string, unknown>) =>
  score(gold, await digitise(readFileSync(path), basename(path)));

const native = readdirSync(FORMATS).flatMap((stem) => readdirSync(join(FORMATS, stem)).map((name) => ({ stem, name })));
const quick = native.filter(({ name }) => !name.startsWith("scan"));

describe("a seed digitises perfectly", () => {
  test.each(readdirSync(SEEDS))("%s", async (name) => {
    const tallies = await scoreFile(join(SEEDS, name), goldOf(join(ROOT, "fixtures/gold"), basename(name, ".txt")));
    const misses = Object.entries(tallies).flatMap(([category, t]) =>
      [...t.missed, ...t.extra].map((what) => `${category}: ${what}`),
    );
    expect(misses).toEqual([]);
  });
});

describe("a plan in its native format gives the facts of its gold", () => {
  test.each(quick)("$stem $name", async ({ stem, name }) => {
    const tallies = await scoreFile(join(FORMATS, stem, name), goldOf(join(ROOT, "fixtures/gold"), stem));
    expect(totalOf([tallies]).f1).toBeGreaterThanOrEqual(0.985);
    const weak = Object.entries(tallies)
      .filter(([, tally]) => tally.f1 < 0.95)
      .map(([category]) => category);
    expect(weak).toEqual([]);
    expect(tallies.grounding?.f1).toBe(1);
  });
});

describe("a plan of another place, subject and drafter", () => {
  const names = readdirSync(GENRE).filter((name) => name.endsWith(".txt"));
  test.each(names)("%s", async (name) => {
    const tallies = await scoreFile(join(GENRE, name), goldOf(GENRE, basename(name, ".txt")));
    expect(totalOf([tallies]).f1).toBeGreaterThanOrEqual(0.97);
    expect(tallies.grounding?.f1).toBe(1);
  });
});
