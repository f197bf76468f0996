import { Command, CommanderError } from "commander";
import manifest from "../../../package.json" with { type: "json" };
import { assessCommand } from "./assess-command.ts";
import { compareCommand } from "./compare-command.ts";
import { digitiseCommand } from "./digitise-command.ts";
import { doctorCommand } from "./doctor-command.ts";
import { EXIT, EXIT_HELP } from "./exit-codes.ts";
import { explainCommand } from "./explain-command.ts";
import { lineageCommand } from "./lineage-command.ts";
import { publishCommand } from "./publish-command.ts";
import { schemaCommand } from "./schema-command.ts";
import { backupCommand, checkStoreCommand, restoreCommand } from "./service/backup-commands.ts";
import { configCommand } from "./service/config-command.ts";
import { keysCommand } from "./service/keys-command.ts";
import { retryCommand } from "./service/retry-command.ts";
import { serveCommand } from "./service/serve-command.ts";
import { statusCommand } from "./service/status-command.ts";
import { submitCommand } from "./service/submit-command.ts";
import { workerCommand } from "./service/worker-command.ts";
import { watchCommand } from "./watch/watch-command.ts";

const HELP = `
${EXIT_HELP}

Environment:
  LANG, LC_ALL   a Chinese locale makes Chinese the language of what is said; else both are
  NO_COLOR       nothing is coloured in any case

Examples:
  fangan digitise seeds --out out        all plans of a folder
  fangan explain plan.pdf --stage facts  what was found in one plan, for a person
  fangan compare province.pdf county.pdf --out report.html
  fangan publish plan.pdf --format standard   its scoring standard for another system
  fangan schema > plan.schema.json       the shape of the output
  fangan doctor                          which readers work on this machine
  fangan serve                           the service: upload, digitise, store, serve
  fangan submit plans --wait --out out   plans of a folder, digitised by a service

'fangan <command> --help' says more of each command.
`;

function createProgram(): Command {
  const commands = [
    digitiseCommand(),
    explainCommand(),
    compareCommand(),
    lineageCommand(),
    publishCommand(),
    assessCommand(),
    schemaCommand(),
    doctorCommand(),
    serveCommand(),
    workerCommand(),
    submitCommand(),
    statusCommand(),
    retryCommand(),
    watchCommand(),
    keysCommand(),
    configCommand(),
    backupCommand(),
    restoreCommand(),
    checkStoreCommand(),
  ];
  const program = new Command("fangan")
    .description("方案: turns issued Chinese policy plans (实施方案) into validated, evidence-backed JSON")
    .version(manifest.version)
    .addHelpText("after", HELP)
    .exitOverride();
  for (const command of commands) program.addCommand(command.exitOverride());
  return program;
}

/** Runs the command line; the exit status is left in `process.exitCode`. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) =>
    process.exit(error.code === "EPIPE" ? EXIT.done : EXIT.failed),
  );
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
}
