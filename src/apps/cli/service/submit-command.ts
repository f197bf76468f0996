import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import type { Submission } from "../../../../schemas/submission.ts";
import type { Taken } from "../../client/client.ts";
import { EXIT } from "../exit-codes.ts";
import { findInputs, type Input, labelOf } from "../find-inputs.ts";
import { say, type Wording } from "../language.ts";
import { createProgressLine, type ProgressLine } from "../progress-line.ts";
import { reportMissing } from "../report-missing.ts";
import { createNames } from "./file-names.ts";
import { sayError, sayOther } from "./say-service.ts";
import { type Connection, SERVER_HELP, type ServerOptions, withConnection, withServer } from "./server-options.ts";
import { reasonOf, writeSubmissions } from "./submission-table.ts";
import { type Uploaded, uploadFiles } from "./upload-files.ts";
import { writeWhole } from "./write-whole.ts";

interface Options extends ServerOptions {
  readonly template?: string;
  readonly name?: string;
  readonly wait: boolean;
  readonly out?: string;
}

const HELP = `
Each PATH is a file, a folder (all its documents, on every level), a pattern such as 'plans/**/*.pdf', or - for standard
input. A ZIP stands for the files in it. Many files go in several requests, each a batch of its own.

Output: a line a file, 'batch <tab> id <tab> file name'. With --wait, a table when all files have an end; with --out also
DIR/<file name>.json for each plan. Two files of one name are plan.pdf.json and plan.pdf-2.json.

${SERVER_HELP}

Exit status:
  0    everything was taken; with --wait, everything was digitised
  1    a file was refused or failed (each is one line on standard error; the others were done), or the service cannot be
       reached
  2    the command was not understood

Examples:
  fangan submit plan.pdf
  fangan submit plans '2023/**/*.docx' batch.zip --wait --out out
  fangan submit county/*.pdf --template 3f0a… --wait --server https://fangan.example.org
`;

/** `fangan submit PATH…`: files to a running service. */
export const submitCommand = (): Command =>
  withServer(new Command("submit").description("upload plans to a service, and wait for them where asked"))
    .argument("<path...>", "files, folders, patterns, or - for standard input")
    .option("--template <id>", "document of the service to compare each plan with")
    .option("--name <name>", "what to call the batch; of standard input, the file name")
    .option("--wait", "follow the files to their end", false)
    .option("--out <dir>", "folder for the plans (waits for them)")
    .addHelpText("after", HELP)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await withConnection(options, (connection) => runSubmit(paths, options, connection));
    });

async function runSubmit(paths: readonly string[], options: Options, connection: Connection): Promise<number> {
  const { wording } = connection;
  const progress = createProgressLine(process.stderr);
  if (options.out !== undefined && !(await canMakeFolder(options.out, progress, wording))) return EXIT.failed;
  const found = await findInputs(paths, options.name ?? "stdin");
  const isMissing = reportMissing(found, progress, wording);
  const inputs = found.flatMap((each) => each.inputs ?? []);
  const uploaded = await upload(inputs, options, connection, progress);
  const isWhole = !isMissing && uploaded.refused.length === 0 && uploaded.fault === null;
  if (!options.wait && options.out === undefined) {
    for (const { batch, submissions } of uploaded.taken)
      for (const { id, fileName } of submissions) process.stdout.write(`${batch}\t${id}\t${fileName}\n`);
    return isWhole ? EXIT.done : EXIT.failed;
  }
  const isDone = await waitForPlans(uploaded.taken, options.out ?? null, connection, progress);
  return isWhole && isDone ? EXIT.done : EXIT.failed;
}

async function canMakeFolder(path: string, progress: ProgressLine, wording: Wording): Promise<boolean> {
  try {
    await mkdir(path, { recursive: true });
    return true;
  } catch (error) {
    progress.print(sayOther("folder-wanted", { path, reason: codeOf(error) }, wording));
    return false;
  }
}

async function upload(
  inputs: readonly Input[],
  { name, template }: Options,
  { client, server, wording }: Connection,
  progress: ProgressLine,
): Promise<Uploaded> {
  const about = { ...(name !== undefined && { name }), ...(template !== undefined && { template }) };
  const uploaded = await uploadFiles(inputs, client, about, (done, last) => progress.show(done, inputs.length, last));
  for (const { input, error } of uploaded.refused)
    progress.print(
      `${labelOf(input)}: ${
        error instanceof Error && "code" in error
          ? say({ code: "cannot-read", facts: { reason: codeOf(error) } }, wording)
          : sayError(error, server, wording)
      }`,
    );
  if (uploaded.fault !== null) progress.print(sayError(uploaded.fault, server, wording));
  progress.clear();
  return uploaded;
}

/** Follows batches to their end, keeps plans as they come, and shows the table. True where every file gave a plan. */
async function waitForPlans(
  batches: readonly Taken[],
  folder: string | null,
  { client, wording }: Connection,
  progress: ProgressLine,
): Promise<boolean> {
  const ended = new Map<string, Submission>();
  const places = new Map<string, string>();
  const all = batches.flatMap(({ submissions }) => submissions);
  const nameOf = createNames();
  const names = new Map(all.map(({ id, fileName }) => [id, nameOf(`${fileName}.json`)]));
  const end = async (submission: Submission): Promise<void> => {
    const { id, fileName, document } = submission;
    if (submission.finishedAt === null || ended.has(id)) return;
    ended.set(id, submission);
    const place = join(folder ?? "", names.get(id) ?? nameOf(`${fileName}.json`));
    if (document === null) progress.print(`${fileName}: ${reasonOf(submission, wording)}`);
    else if (folder !== null) {
      await writeWhole(place, `${await client.findPlanText(document)}\n`);
      places.set(id, place);
    }
    progress.show(ended.size, all.length, fileName);
  };
  await Promise.all(
    batches.map(async ({ batch }) => {
      for await (const event of client.follow(batch)) if (event.kind === "submission") await end(event.submission);
    }),
  );
  progress.clear();
  const rows = all.map((submission) => ended.get(submission.id) ?? submission);
  if (rows.length > 0) process.stdout.write(`${writeSubmissions(rows, wording, places)}\n`);
  return rows.every(({ state }) => state === "done");
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);
