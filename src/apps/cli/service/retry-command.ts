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
import { writeSubmissions } from "./submission-table.ts";

const HELP = `
An id is a file's, or a batch's: then all its failed files are tried again. What a file's own bytes make impossible will fail again;
what a lost database or a full disk did may go well.

${SERVER_HELP}

Exit status:
  0    they wait in the queue again
  1    there is no such file or batch, it has not failed, or the service refuses or cannot be reached
  2    neither an id nor --failed was given

Examples:
  fangan retry 01890a5d-ac96-774b-bcce-b302099a8057
  fangan retry --failed
`;

interface Options extends ServerOptions {
  readonly failed: boolean;
}

/** `fangan retry`: failed files once more. */
export const retryCommand = (): Command =>
  withServer(
    new Command("retry").description("try failed files of a service again").argument("[id]", "a file or a batch"),
  )
    .option("--failed", "all files that failed", false)
    .addHelpText("after", HELP)
    .action(async (id: string | undefined, { failed, ...options }: Options) => {
      process.exitCode = await withConnection(options, (connection) => retry(id, failed, connection));
    });

async function retry(id: string | undefined, all: boolean, { client, wording }: Connection): Promise<number> {
  if ((id === undefined) === !all) {
    process.stderr.write(`${sayOther("name-one", {}, wording)}\n`);
    return EXIT.usage;
  }
  const batch = id === undefined ? null : await orNull(client.findBatch(id));
  if (id === undefined || batch) {
    process.stdout.write(`${await client.retryFailed(batch?.id ?? null)}\n`);
    return EXIT.done;
  }
  const submission = await orNull(client.retry(id));
  if (submission) process.stdout.write(`${writeSubmissions([submission], wording)}\n`);
  else process.stderr.write(`${sayOther("no-such", { id }, wording)}\n`);
  return submission ? EXIT.done : EXIT.failed;
}
