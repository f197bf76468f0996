import { statSync } from "node:fs";
import { extname, join } from "node:path";
import { Command } from "commander";
import type { Plan } from "../../../schemas/plan.ts";
import type { PublishedStandard } from "../../../schemas/published-standard.ts";
import type { PublishFormat } from "../../publish/publish.ts";
import { PublishError } from "../../publish/publish-error.ts";
import type { PublishedFile } from "../../publish/published-file.ts";
import { EXIT, EXIT_HELP } from "./exit-codes.ts";
import { labelled } from "./labelled.ts";
import { defaultWording, type Said, say, type Wording } from "./language.ts";
import { withLoadOptions } from "./load-options.ts";
import { createPlanLoader, type LoadOptions } from "./load-plans.ts";
import { writeWhole } from "./output-folder.ts";
import { createProgressLine, type ProgressLine } from "./progress-line.ts";
import { readStandard } from "./read-standard.ts";

interface Options extends LoadOptions {
  readonly format: string;
  readonly out?: string;
  readonly previous: readonly string[];
  readonly lang?: Wording;
}

const HELP = `
PLAN is a source file (digitised as fangan digitise does), plan JSON, or - for standard input.

Formats:
  json                  the plan
  standard              each standard with lasting ids (standard/1)
  schema                JSON Schema of standard/1
  csv                   each standard, UTF-8 with BOM for Excel
  xlsx                  each standard as a table
  workbook              each standard as a sheet to fill in, with totals, pass mark, bonus and vetoes (XLSX)
  markdown, docx        the plan to read
  ics                   tasks, phases and deadlines as a calendar
  targets-csv, responsibilities-csv

One text goes to standard output unless --out names a file or folder; several files, and XLSX or DOCX, need --out.
With --previous, rows that are alike keep the ids of the earlier standard.

${EXIT_HELP}

Examples:
  fangan publish plan.pdf --format standard > standard.json
  fangan publish plan.json --format workbook --out sheet.xlsx
  fangan publish plan.json --format json,markdown,docx,ics --out published
  fangan publish plan-2024.pdf --format standard --previous standard-2023.json --out standard-2024.json
`;

/** `fangan publish PLAN --format …`: a plan as files for other systems. */
export function publishCommand(): Command {
  const command = new Command("publish")
    .description("publish a plan and its standards: JSON with lasting ids, CSV, XLSX, DOCX, Markdown, calendar")
    .argument("<plan>", "source file or plan JSON, or - for standard input")
    .requiredOption("--format <format>", "one or several, with commas between")
    .option("--out <path>", "file or folder")
    .option("--previous <file>", "an earlier standard/1 whose ids to keep; may be given again", gather, []);
  return withLoadOptions(command)
    .addHelpText("after", HELP)
    .action(async (path: string, options: Options) => {
      const formats = await formatsOf(options.format, command);
      process.exitCode = await runPublish(path, formats, options);
    });
}

/** The writers of DOCX and XLSX take their time to load: only this command waits for them. */
async function formatsOf(text: string, command: Command): Promise<PublishFormat[]> {
  const { PUBLISH_FORMATS } = await import("../../publish/publish.ts");
  const names = text.split(",").map((name) => name.trim());
  const wrong = names.find((name) => !PUBLISH_FORMATS.some((format) => format === name));
  if (wrong !== undefined)
    command.error(`error: --format: expected one or several of ${PUBLISH_FORMATS.join(", ")}; came '${wrong}'.`);
  return PUBLISH_FORMATS.filter((format) => names.includes(format));
}

const gather = (path: string, paths: readonly string[]): string[] => [...paths, path];

async function runPublish(path: string, formats: readonly PublishFormat[], options: Options): Promise<number> {
  const wording = options.lang ?? defaultWording(process.env);
  const progress = createProgressLine(process.stderr);
  const plan = await loadOne(path, options, progress, wording);
  const previous = await readAll(options.previous, progress, wording);
  if (!plan || !previous) return EXIT.failed;
  const files = await publishAll(plan, previous, formats, progress, wording);
  const said = files.length > 0 ? writeFiles(files, options.out) : null;
  if (said) progress.print(`${options.out ?? path}: ${say(said, wording)}`);
  return said || files.length === 0 ? EXIT.failed : EXIT.done;
}

async function loadOne(path: string, options: Options, progress: ProgressLine, wording: Wording): Promise<Plan | null> {
  const loader = createPlanLoader(options, progress, wording);
  const { inputs, missing } = await loader.find([path]);
  if (inputs.length > 1)
    progress.print(`${path}: ${say({ code: "one-plan", facts: { count: inputs.length } }, wording)}`);
  if (missing || inputs.length !== 1) return null;
  return (await loader.load(inputs))[0]!.plan;
}

async function readAll(
  paths: readonly string[],
  progress: ProgressLine,
  wording: Wording,
): Promise<PublishedStandard[] | null> {
  const standards: PublishedStandard[] = [];
  for (const path of paths) {
    const read = await readStandard(path);
    if ("said" in read) progress.print(`${path}: ${say(read.said, wording)}`);
    else standards.push(read.value);
  }
  return standards.length === paths.length ? standards : null;
}

/** The files of all formats; none at all where the plan has nothing for one of them, which is said. */
async function publishAll(
  plan: Plan,
  previous: readonly PublishedStandard[],
  formats: readonly PublishFormat[],
  progress: ProgressLine,
  wording: Wording,
): Promise<PublishedFile[]> {
  const { publish } = await import("../../publish/publish.ts");
  const files: PublishedFile[] = [];
  try {
    for (const format of formats) files.push(...(await publish(plan, format, { previous })));
    return files;
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    progress.print(labelled({ zh: error.messageZh, en: error.message }, wording));
    return [];
  }
}

const isText = ({ mediaType }: PublishedFile): boolean => /^text\/|json/u.test(mediaType);

/** Writes to standard output, to one file or into a folder; says why it could not. */
function writeFiles(files: readonly PublishedFile[], out: string | undefined): Said | null {
  const [first] = files;
  if (out === undefined) {
    if (files.length > 1 || !isText(first!))
      return { code: "name-output", facts: { files: files.map(({ name }) => name).join(", ") } };
    process.stdout.write(first!.bytes);
    return null;
  }
  const isOne = files.length === 1 && !isFolder(out);
  if (files.length > 1 && extname(out) !== "" && !isFolder(out))
    return { code: "folder-expected", facts: { count: files.length, path: out } };
  return writeTo(files.map((file) => ({ path: isOne ? out : join(out, file.name), bytes: file.bytes })));
}

const isFolder = (path: string): boolean =>
  /[\\/]$/u.test(path) || (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? extname(path) === "");

function writeTo(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Said | null {
  for (const { path, bytes } of files) {
    try {
      writeWhole(path, bytes);
    } catch (error) {
      const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
      return { code: "cannot-write", facts: { path, reason } };
    }
    process.stdout.write(`${path}\n`);
  }
  return null;
}
