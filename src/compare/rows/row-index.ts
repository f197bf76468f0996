import { characterWeight, pairWeight, plainWeight } from "../text/plain-words.ts";
import { type DescribedRow, VIEWS, type View } from "./describe-row.ts";

/** What is known of a set of rows: how much each of their words tells, and which rows have it. */
export interface RowIndex {
  readonly rows: readonly DescribedRow[];
  /** 0 to about 1: the rarer, the more; boilerplate less. */
  weightOf(view: View, feature: string): number;
  /** Places (in `rows`) of the rows that share most weighted features with a row, the best first. */
  candidates(row: DescribedRow, most: number): number[];
}

type Postings = ReadonlyMap<string, readonly number[]>;

const PLAIN_WEIGHTS: Readonly<Record<View, (feature: string) => number>> = {
  words: plainWeight,
  pairs: pairWeight,
  characters: characterWeight,
};

/** A feature that stands in more rows than this tells no two rows apart where there are many. */
const COMMON_ROWS = 200;

/**
 * Prepares rows for looking up their like; the rarer a word is among them, the more it weighs.
 * @param split where the rows are of two plans, how many of them are the first plan's: a word that stands in many rows
 * of one plan and in none of the other tells much (the plans are of two subjects), one common in both tells little
 */
export function createRowIndex(rows: readonly DescribedRow[], split = 0): RowIndex {
  const postings = Object.fromEntries(VIEWS.map((view) => [view, createPostings(rows, view)])) as Record<
    View,
    Postings
  >;
  const weights = Object.fromEntries(
    VIEWS.map((view) => [view, weighAll(postings[view], PLAIN_WEIGHTS[view], rows.length, split)]),
  ) as Record<View, ReadonlyMap<string, number>>;
  const weightOf = (view: View, feature: string): number => weights[view].get(feature) ?? PLAIN_WEIGHTS[view](feature);
  const candidates = (row: DescribedRow, most: number): number[] => {
    const scores = new Map<number, number>();
    for (const view of VIEWS)
      for (const feature of row.all[view]) addScore(scores, postings[view].get(feature) ?? [], weightOf(view, feature));
    return [...scores]
      .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most)
      .map(([at]) => at);
  };
  return { rows, weightOf, candidates };
}

function createPostings(rows: readonly DescribedRow[], view: View): Postings {
  const postings = new Map<string, number[]>();
  for (const [at, row] of rows.entries())
    for (const feature of row.all[view]) {
      const places = postings.get(feature);
      if (places) places.push(at);
      else postings.set(feature, [at]);
    }
  return postings;
}

function weighAll(
  postings: Postings,
  plain: (feature: string) => number,
  rows: number,
  split: number,
): ReadonlyMap<string, number> {
  return new Map(
    [...postings].map(([feature, places]) => [feature, plain(feature) * tellingness(places, rows, split)]),
  );
}

const rarity = (count: number, rows: number): number => Math.log(1 + rows / count) / Math.log(1 + Math.max(rows, 1));

/** A word in this share of one plan's rows is that plan's subject. */
const SUBJECT_SHARE = 0.3;

function tellingness(places: readonly number[], rows: number, split: number): number {
  if (split === 0) return rarity(places.length, rows);
  const first = places.filter((at) => at < split).length;
  const second = places.length - first;
  if (first > 0 && second > 0) return rarity(2 * Math.sqrt(first * second), rows);
  const share = places.length / (first > 0 ? split : rows - split);
  return 1 + (places.length > 1 ? Math.min(1, share / SUBJECT_SHARE) : 0);
}

function addScore(scores: Map<number, number>, places: readonly number[], weight: number): void {
  if (places.length > COMMON_ROWS) return;
  for (const at of places) scores.set(at, (scores.get(at) ?? 0) + weight);
}
