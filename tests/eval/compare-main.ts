import { parseArgs } from "node:util";
import { type CompareScore, comparePairs, f1Of, scorePair } from "./compare-score.ts";

const HELP = `node tests/eval/compare-main.ts [--misses N] [--only NAME]
Compares the pairs of plans under fixtures/compare and scores each against its gold: pairs of rows (F1), how many of the
found pairs have the right relation, and the right direction. The last row is all pairs together.
  --misses N   name up to N faults of each sort
  --only NAME  only pairs whose name contains NAME`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean" },
    misses: { type: "string", default: "0" },
    only: { type: "string", default: "" },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const shareOf = (right: number, all: number): string => (all === 0 ? "–" : `${right}/${all}`);

const rowOf = (name: string, score: CompareScore): string =>
  `| ${name} | ${score.found}/${score.found + score.missed.length} | ${score.surplus.length} | ${f1Of(score).toFixed(3)} | ${shareOf(score.found - score.wrongRelations.length, score.found)} | ${shareOf(score.directed - score.wrongDirections.length, score.directed)} |`;

function sumOf(scores: readonly CompareScore[]): CompareScore {
  const all = <Key extends "surplus" | "missed" | "wrongRelations" | "wrongDirections">(key: Key): string[] =>
    scores.flatMap((score) => [...score[key]]);
  return {
    found: scores.reduce((sum, { found }) => sum + found, 0),
    directed: scores.reduce((sum, { directed }) => sum + directed, 0),
    surplus: all("surplus"),
    missed: all("missed"),
    wrongRelations: all("wrongRelations"),
    wrongDirections: all("wrongDirections"),
  };
}

const names = comparePairs().filter((name) => name.includes(values.only));
const most = Number(values.misses);
console.log("| pair | rows found | surplus | F1 | relation | direction |\n| --- | --- | --- | --- | --- | --- |");
const scores = names.map((name) => {
  const { score } = scorePair(name);
  console.log(rowOf(name, score));
  for (const fault of score.missed.slice(0, most)) console.log(`    missed ${fault}`);
  for (const fault of score.surplus.slice(0, most)) console.log(`    surplus ${fault}`);
  for (const fault of score.wrongRelations.slice(0, most)) console.log(`    relation ${fault}`);
  for (const fault of score.wrongDirections.slice(0, most)) console.log(`    direction ${fault}`);
  return score;
});
console.log(rowOf("all", sumOf(scores)));
