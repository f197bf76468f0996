import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { digitise } from "../../pipelines/digitise.ts";
import { score, type Tallies, totalOf } from "./score.ts";
import type { Tally } from "./tally.ts";

const HELP = `npm run eval -- [--genre] [--misses N] [--only NAME]
Digitises the seeds and the files under fixtures/formats and scores each against fixtures/gold; with --genre the
plans under fixtures/genre instead. Prints F1 by category and file, with
(precision/recall) where it is not 1, then precision, recall and F1 of each file; below,
the same of each format with its lowest category in any file.
  --misses N   name up to N missed and surplus facts a category
  --only NAME  only files whose plan's name contains NAME`;

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const SEEDS = join(import.meta.dirname, "../../seeds");
const CATEGORIES =
  "header basis sections targets phases tasks measures responsibilities deadlines units standards assignments lists rosters forms attachments findings grounding".split(
    " ",
  );

interface Input {
  readonly label: string;
  readonly format: string;
  readonly path: string;
  readonly gold: string;
}

interface Row {
  readonly label: string;
  readonly format: string;
  readonly tallies: Tallies;
}

/** The seeds first, then every native file of the same plans. */
function findSeeds(): Input[] {
  const goldOf = (stem: string): string => join(FIXTURES, "gold", `${stem}.json`);
  const seeds = readdirSync(SEEDS).map((name) => {
    const stem = basename(name, ".txt");
    return { label: `${stem.slice(0, 3)} txt`, format: "txt", path: join(SEEDS, name), gold: goldOf(stem) };
  });
  const native = readdirSync(join(FIXTURES, "formats")).flatMap((stem) =>
    readdirSync(join(FIXTURES, "formats", stem)).map((name) => ({
      label: `${stem.slice(0, 3)} ${name}`,
      format: name.startsWith("scan") ? "scan" : name.slice(name.lastIndexOf(".") + 1),
      path: join(FIXTURES, "formats", stem, name),
      gold: goldOf(stem),
    })),
  );
  return [...seeds, ...native];
}

/** The plans of other places, subjects and drafters. */
const findGenre = (): Input[] =>
  readdirSync(join(FIXTURES, "genre"))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => {
      const path = join(FIXTURES, "genre", name);
      return { label: basename(name, ".txt"), format: "txt", path, gold: path.replace(/\.txt$/u, ".json") };
    });

async function scoreInput({ label, format, path, gold }: Input): Promise<Row> {
  const plan = await digitise(readFileSync(path), basename(path));
  return { label, format, tallies: score(JSON.parse(readFileSync(gold, "utf8")), plan) };
}

/** F1, and where something was missed or made up (precision/recall). */
function figure(tally: Tally | undefined): string {
  if (!tally || tally.tp + tally.fp + tally.fn === 0) return "–";
  const shares = tally.f1 === 1 ? "" : ` (${tally.precision.toFixed(3)}/${tally.recall.toFixed(3)})`;
  return `${tally.f1.toFixed(3)}${shares}`;
}

const sums = (tally: Tally): string[] => [tally.precision, tally.recall, tally.f1].map((share) => share.toFixed(4));

function printTable(columns: readonly string[], rows: readonly (readonly string[])[]): void {
  for (const cells of [columns, columns.map(() => "---"), ...rows]) console.log(`| ${cells.join(" | ")} |`);
}

const fileRow = ({ label, tallies }: Row): string[] => [
  label,
  ...CATEGORIES.map((category) => figure(tallies[category])),
  ...sums(totalOf([tallies])),
];

function formatRow([format, rows]: [string, Row[]]): string[] {
  const figures = rows.flatMap(({ label, tallies }) =>
    Object.entries(tallies).flatMap(([category, tally]) =>
      figure(tally) === "–" ? [] : [{ f1: tally.f1, name: `${category} of ${label} ${figure(tally)}` }],
    ),
  );
  const lowest = figures.reduce((least, one) => (one.f1 < least.f1 ? one : least));
  return [
    format,
    String(rows.length),
    ...sums(totalOf(rows.map(({ tallies }) => tallies))),
    lowest.f1 === 1 ? "all 1.000" : lowest.name,
  ];
}

function printScores(rows: readonly Row[]): void {
  printTable(["file", ...CATEGORIES, "P", "R", "F1"], rows.map(fileRow));
  console.log();
  const formats = Map.groupBy(rows, ({ format }) => format);
  printTable(["format", "files", "P", "R", "F1", "lowest category"], [...formats].map(formatRow));
  console.log();
  const all = totalOf(rows.map((row) => row.tallies));
  const [precision, recall, f1] = sums(all);
  console.log(`total  P ${precision}  R ${recall}  F1 ${f1}  (tp ${all.tp}, fp ${all.fp}, fn ${all.fn})`);
}

function printMisses({ label, tallies }: Row, most: number): void {
  for (const [category, tally] of Object.entries(tallies)) {
    for (const missed of tally.missed.slice(0, most)) console.log(`${label} ${category} missed   ${missed}`);
    for (const extra of tally.extra.slice(0, most)) console.log(`${label} ${category} surplus  ${extra}`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      genre: { type: "boolean", default: false },
      misses: { type: "string", default: "0" },
      only: { type: "string", default: "" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const inputs = (values.genre ? findGenre() : findSeeds()).filter((input) => input.gold.includes(values.only));
  const rows: Row[] = [];
  for (const input of inputs) rows.push(await scoreInput(input));
  printScores(rows);
  for (const row of rows) printMisses(row, Number(values.misses));
}

await main();
