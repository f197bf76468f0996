import { join } from "node:path";
import { Argument, Command } from "commander";
import { EXIT, EXIT_HELP } from "./exit-codes.ts";
import { DOCUMENTS, type DocumentName, isDocument, jsonSchema, SCHEMA_NAMES, type SchemaName } from "./json-schemas.ts";
import { defaultWording, say } from "./language.ts";
import { writeWhole } from "./output-folder.ts";

const HELP = `
The schemas are made from the Zod schemas that the output is validated with (JSON Schema, draft 2020-12).

${EXIT_HELP}

Examples:
  fangan schema > plan.schema.json     the whole plan, its parts in $defs
  fangan schema comparison             what fangan compare --json prints; also matrix, lineage, standard, assessment
  fangan schema Target                 one part of a plan
  fangan schema --out schemas-json     every part in a file of its own
`;

/** `fangan schema`: prints the shape of the output. */
export function schemaCommand(): Command {
  return new Command("schema")
    .description(
      "print the JSON Schema of a plan, comparison, matrix, lineage, standard or assessment, or of a plan's part",
    )
    .addArgument(
      new Argument("[name]", "which one").choices([...Object.keys(DOCUMENTS), ...SCHEMA_NAMES]).default("plan"),
    )
    .option("--out <dir>", "write every part to DIR/<Name>.schema.json")
    .addHelpText("after", HELP)
    .action((name: SchemaName | DocumentName, { out }: { out?: string }) => {
      if (out === undefined) process.stdout.write(toText(isDocument(name) ? DOCUMENTS[name] : name));
      else process.exitCode = writeAll(out);
    });
}

const toText = (name: SchemaName): string => `${JSON.stringify(jsonSchema(name), null, 2)}\n`;

function writeAll(folder: string): number {
  try {
    for (const name of SCHEMA_NAMES) writeWhole(join(folder, `${name}.schema.json`), toText(name));
    return EXIT.done;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    process.stderr.write(
      `${folder}: ${say({ code: "cannot-write", facts: { path: folder, reason } }, defaultWording(process.env))}\n`,
    );
    return EXIT.failed;
  }
}
