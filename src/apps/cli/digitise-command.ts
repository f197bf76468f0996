import { Command, Option } from "commander";
import { programDigest } from "../../sandbox/program-digest.ts";
import { createWorkerPool, DIGITISE_WORKER } from "../../sandbox/worker-pool.ts";
import { defaultJobs } from "./default-jobs.ts";
import { digitiseFiles, type FileResult } from "./digitise-files.ts";
import { EXIT, EXIT_HELP } from "./exit-codes.ts";
import { findInputs, type Input, labelOf } from "./find-inputs.ts";
import { createInputBytes, type InputBytes } from "./input-bytes.ts";
import { defaultWording, say, type Wording } from "./language.ts";
import { positiveInteger } from "./load-options.ts";
import { createOutputFolder } from "./output-folder.ts";
import { outputNames } from "./output-names.ts";
import { createProgressLine, type ProgressLine } from "./progress-line.ts";
import { reportMissing } from "./report-missing.ts";
import { writeSummary } from "./summary-table.ts";

interface Options {
  readonly out: string;
  readonly stdout: boolean;
  readonly name: string;
  readonly jobs?: number;
  readonly force: boolean;
  readonly strict: boolean;
  readonly timeout: number;
  readonly memory: number;
  readonly lang?: Wording;
}

const HELP = `
Each PATH is a file, a folder (all its txt, md, html, docx, doc, pdf, ofd, png, jpg, tiff and zip files, on
every level), a pattern such as 'plans/**/*.pdf', or - for standard input. What a file is, its bytes decide.
A ZIP stands for the files in it; what is no document there is passed over with a line that says so.

Output: DIR/<file name>.json for each file; below a folder its sub-folders are kept. Two files of the same
name are kept apart by their folders: a/plan.pdf and b/plan.pdf give DIR/a/plan.pdf.json and
DIR/b/plan.pdf.json. Files of an archive go below its name: DIR/batch.zip/plan.pdf.json. A file appears whole or not at all. A file whose bytes and program were digitised
before is left as it is (DIR/.fangan.json remembers), unless --force.

Every file is parsed in a worker of its own time and memory: one that fails, hangs or grows too large is
one line on standard error, and the others go on.

${EXIT_HELP}

Examples:
  fangan digitise seeds                            all plans of a folder, into out/
  fangan digitise plan.pdf plan.docx --out plans   two files, into plans/
  fangan digitise '2023/**/*.docx' --jobs 4        a pattern, four files at a time
  fangan digitise batch.zip --out plans            all documents of an archive, into plans/batch.zip/
  fangan digitise seeds --stdout | jq .header.title
  curl -s https://example.org/plan.html | fangan digitise - --name plan.html --stdout
  fangan digitise seeds --strict || echo "look at the findings"
`;

/** `fangan digitise PATH…`: files in, plan JSON out. */
export function digitiseCommand(): Command {
  return new Command("digitise")
    .description("turn plans (text, HTML, DOCX, DOC, PDF, OFD, scans, ZIP) into validated JSON")
    .argument("<path...>", "files, folders, patterns, or - for standard input")
    .option("--out <dir>", "folder for the JSON files", "out")
    .option("--stdout", "write the plans to standard output instead, one JSON a line", false)
    .option("--name <file>", "file name of what comes by standard input", "stdin")
    .option("--jobs <n>", "files in hand at a time (default: by their size, at most one a processor)", positiveInteger)
    .option("--force", "digitise again what was digitised before", false)
    .option("--strict", "exit with 3 where a plan has a finding of severity error", false)
    .option("--timeout <seconds>", "time for one file; a scanned page takes 2 to 6", positiveInteger, 600)
    .option("--memory <MB>", "memory for one file", positiveInteger, 1024)
    .addOption(new Option("--lang <lang>", "language of what is said").choices(["zh", "en", "both"]))
    .addHelpText("after", HELP)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await runDigitise(paths, options);
    });
}

async function runDigitise(paths: readonly string[], options: Options): Promise<number> {
  const wording = options.lang ?? defaultWording(process.env);
  const progress = createProgressLine(process.stderr);
  const found = await findInputs(paths, options.name);
  const source = createInputBytes();
  const { inputs, notes } = await source.expand(found.flatMap((each) => each.inputs ?? []));
  for (const { input, said } of notes) progress.print(`${labelOf(input)}: ${say(said, wording)}`);
  const missing = reportMissing(found, progress, wording) || notes.some(({ said }) => said.code === "nothing-found");
  const results = inputs.length > 0 ? await digitiseInputs(inputs, source, options, progress, wording) : [];
  progress.clear();
  if (results.length > 0)
    (options.stdout ? process.stderr : process.stdout).write(`${writeSummary(results, wording)}\n`);
  return exitCodeOf(results, missing, options.strict);
}

async function digitiseInputs(
  inputs: readonly Input[],
  source: InputBytes,
  options: Options,
  progress: ProgressLine,
  wording: Wording,
): Promise<FileResult[]> {
  const jobs = Math.min(options.jobs ?? (await defaultJobs(inputs)), inputs.length);
  const limits = { seconds: options.timeout, megabytes: options.memory };
  const pool = createWorkerPool(DIGITISE_WORKER, jobs, limits);
  const outputs = options.stdout ? null : createOutputFolder(options.out, programDigest());
  const names = outputNames(inputs);
  process.once("SIGINT", () => {
    outputs?.close();
    process.exit(EXIT.interrupted);
  });
  progress.show(0, inputs.length, inputs[0]!.name);
  const results = await digitiseFiles(inputs, {
    pool,
    jobs,
    outputs,
    readBytes: source.read,
    force: options.force,
    nameOf: (input) => names.get(input)!,
    tell: (result, done) => {
      tellResult(result, progress, options, wording);
      progress.show(done, inputs.length, result.input.name);
    },
  });
  await pool.close();
  outputs?.close();
  return results;
}

function tellResult(result: FileResult, progress: ProgressLine, options: Options, wording: Wording): void {
  if ("said" in result) progress.print(`${labelOf(result.input)}: ${say(result.said, wording)}`);
  if (result.kind === "done" && options.stdout) process.stdout.write(`${result.text}\n`);
}

function exitCodeOf(results: readonly FileResult[], missing: boolean, strict: boolean): number {
  const isNothing = results.every(({ kind }) => kind === "skipped");
  if (missing || isNothing || results.some(({ kind }) => kind === "failed")) return EXIT.failed;
  const hasErrors = results.some((result) => "row" in result && result.row.errors > 0);
  return strict && hasErrors ? EXIT.findings : EXIT.done;
}
