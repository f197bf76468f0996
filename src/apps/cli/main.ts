import { Command, CommanderError } from "commander";
import manifest from "../../../package.json" with { type: "json" };
import { EXIT, EXIT_HELP } from "./exit-codes.ts";

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

/** Each command by its name, loaded only where it is run or listed: most of them need what the others do not. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  digitise: async () => (await import("./digitise-command.ts")).digitiseCommand(),
  explain: async () => (await import("./explain-command.ts")).explainCommand(),
  compare: async () => (await import("./compare-command.ts")).compareCommand(),
  lineage: async () => (await import("./lineage-command.ts")).lineageCommand(),
  publish: async () => (await import("./publish-command.ts")).publishCommand(),
  assess: async () => (await import("./assess-command.ts")).assessCommand(),
  schema: async () => (await import("./schema-command.ts")).schemaCommand(),
  doctor: async () => (await import("./doctor-command.ts")).doctorCommand(),
  serve: async () => (await import("./service/serve-command.ts")).serveCommand(),
  worker: async () => (await import("./service/worker-command.ts")).workerCommand(),
  submit: async () => (await import("./service/submit-command.ts")).submitCommand(),
  status: async () => (await import("./service/status-command.ts")).statusCommand(),
  retry: async () => (await import("./service/retry-command.ts")).retryCommand(),
  watch: async () => (await import("./watch/watch-command.ts")).watchCommand(),
  keys: async () => (await import("./service/keys-command.ts")).keysCommand(),
  config: async () => (await import("./service/config-command.ts")).configCommand(),
  backup: async () => (await import("./service/backup-commands.ts")).backupCommand(),
  restore: async () => (await import("./service/backup-commands.ts")).restoreCommand(),
  "check-store": async () => (await import("./service/backup-commands.ts")).checkStoreCommand(),
};

async function createProgram(name: string | undefined): Promise<Command> {
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]!] : Object.values(COMMANDS);
  const program = new Command("fangan")
    .description("方案: turns issued Chinese policy plans (实施方案) into validated, evidence-backed JSON")
    .version(manifest.version)
    .addHelpText("after", HELP)
    .exitOverride();
  for (const command of await Promise.all(load.map((each) => each()))) {
    for (const inner of [command, ...command.commands]) inner.exitOverride();
    program.addCommand(command);
  }
  return program;
}

/** Runs the command line; the exit status is left in `process.exitCode`. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) =>
    process.exit(error.code === "EPIPE" ? EXIT.done : EXIT.failed),
  );
  try {
    await (await createProgram(argv[2])).parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
}
