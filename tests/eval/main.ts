import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { digitise } from "../../pipelines/digitise.ts";
import { score, type Tallies, totalOf } from "./score.ts";
import type { Tally } from "./tally.ts";

const HELP = `npm run eval -- [--misses N] [--only STEM]
Digitises the seeds and the files under fixtures/formats, and scores each against fixtures/gold.
Prints F1 by category and file, then precision, recall and F1 of each file.`;

const ROOT = join(import.meta.dirname, "../..");
const GOLD = join(ROOT, "fixtures/gold");

interface Input {
  readonly stem: string;
  readonly label: string;
  readonly path: string;
}

/** The seeds first, then every native file of the same plans. */
function findInputs(only: string): Input[] {
  const seeds = readdirSync(join(ROOT, "seeds")).map((name) => ({
    stem: basename(name, ".txt"),
    label: "txt",
    path: join(ROOT, "seeds", name),
  }));
  const formats = join(ROOT, "fixtures/formats");
  const native = readdirSync(formats).flatMap((stem) =>
    readdirSync(join(formats, stem)).map((name) => ({ stem, label: name, path: join(formats, stem, name) })),
  );
  return [...seeds, ...native].filter((input) => input.stem.includes(only));
}

const CATEGORIES = [
  "header",
  "basis",
  "sections",
  "targets",
  "phases",
  "tasks",
  "measures",
  "responsibilities",
  "deadlines",
  "units",
  "standards",
  "lists",
  "rosters",
  "forms",
  "attachments",
  "findings",
  "grounding",
];

const figure = (tally: Tally | undefined): string =>
  !tally || tally.tp + tally.fp + tally.fn === 0 ? "–" : tally.f1.toFixed(3);

function printTable(rows: readonly { input: Input; tallies: Tallies }[]): void {
  console.log(`| file | ${CATEGORIES.join(" | ")} | P | R | F1 |`);
  console.log(`| --- |${" --- |".repeat(CATEGORIES.length + 3)}`);
  for (const { input, tallies } of rows) {
    const all = totalOf([tallies]);
    const cells = CATEGORIES.map((category) => figure(tallies[category]));
    console.log(
      `| ${input.stem.slice(0, 3)} ${input.label} | ${cells.join(" | ")} | ${[all.precision, all.recall, all.f1].map((n) => n.toFixed(4)).join(" | ")} |`,
    );
  }
  const sum = totalOf(rows.map((row) => row.tallies));
  console.log(
    `total  P ${sum.precision.toFixed(4)}  R ${sum.recall.toFixed(4)}  F1 ${sum.f1.toFixed(4)}  (tp ${sum.tp}, fp ${sum.fp}, fn ${sum.fn})`,
  );
}

function printMisses({ input, tallies }: { input: Input; tallies: Tallies }, most: number): void {
  for (const [category, tally] of Object.entries(tallies)) {
    for (const missed of tally.missed.slice(0, most))
      console.log(`${input.stem} ${input.label} ${category} missed   ${missed}`);
    for (const extra of tally.extra.slice(0, most))
      console.log(`${input.stem} ${input.label} ${category} surplus  ${extra}`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      misses: { type: "string", default: "0" },
      only: { type: "string", default: "" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const rows: { input: Input; tallies: Tallies }[] = [];
  for (const input of findInputs(values.only)) {
    const gold = JSON.parse(readFileSync(join(GOLD, `${input.stem}.json`), "utf8"));
    const plan = await digitise(readFileSync(input.path), basename(input.path));
    rows.push({ input, tallies: score(gold, plan) });
  }
  printTable(rows);
  for (const row of rows) printMisses(row, Number(values.misses));
}

await main();
