import { Command } from "commander";
import { EXIT } from "../exit-codes.ts";
import { sayOther } from "./say-service.ts";
import {
  type Connection,
  orNull,
  SERVER_HELP,
  type ServerOptions,
  withConnection,
  withServer,
} from "./server-options.ts";
import { writeBatches, writeSubmissions } from "./submission-table.ts";

const HELP = `
Without an id, the newest batches; with one, the files of that batch, or that one file.

${SERVER_HELP}

Exit status:
  0    shown
  1    there is no such batch or file, or the service refuses or cannot be reached

Examples:
  fangan status
  fangan status 01890a5d-ac96-774b-bcce-b302099a8057
  fangan status --json | jq '.[0].counts'
`;

const BATCHES_SHOWN = 20;

interface Options extends ServerOptions {
  readonly json: boolean;
}

/** `fangan status`: where files of a service stand. */
export const statusCommand = (): Command =>
  withServer(
    new Command("status").description("where the files of a service stand").argument("[id]", "a batch or a file"),
  )
    .option("--json", "print what the service answers as JSON", false)
    .addHelpText("after", HELP)
    .action(async (id: string | undefined, options: Options) => {
      process.exitCode = await withConnection(options, (connection) => showStatus(id, options.json, connection));
    });

async function showStatus(id: string | undefined, json: boolean, { client, wording }: Connection): Promise<number> {
  const shown = (data: unknown, text: () => string): number => {
    process.stdout.write(`${json ? JSON.stringify(data, null, 2) : text()}\n`);
    return EXIT.done;
  };
  if (id === undefined) {
    const batches = await client.listBatches(BATCHES_SHOWN);
    return shown(batches, () => writeBatches(batches, wording));
  }
  const batch = await orNull(client.findBatch(id));
  if (batch) {
    const submissions = await client.listSubmissions({ batch: id });
    const text = () => `${writeBatches([batch], wording)}\n\n${writeSubmissions(submissions, wording)}`;
    return shown({ ...batch, submissions }, text);
  }
  const submission = await orNull(client.findSubmission(id));
  if (submission) return shown(submission, () => writeSubmissions([submission], wording));
  process.stderr.write(`${sayOther("no-such", { id }, wording)}\n`);
  return EXIT.failed;
}
