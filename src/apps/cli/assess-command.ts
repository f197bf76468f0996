import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import type { Assessment } from "../../../schemas/assessment.ts";
import type { PublishedStandard } from "../../../schemas/published-standard.ts";
import { AssessError } from "../../assess/assess-error.ts";
import { ReadError } from "../../core/outcome.ts";
import { writeAssessment } from "./assessment-summary.ts";
import { EXIT, exitHelp } from "./exit-codes.ts";
import { labelled } from "./labelled.ts";
import { defaultWording, say, type Wording } from "./language.ts";
import { withLoadOptions } from "./load-options.ts";
import { createPlanLoader, type LoadOptions } from "./load-plans.ts";
import { loadStandards } from "./load-standards.ts";
import { writeWhole } from "./output-folder.ts";
import { terminalPaint } from "./paint.ts";
import { createProgressLine, type ProgressLine } from "./progress-line.ts";
import { fileFault } from "./read-standard.ts";

interface Options extends LoadOptions {
  readonly json: boolean;
  readonly out?: string;
  readonly strict: boolean;
  readonly lang?: Wording;
}

const HELP = `
STANDARD is standard/1 JSON (fangan publish --format standard), plan JSON, or a source file with a standard.
FILLED is what was filled in: the XLSX of fangan publish --format workbook, CSV with the columns 序号 (or 标识) and
得分, or JSON: {"subject": "…", "rows": [{"number": 1, "points": 4}], "bonus": […], "vetoes": […]}.

What cannot be counted (an unknown row, points over the row's, a word where points belong) is said; the rest is counted.

${exitHelp("with --strict a sheet fails, is not complete, or holds something that cannot be counted")}

Examples:
  fangan publish plan.pdf --format workbook --out sheet.xlsx     the sheet to fill in
  fangan assess plan.pdf sheet.xlsx                              points, pass or fail, and why
  fangan assess standard.json filled.csv --out result.html       a page to print
  fangan assess standard.json filled.json --json | jq .result
`;

/** `fangan assess STANDARD FILLED`: a filled sheet counted by its standard. */
export function assessCommand(): Command {
  const command = new Command("assess")
    .description("check and count a filled scoring sheet: points, bonus, vetoes, pass or fail")
    .argument("<standard>", "standard/1 JSON, plan JSON or source file")
    .argument("<filled>", "XLSX, CSV or JSON")
    .option("--json", "print assessment/1, or a list where the workbook has several filled sheets", false)
    .option("--out <file>", "write a page (.html)", pagePath)
    .option("--strict", "exit with 3 where the sheet fails, is not complete, or cannot be counted whole", false);
  return withLoadOptions(command)
    .addHelpText("after", HELP)
    .action(async (standard: string, filled: string, options: Options) => {
      process.exitCode = await runAssess(standard, filled, options);
    });
}

function pagePath(path: string): string {
  if (!/\.html?$/iu.test(path)) throw new InvalidArgumentError(`Expected a file that ends in .html; came '${path}'.`);
  return path;
}

async function runAssess(standardPath: string, filledPath: string, options: Options): Promise<number> {
  const wording = options.lang ?? defaultWording(process.env);
  const progress = createProgressLine(process.stderr);
  const fail = (path: string, error: unknown): null => {
    progress.print(`${path}: ${faultText(error, wording)}`);
    return null;
  };
  const loader = createPlanLoader(options, progress, wording);
  const standards = await loadStandards(standardPath, loader).catch((error: unknown) => fail(standardPath, error));
  if (standards && "said" in standards && standards.said)
    progress.print(`${standardPath}: ${say(standards.said, wording)}`);
  if (!standards || "said" in standards) return EXIT.failed;
  const assessments = await assessFilled(standards, filledPath).catch((error: unknown) => fail(filledPath, error));
  if (!assessments) return EXIT.failed;
  const isWritten = await write(assessments, options, wording, progress);
  if (!isWritten) return EXIT.failed;
  return options.strict && assessments.some(isWanting) ? EXIT.findings : EXIT.done;
}

async function assessFilled(standards: readonly PublishedStandard[], path: string): Promise<Assessment[]> {
  const { assess } = await import("../../assess/assess.ts");
  const { chooseStandard } = await import("../../assess/find-standard.ts");
  const { readFilled } = await import("../../assess/read/read-filled.ts");
  return readFilled(await readFile(path)).map((sheet) => assess(chooseStandard(standards, sheet)!, sheet));
}

function faultText(error: unknown, wording: Wording): string {
  if (error instanceof AssessError) return labelled({ zh: error.messageZh, en: error.message }, wording);
  return say(error instanceof ReadError ? error.reason : fileFault(error), wording);
}

const isWanting = ({ result, messages }: Assessment): boolean =>
  result === "fail" || result === "incomplete" || messages.some(({ severity }) => severity === "error");

async function write(
  assessments: readonly Assessment[],
  { json, out }: Options,
  wording: Wording,
  progress: ProgressLine,
): Promise<boolean> {
  const look = { wording, columns: process.stdout.columns ?? 160, paint: terminalPaint };
  const value = assessments.length === 1 ? assessments[0] : assessments;
  const summary = assessments.map((assessment) => writeAssessment(assessment, look)).join("\n\n");
  process.stdout.write(`${json ? JSON.stringify(value, null, 2) : summary}\n`);
  if (out === undefined) return true;
  const { writeAssessmentPage } = await import("../../assess/assessment-page.ts");
  try {
    for (const [at, assessment] of assessments.entries())
      writeWhole(assessments.length === 1 ? out : numbered(out, at + 1), writeAssessmentPage(assessment));
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    progress.print(
      `${out}: ${say({ code: "cannot-write", facts: { path: out, reason: String(error.code) } }, wording)}`,
    );
    return false;
  }
}

/** `result.html` → `result-2.html`. */
const numbered = (path: string, number: number): string =>
  `${path.slice(0, path.length - extname(path).length)}-${number}${extname(path)}`;
