import { pairWeight, plainWeight } from "../text/plain-words.ts";
import type { DescribedRow, Features } from "./describe-row.ts";

/** What is known of a set of rows: how rare each word is in it, and which rows have it. */
export interface RowIndex {
  readonly rows: readonly DescribedRow[];
  wordWeight(word: string): number;
  pairWeight(pair: string): number;
  /** Places (in `rows`) of the rows that share most weighted words and character pairs with a row, the best first. */
  candidates(row: DescribedRow, most: number): number[];
}

type Postings = ReadonlyMap<string, readonly number[]>;

/** A feature that stands in more rows than this tells no two rows apart where there are many. */
const COMMON_ROWS = 200;

/** Prepares rows for looking up their like; the rarer a word is among them, the more it weighs. */
export function createRowIndex(rows: readonly DescribedRow[]): RowIndex {
  const words = createPostings(rows, (features) => features.words);
  const pairs = createPostings(rows, (features) => features.pairs);
  const rarity = createRarity(rows.length);
  const wordWeight = (word: string): number => plainWeight(word) * rarity(words.get(word)?.length ?? 1);
  const weighPair = (pair: string): number => pairWeight(pair) * rarity(pairs.get(pair)?.length ?? 1);
  const candidates = (row: DescribedRow, most: number): number[] => {
    const scores = new Map<number, number>();
    addScores(scores, row.all.words, words, wordWeight);
    addScores(scores, row.all.pairs, pairs, weighPair);
    return [...scores]
      .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most)
      .map(([at]) => at);
  };
  return { rows, wordWeight, pairWeight: weighPair, candidates };
}

function createPostings(rows: readonly DescribedRow[], pick: (features: Features) => ReadonlySet<string>): Postings {
  const postings = new Map<string, number[]>();
  for (const [at, row] of rows.entries())
    for (const feature of pick(row.all)) {
      const places = postings.get(feature);
      if (places) places.push(at);
      else postings.set(feature, [at]);
    }
  return postings;
}

/** 1 for what stands in one row, falling to 0.1 to 0.2 for what stands in all. */
const createRarity =
  (rows: number) =>
  (count: number): number =>
    Math.log(1 + rows / count) / Math.log(1 + Math.max(rows, 1));

function addScores(
  scores: Map<number, number>,
  features: ReadonlySet<string>,
  postings: Postings,
  weigh: (feature: string) => number,
): void {
  for (const feature of features) {
    const places = postings.get(feature) ?? [];
    if (places.length > COMMON_ROWS) continue;
    const weight = weigh(feature);
    for (const at of places) scores.set(at, (scores.get(at) ?? 0) + weight);
  }
}
