import type { Explanation } from "../../../schemas/comparison.ts";
import { splitClauses } from "../text/clauses.ts";
import { findQuantities } from "../text/quantities.ts";
import type { DescribedRow } from "./describe-row.ts";
import { demandText } from "./describe-row.ts";
import type { Row } from "./row.ts";

/** Which words and numbers made two rows alike, and which only one of them has, as printed, in the order of the rows. */
export function explainLikeness(template: DescribedRow, local: DescribedRow): Explanation {
  const [a, b] = [wordsOf(template), wordsOf(local)];
  return {
    words: [...a].filter(([word]) => b.has(word)).map(([, printed]) => printed),
    numbers: numbersOf(template).filter((number) => numbersOf(local).includes(number)),
    templateOnly: [...a].filter(([word]) => !b.has(word)).map(([, printed]) => printed),
    localOnly: [...b].filter(([word]) => !a.has(word)).map(([, printed]) => printed),
  };
}

/** Each content word of the demand and the scoring cell with its first printed form. */
function wordsOf({ demand, scoring, row }: DescribedRow): Map<string, string> {
  const words = new Map<string, string>();
  for (const { word, printed } of [...demand.words, ...(row.standard === null ? [] : scoring.words)])
    if (!words.has(word)) words.set(word, printed);
  return words;
}

const numbersOf = ({ demand, scoring, row }: DescribedRow): string[] => [
  ...new Set([
    ...demand.quantities.map(({ start, end }) => demand.text.slice(start, end)),
    ...(row.standard === null ? [] : scoring.quantities.map(({ start, end }) => scoring.text.slice(start, end))),
  ]),
];

/** For rows of equal text all is alike: its clauses say so without cutting them into words. */
export const explainEqual = (row: Row): Explanation => ({
  words: splitClauses(demandText(row)).map(({ text }) => text.trim()),
  numbers: findQuantities(demandText(row)).map(({ start, end }) => demandText(row).slice(start, end)),
  templateOnly: [],
  localOnly: [],
});

/** For a row without counterpart. */
export const explainAlone = (row: Row, side: "templateOnly" | "localOnly"): Explanation => ({
  words: [],
  numbers: [],
  templateOnly: [],
  localOnly: [],
  [side]: splitClauses(demandText(row)).map(({ text }) => text.trim()),
});
