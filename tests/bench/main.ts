import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { digitiseStages } from "../../pipelines/digitise.ts";
import { checkPlan } from "../../src/check/index.ts";
import { extractFacts } from "../../src/extract/extract-facts.ts";
import { readDocument } from "../../src/read/index.ts";
import { cleanBlocks, structureDocument } from "../../src/structure/structure.ts";

const HELP = `npm run bench -- [--runs N] [--only NAME]
Times each stage of the pipeline on the seeds and their native files: median of N runs in one warm process,
in milliseconds, and characters of cleaned text a second over all stages.`;

const ROOT = join(import.meta.dirname, "../..");

function findFiles(): string[] {
  const seeds = readdirSync(join(ROOT, "seeds")).map((name) => join(ROOT, "seeds", name));
  const formats = join(ROOT, "fixtures/formats");
  const native = readdirSync(formats).flatMap((stem) =>
    readdirSync(join(formats, stem)).map((name) => join(formats, stem, name)),
  );
  return [...seeds, ...native];
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Milliseconds of read, structure, extract and check for one run. */
async function timeStages(bytes: Uint8Array, fileName: string): Promise<number[]> {
  const marks = [performance.now()];
  const { value } = await readDocument(bytes, { fileName });
  marks.push(performance.now());
  const outline = structureDocument(cleanBlocks(value.blocks));
  marks.push(performance.now());
  const facts = extractFacts(outline);
  marks.push(performance.now());
  checkPlan(facts, outline);
  marks.push(performance.now());
  return marks.slice(1).map((mark, index) => mark - marks[index]!);
}

async function benchFile(path: string, runs: number): Promise<void> {
  const bytes = readFileSync(path);
  const { document } = await digitiseStages(bytes, basename(path));
  const characters = document.blocks.reduce((sum, block) => sum + block.text.length, 0);
  const times: number[][] = [];
  for (let run = 0; run < runs; run++) times.push(await timeStages(bytes, basename(path)));
  const stages = [0, 1, 2, 3].map((stage) => median(times.map((time) => time[stage]!)));
  const total = stages.reduce((a, b) => a + b, 0);
  const cells = [...stages, total].map((ms) => ms.toFixed(1).padStart(9));
  console.log(
    `${path.slice(ROOT.length + 1).padEnd(52)}${cells.join("")}${Math.round(characters / (total / 1000))
      .toString()
      .padStart(12)}`,
  );
}

async function main(): Promise<void> {
  const options = {
    runs: { type: "string", default: "5" },
    only: { type: "string", default: "" },
    help: { type: "boolean", default: false },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help) return console.log(HELP);
  console.log(
    `${"file".padEnd(52)}${["read", "structure", "extract", "check", "total ms"].map((h) => h.padStart(9)).join("")}${"chars/s".padStart(12)}`,
  );
  for (const path of findFiles().filter((file) => file.includes(values.only)))
    await benchFile(path, Number(values.runs));
}

await main();
