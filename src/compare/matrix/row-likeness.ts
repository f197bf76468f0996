import type { Plan } from "../../../schemas/plan.ts";
import { memoize } from "../../core/memo.ts";
import { coverOf, shareOf, type Weigh } from "../facts/bigrams.ts";
import { ownNames } from "../own-names.ts";
import { demandText, rowKey } from "../rows/describe-row.ts";
import type { Row } from "../rows/row.ts";
import { characterPairs, contentWords } from "../text/content.ts";
import { pairWeight, plainWeight } from "../text/plain-words.ts";
import type { Likeness, Rarity } from "./clusters.ts";

/** A row with the names of its plan's own place. */
export interface WordedRow {
  readonly row: Row;
  readonly ownNames: readonly string[];
}

/** Measured over fixtures/compare and made collections: rows of two demands are seldom this much alike. */
const ALIKE = 0.38;

export function wordRows(plan: Plan, rows: readonly Row[]): WordedRow[] {
  const names = ownNames([plan]);
  return rows.map((row) => ({ row, ownNames: names }));
}

/** The words and character pairs of a row, made when it is first asked for: most rows are found by their key. */
const gramsOf = memoize(({ row, ownNames: names }: WordedRow) => {
  const words = contentWords(demandText(row), names);
  return { words: new Set(words.map(({ word }) => word)), pairs: characterPairs(words) };
});

const keyOf = memoize(({ row }: WordedRow) => rowKey(row));

/** Rows are one by words and character pairs, those weighing most that few clusters have. */
export const ROW_LIKENESS: Likeness<WordedRow> = {
  keyOf,
  gramsOf: (row) => [...gramsOf(row).words, ...gramsOf(row).pairs],
  likenessOf: (one, other, rarity) => {
    const [a, b] = [gramsOf(one), gramsOf(other)];
    const words = likenessOf(a.words, b.words, weighed(plainWeight, rarity));
    return (words + likenessOf(a.pairs, b.pairs, weighed(pairWeight, rarity))) / 2;
  },
  least: ALIKE,
};

/** 1 for a gram of one cluster, falling towards 0.1 for one of all. */
const weighed =
  (plain: Weigh, { clusters, countOf }: Rarity): Weigh =>
  (gram) =>
    (plain(gram) * Math.log(1 + clusters / Math.max(countOf(gram), 1))) / Math.log(1 + Math.max(clusters, 1));

const likenessOf = (one: ReadonlySet<string>, other: ReadonlySet<string>, weigh: Weigh): number =>
  0.75 * shareOf(one, other, weigh) + 0.25 * coverOf(one, other, weigh);
