import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Comparison } from "../../schemas/comparison.ts";
import { Plan } from "../../schemas/plan.ts";
import { comparePlans } from "../../src/compare/compare-plans.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/compare");

/** An entry of a gold file: `relation` one value or any of several; an `optional` pair may be left out. */
export interface GoldPair {
  readonly template: number | null;
  readonly local: number | null;
  readonly relation: string | { readonly anyOf: readonly string[] };
  readonly direction?: string;
  readonly optional?: boolean;
  /** The rows' places from 1, where their printed numbers are no names. */
  readonly templateRow?: number | null;
  readonly localRow?: number | null;
}

/** How a comparison fares against its gold. */
export interface CompareScore {
  readonly found: number;
  readonly surplus: readonly string[];
  readonly missed: readonly string[];
  readonly wrongRelations: readonly string[];
  readonly wrongDirections: readonly string[];
  readonly directed: number;
}

type Pairs = Comparison["standards"];

const placeOf = (row: { readonly ordinal: number } | number | null | undefined): number | string =>
  typeof row === "number" ? row : (row?.ordinal ?? "-");

const keyOfPair = (pair: GoldPair | Pairs[number], byPlace: boolean): string =>
  byPlace ? `${placeOf(pair.templateRow)}→${placeOf(pair.localRow)}` : `${pair.template ?? "-"}→${pair.local ?? "-"}`;

const accepts = (gold: GoldPair["relation"], relation: string): boolean =>
  typeof gold === "string" ? gold === relation : gold.anyOf.includes(relation);

/** Scores pairs as `score-compare.mjs` of the contract does. */
export function scoreComparison(gold: readonly GoldPair[], pairs: Pairs): CompareScore {
  const byPlace = gold.some(({ templateRow }) => templateRow !== undefined);
  const keyOf = (pair: GoldPair | Pairs[number]): string => keyOfPair(pair, byPlace);
  const out = new Map(pairs.map((pair) => [keyOf(pair), pair]));
  const required = gold.filter(({ optional }) => !optional);
  const known = new Set(gold.map(keyOf));
  const found = required.filter((each) => out.has(keyOf(each)));
  const directionOf = (each: GoldPair): string | null | undefined => {
    const pair = out.get(keyOf(each))!;
    return pair.direction ?? pair.changes.find(({ direction }) => direction !== "other")?.direction;
  };
  const directed = found.filter(({ direction }) => direction);
  return {
    found: found.length,
    surplus: [...out.keys()].filter((key) => !known.has(key)),
    missed: required.filter((each) => !out.has(keyOf(each))).map(keyOf),
    wrongRelations: found
      .filter((each) => !accepts(each.relation, out.get(keyOf(each))!.relation))
      .map((each) => `${keyOf(each)}: ${out.get(keyOf(each))!.relation}, gold ${JSON.stringify(each.relation)}`),
    wrongDirections: directed
      .filter((each) => directionOf(each) !== each.direction)
      .map((each) => `${keyOf(each)}: ${directionOf(each)}, gold ${each.direction}`),
    directed: directed.length,
  };
}

export const f1Of = ({ found, surplus, missed }: CompareScore): number =>
  (2 * found) / (2 * found + surplus.length + missed.length || 1);

/** The pairs of plans under fixtures/compare. */
export const comparePairs = (): string[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const readJson = (name: string, file: string): unknown => JSON.parse(readFileSync(join(FOLDER, name, file), "utf8"));

/** Compares the two plans of a pair under fixtures/compare and scores the outcome. */
export function scorePair(name: string): { readonly comparison: Comparison; readonly score: CompareScore } {
  const comparison = comparePlans(
    Plan.parse(readJson(name, "template.json")),
    Plan.parse(readJson(name, "local.json")),
  );
  const gold = (readJson(name, "gold.json") as { readonly standards: readonly GoldPair[] }).standards;
  return { comparison, score: scoreComparison(gold, comparison.standards) };
}
