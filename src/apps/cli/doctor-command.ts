import { Command, Option } from "commander";
import { createWorkerPool, DIGITISE_WORKER } from "../../sandbox/worker-pool.ts";
import { type Check, examineMachine } from "./examine-machine.ts";
import { EXIT } from "./exit-codes.ts";
import { defaultWording, say, type Wording } from "./language.ts";
import { type Column, writeTable } from "./text-table.ts";
import { thisMachine } from "./this-machine.ts";

interface Options {
  readonly json: boolean;
  readonly lang?: Wording;
}

/** What one sample may take: LibreOffice has 90 s, and what it does not read is read without it. */
const LIMITS = { seconds: 150, megabytes: 1024 };

const HELP = `
Every reader is tried on a small built-in file, in a worker of its own. What is optional says so: LibreOffice is
not needed for DOC, and less memory than 1.5 GB may be too little for scans. The line of LibreOffice tells whether
it or the program's own reader reads DOC files; FANGAN_SOFFICE names its path, or switches it off.

Exit status:
  0    every reader works
  1    a reader does not work: the line says why and what to do

Examples:
  fangan doctor
  fangan doctor --json | jq '.checks[] | select(.works | not)'
`;

/** `fangan doctor`: which readers work on this machine, and why not. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("try every reader on this machine and say which work")
    .option("--json", "print the checks as JSON", false)
    .addOption(new Option("--lang <lang>", "language of what is said").choices(["zh", "en", "both"]))
    .addHelpText("after", HELP)
    .action(async (options: Options) => {
      process.exitCode = await runDoctor(options);
    });
}

async function runDoctor({ json, lang }: Options): Promise<number> {
  const wording = lang ?? defaultWording(process.env);
  const pool = createWorkerPool(DIGITISE_WORKER, 1, LIMITS);
  const checks = await examineMachine(thisMachine(pool));
  await pool.close();
  process.stdout.write(`${json ? writeJson(checks, wording) : writeChecks(checks, wording)}\n`);
  return isSound(checks) ? EXIT.done : EXIT.failed;
}

const isSound = (checks: readonly Check[]): boolean => checks.every(({ needed, works }) => works || !needed);

const found = ({ found }: Check, wording: Wording): string => (typeof found === "string" ? found : say(found, wording));

function writeJson(checks: readonly Check[], wording: Wording): string {
  const said = checks.map((check) => ({ ...check, found: found(check, wording) }));
  return JSON.stringify({ works: isSound(checks), checks: said }, null, 2);
}

type Word = "check" | "state" | "found" | "works" | "fails" | "optional";

const WORDS: Readonly<Record<Wording, Readonly<Record<Word, string>>>> = {
  en: { check: "check", state: "state", found: "found", works: "works", fails: "fails", optional: "no (optional)" },
  zh: { check: "项目", state: "状态", found: "说明", works: "正常", fails: "不可用", optional: "无（可选）" },
  both: {
    check: "项目 check",
    state: "状态 state",
    found: "说明 found",
    works: "正常 works",
    fails: "不可用 fails",
    optional: "无（可选） no (optional)",
  },
};

/** A table with a line a check. */
export function writeChecks(checks: readonly Check[], wording: Wording): string {
  const words = WORDS[wording];
  const columns: Column[] = [
    { heading: words.check, side: "left", most: 20 },
    { heading: words.state, side: "left", most: 30 },
    { heading: words.found, side: "left", most: 400 },
  ];
  const rows = checks.map((check) => [check.name, words[stateOf(check)], found(check, wording)]);
  return writeTable(columns, rows);
}

const stateOf = ({ needed, works }: Check): Word => (works ? "works" : needed ? "fails" : "optional");
