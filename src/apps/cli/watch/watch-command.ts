import { Command } from "commander";
import { ServiceProblem } from "../../client/service-problem.ts";
import { EXIT } from "../exit-codes.ts";
import { say } from "../language.ts";
import { positiveInteger } from "../load-options.ts";
import { sayError, sayOther } from "../service/say-service.ts";
import {
  type Connection,
  findConnection,
  SERVER_HELP,
  type ServerOptions,
  withServer,
} from "../service/server-options.ts";
import { reasonOf } from "../service/submission-table.ts";
import { whenTold } from "../service/when-told.ts";
import { watchFolder } from "./watch-folder.ts";

interface Options extends ServerOptions {
  readonly settle: number;
}

const HELP = `
A file of DIR (not below it) is taken once its size and time have not changed for --settle seconds. It is moved to
  DIR/done/NAME     with NAME.plan.json beside (of a ZIP, a folder NAME.plans), or to
  DIR/failed/NAME   with NAME.reason.txt beside, in Chinese and English.
A second NAME becomes NAME-2; nothing is overwritten. Hidden files, unfinished downloads (~$…, .part, .crdownload, .tmp) and
symbolic links are left alone. A service that is away is waited for. SIGTERM and SIGINT stop it: files in hand stay in DIR and
are taken up at the next start, without a second upload. One watch a folder.

${SERVER_HELP}

Exit status:
  0    it was told to stop
  1    it could not start: the folder cannot be written, or the service refuses the key
  2    the command was not understood

Examples:
  fangan watch /srv/inbox
  FANGAN_KEY=fangan_… fangan watch inbox --server https://fangan.example.org --settle 10
`;

/** `fangan watch DIR`: takes files of a folder to a service. */
export const watchCommand = (): Command =>
  withServer(new Command("watch").description("take what comes to lie in a folder to a service").argument("<dir>"))
    .option("--settle <seconds>", "how long a file must not have changed", positiveInteger, 5)
    .addHelpText("after", HELP)
    .action(async (folder: string, options: Options) => {
      process.exitCode = await runWatch(folder, options);
    });

async function runWatch(folder: string, options: Options): Promise<number> {
  const stop = new AbortController();
  const sender = findConnection(options, { patienceSeconds: 0 });
  if (!sender) return EXIT.usage;
  const follower = findConnection(options, { patienceSeconds: 0, signal: stop.signal });
  if (!follower || !(await isWelcome(sender))) return EXIT.failed;
  const { server, wording } = sender;
  void whenTold().then(() => stop.abort());
  try {
    await watchFolder({
      folder,
      settleSeconds: options.settle,
      client: { ...follower.client, submit: sender.client.submit },
      signal: stop.signal,
      say: {
        failure: (submission) => inBoth((language) => reasonOf(submission, language)),
        error: (error) => inBoth((language) => sayFileError(error, server, language)),
      },
      tell: createTelling(sender),
    });
    return EXIT.done;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    process.stderr.write(`${sayOther("folder-wanted", { path: folder, reason }, wording)}\n`);
    return EXIT.failed;
  }
}

/** A wrong key is told at once; a service that is away is waited for. */
async function isWelcome({ client, server, wording }: Connection): Promise<boolean> {
  try {
    await client.findMe();
    return true;
  } catch (error) {
    process.stderr.write(`${sayError(error, server, wording)}\n`);
    return !(error instanceof ServiceProblem && (error.problem.status === 401 || error.problem.status === 403));
  }
}

const inBoth = (write: (language: "zh" | "en") => string): string => `${write("zh")}\n${write("en")}\n`;

const sayFileError = (error: unknown, server: string, language: "zh" | "en"): string =>
  error instanceof Error && "code" in error
    ? say({ code: "cannot-read", facts: { reason: String(error.code) } }, language)
    : sayError(error, server, language);

/** A fault is told once, until it is another one or over. */
function createTelling({ server, wording }: Connection) {
  let lastFault: string | null = null;
  return {
    put: (name: string, place: string, reason: string | null): void => {
      process.stdout.write(
        `${name} → ${place}${reason === null ? "" : `: ${reason.trim().replace(/\s*\n\s*/g, " ")}`}\n`,
      );
    },
    fault: (error: unknown): void => {
      const fault = sayError(error, server, wording);
      if (fault !== lastFault) process.stderr.write(`${fault}\n`);
      lastFault = fault;
    },
    well: (): void => {
      if (lastFault !== null) process.stderr.write(`${sayOther("back", { server }, wording)}\n`);
      lastFault = null;
    },
  };
}
