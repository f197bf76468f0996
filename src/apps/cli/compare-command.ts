import { Command, Option } from "commander";
import type { Comparison } from "../../../schemas/comparison.ts";
import type { Matrix } from "../../../schemas/matrix.ts";
import type { Plan } from "../../../schemas/plan.ts";
import { ReadError } from "../../core/outcome.ts";
import { type Comparer, createComparer } from "../../sandbox/comparer.ts";
import type { Failure } from "../../sandbox/worker-messages.ts";
import { type Look, writeComparison } from "./comparison-summary.ts";
import { writeComparisons } from "./comparisons-table.ts";
import { EXIT, exitHelp } from "./exit-codes.ts";
import { defaultWording, say, type Wording } from "./language.ts";
import { withLoadOptions } from "./load-options.ts";
import { createPlanLoader, type LoadOptions } from "./load-plans.ts";
import { writeMatrixTable } from "./matrix-table.ts";
import { writeWhole } from "./output-folder.ts";
import { terminalPaint } from "./paint.ts";
import { type PairingMode, type PlanPair, pairPlans } from "./plan-pairs.ts";
import { createProgressLine, type ProgressLine } from "./progress-line.ts";
import { type Report, reportJson, reportPath, writeReport } from "./report-writers.ts";

interface Options extends LoadOptions {
  readonly json: boolean;
  readonly out?: string;
  readonly matrix: boolean;
  readonly auto: boolean;
  readonly versions: boolean;
  readonly strict: boolean;
  readonly lang?: Wording;
}

const HELP = `
The first PATH is the template (the higher level's plan, or any other), the others are local plans: source files
(digitised as fangan digitise does), plan JSON, folders, patterns, archives, or - for standard input.

  --auto       no template is named: each plan is compared with the one that its basis names (根据《…实施方案》)
  --versions   the issues of one plan are put in order, and each is compared with the one before it

A summary goes to the terminal; --json prints comparison/1 instead (a list where there are several pairs). --out
writes a report: .html (one page that needs nothing else, and prints), .xlsx (a sheet a section), .md or .json.
With several pairs the report begins with the matrix of all plans; --matrix gives the matrix alone (matrix/1).

${exitHelp("with --strict a local plan falls behind its template (a finding of severity warning or error)")}

Examples:
  fangan compare province.pdf county.pdf                     a summary of what was kept, changed, added, dropped
  fangan compare province.pdf county.pdf --out report.html   the two side by side, differences coloured
  fangan compare province.json counties --matrix --out matrix.xlsx
  fangan compare --auto plans --out report.html              each plan of a folder with its own template
  fangan compare --versions plan-2020.pdf plan-2023.pdf
  fangan compare province.json county.json --json | jq .summary
  fangan compare province.pdf county.pdf --strict || echo "the county asks for less"
`;

/** `fangan compare TEMPLATE LOCAL…`: plans side by side. */
export function compareCommand(): Command {
  const command = new Command("compare")
    .description("set local plans beside their template: what was kept, reworded, tightened, loosened, added, dropped")
    .argument("<path...>", "the template and the local plans")
    .option("--json", "print comparison/1, or a list of them", false)
    .option("--out <file>", "write a report: .html, .xlsx, .md or .json", reportPath)
    .option("--matrix", "one matrix of all plans instead of comparisons", false)
    .option("--auto", "compare each plan with the one that its basis names", false)
    .addOption(new Option("--versions", "compare consecutive versions of a plan").default(false).conflicts("auto"))
    .addOption(
      new Option("--strict", "exit with 3 where a local plan falls behind").default(false).conflicts("matrix"),
    );
  return withLoadOptions(command)
    .addHelpText("after", HELP)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await runCompare(paths, options);
    });
}

async function runCompare(paths: readonly string[], options: Options): Promise<number> {
  const wording = options.lang ?? defaultWording(process.env);
  const progress = createProgressLine(process.stderr);
  const mode: PairingMode = options.auto ? "auto" : options.versions ? "versions" : "named";
  const pairing = await pairPlans(paths, mode, createPlanLoader(options, progress, wording));
  if ("said" in pairing) {
    if (pairing.said) progress.print(say(pairing.said, wording));
    return EXIT.failed;
  }
  const report = await reportOn(pairing.pairs, options, progress);
  if ("said" in report) {
    progress.print(say(report.said, wording));
    return EXIT.failed;
  }
  const isWritten = await write(report, options, wording, progress);
  if (!isWritten || pairing.failed) return EXIT.failed;
  return options.strict && report.comparisons.some(fallsBehind) ? EXIT.findings : EXIT.done;
}

/** Plans that take too much time or memory to compare give the reason. */
async function reportOn(
  pairs: readonly PlanPair[],
  options: Options,
  progress: ProgressLine,
): Promise<Report | { readonly said: Failure }> {
  const comparer = createComparer();
  try {
    const comparisons = options.matrix ? [] : await compareAll(comparer, pairs, progress);
    const isMatrixWanted = options.matrix || (options.out !== undefined && comparisons.length > 1);
    if (!isMatrixWanted) return { comparisons, matrix: null };
    progress.show(pairs.length, pairs.length, "matrix/1 …");
    return { comparisons, matrix: await buildMatrixOf(comparer, pairs) };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { said: error.reason };
  } finally {
    progress.clear();
    await comparer.close();
  }
}

async function compareAll(
  comparer: Comparer,
  pairs: readonly PlanPair[],
  progress: ProgressLine,
): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const [done, { template, local }] of pairs.entries()) {
    progress.show(done, pairs.length, local.source.fileName);
    comparisons.push(await comparer.compare(template, local));
  }
  return comparisons;
}

/** Around the template where all pairs share one, else of all plans as equals. */
async function buildMatrixOf(comparer: Comparer, pairs: readonly PlanPair[]): Promise<Matrix> {
  const first = pairs[0]!.template;
  if (pairs.every(({ template }) => template.id === first.id))
    return comparer.buildMatrix(
      pairs.map(({ local }) => local),
      first,
    );
  const plans = new Map<string, Plan>(
    pairs.flatMap(({ template, local }) => [template, local]).map((plan) => [plan.id, plan]),
  );
  return comparer.buildMatrix([...plans.values()], null);
}

const fallsBehind = ({ findings }: Comparison): boolean => findings.some(({ severity }) => severity !== "info");

/** Prints, and writes the report; says so where it cannot be written. */
async function write(report: Report, options: Options, wording: Wording, progress: ProgressLine): Promise<boolean> {
  process.stdout.write(options.json ? reportJson(report) : `${summaryOf(report, wording)}\n`);
  if (options.out === undefined) return true;
  try {
    writeWhole(options.out, await writeReport(options.out, report));
    if (!options.json) process.stdout.write(`\n${options.out}\n`);
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    progress.print(
      `${options.out}: ${say({ code: "cannot-write", facts: { path: options.out, reason: String(error.code) } }, wording)}`,
    );
    return false;
  }
}

function summaryOf({ comparisons, matrix }: Report, wording: Wording): string {
  const look: Look = { wording, columns: process.stdout.columns ?? 120, paint: terminalPaint };
  if (comparisons.length === 0 && matrix) return writeMatrixTable(matrix, wording);
  return comparisons.length === 1 ? writeComparison(comparisons[0]!, look) : writeComparisons(comparisons, wording);
}
