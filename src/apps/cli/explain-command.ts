import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Command, Option } from "commander";
import type { Stages } from "../../../pipelines/digitise.ts";
import { ReadError } from "../../core/outcome.ts";
import { EXIT, EXIT_HELP } from "./exit-codes.ts";
import { STAGES, type StageName } from "./explain-stages.ts";
import { defaultWording, type Said, say, type Wording } from "./language.ts";
import { stageJson } from "./stage-json.ts";
import { ownBytes, readStandardInput } from "./standard-input.ts";

interface Options {
  readonly stage?: StageName;
  readonly json: boolean;
  readonly name: string;
  readonly lang?: Wording;
}

const NAMES = Object.keys(STAGES) as StageName[];

const HELP = `
Stages, in the order of the data:
  blocks    the cleaned text, a paragraph or cell a line, with page and place in its table
  outline   header, headings with what they are for, attachments
  facts     targets, phases, tasks, responsibilities, deadlines, standards, … each with its place
  findings  what a careful clerk would query

Without --stage all four are printed. A place reads #12:0-34: block 12, characters 0 to 34.

${EXIT_HELP}

Examples:
  fangan explain plan.docx
  fangan explain plan.pdf --stage outline
  fangan explain plan.pdf --stage facts --json | jq .targets
  fangan explain - --name plan.html --stage findings < plan.html
`;

/** `fangan explain FILE`: prints what each stage made of a file, for a person. */
export function explainCommand(): Command {
  return new Command("explain")
    .description("print what each stage made of one file")
    .argument("<file>", "the file, or - for standard input")
    .addOption(new Option("--stage <stage>", "one stage only").choices(NAMES))
    .option("--json", "print the stage's values as JSON", false)
    .option("--name <file>", "file name of what comes by standard input", "stdin")
    .addOption(new Option("--lang <lang>", "language of what is said").choices(["zh", "en", "both"]))
    .addHelpText("after", HELP)
    .action(async (file: string, options: Options) => {
      process.exitCode = await runExplain(file, options);
    });
}

async function runExplain(file: string, options: Options): Promise<number> {
  const wording = options.lang ?? defaultWording(process.env);
  const outcome = await readStages(file, options.name);
  if ("said" in outcome) {
    process.stderr.write(`${file}: ${say(outcome.said, wording)}\n`);
    return EXIT.failed;
  }
  const names = options.stage ? [options.stage] : NAMES;
  process.stdout.write(
    options.json
      ? `${stageJson(outcome.stages, names)}\n`
      : names.map((name) => `== ${name} ==\n${STAGES[name](outcome.stages, wording)}\n`).join("\n"),
  );
  return EXIT.done;
}

async function readStages(file: string, stdinName: string): Promise<{ stages: Stages } | { said: Said }> {
  const { digitiseStages } = await import("../../../pipelines/digitise.ts");
  try {
    const bytes = file === "-" ? await readStandardInput() : ownBytes(await readFile(file));
    return { stages: await digitiseStages(bytes, basename(file === "-" ? stdinName : file)) };
  } catch (error) {
    if (error instanceof ReadError) return { said: error.reason };
    const code = error instanceof Error && "code" in error ? String(error.code) : null;
    if (code === null) throw error;
    return {
      said: code === "ENOENT" ? { code: "not-found", facts: {} } : { code: "cannot-read", facts: { reason: code } },
    };
  }
}
