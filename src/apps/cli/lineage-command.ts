import { Command } from "commander";
import type { Lineage, LineagePlan } from "../../../schemas/lineage.ts";
import { LEVEL } from "../../publish/comparison/labels.ts";
import { EXIT, exitHelp } from "./exit-codes.ts";
import { labelled } from "./labelled.ts";
import { defaultWording, type Wording } from "./language.ts";
import { withLoadOptions } from "./load-options.ts";
import { createPlanLoader, type LoadOptions } from "./load-plans.ts";
import { createProgressLine } from "./progress-line.ts";
import { type Column, writeTable } from "./text-table.ts";

interface Options extends LoadOptions {
  readonly json: boolean;
  readonly lang?: Wording;
}

const HELP = `
Each PATH is a source file (digitised as fangan digitise does), plan JSON, a folder, a pattern or an archive. What a
plan rests on (根据《某省…实施方案》, a document number) is looked up among the others: the nearest level above is its template.

${exitHelp("(this command has no findings)")}

Examples:
  fangan lineage plans                 a tree: nation, province, city, county
  fangan lineage out --json | jq '.plans[] | {title, template, chain}'
  fangan compare --auto plans          compares each plan with the template found
`;

/** `fangan lineage PATH…`: which plan rests on which, and which are versions of one. */
export function lineageCommand(): Command {
  const command = new Command("lineage")
    .description("find each plan's template in a collection, and put the versions of a plan in order")
    .argument("<path...>", "files, folders, patterns or archives")
    .option("--json", "print lineage/1", false);
  return withLoadOptions(command)
    .addHelpText("after", HELP)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await runLineage(paths, options);
    });
}

async function runLineage(paths: readonly string[], options: Options): Promise<number> {
  const wording = options.lang ?? defaultWording(process.env);
  const loader = createPlanLoader(options, createProgressLine(process.stderr), wording);
  const { inputs, missing } = await loader.find(paths);
  const loaded = await loader.load(inputs);
  const plans = loaded.flatMap(({ plan }) => (plan ? [plan] : []));
  if (plans.length > 0) {
    const { resolveLineage } = await import("../../compare/lineage/resolve-lineage.ts");
    const lineage = resolveLineage(plans);
    process.stdout.write(`${options.json ? JSON.stringify(lineage, null, 2) : writeLineage(lineage, wording)}\n`);
  }
  return missing || plans.length < loaded.length || plans.length === 0 ? EXIT.failed : EXIT.done;
}

/** The plans as a tree, each below its template; then the versions, and what the collection lacks. */
export function writeLineage(lineage: Lineage, wording: Wording): string {
  const column = (zh: string, en: string, most: number): Column => ({
    heading: labelled({ zh, en }, wording),
    side: "left",
    most,
  });
  const columns = [
    column("方案", "plan", 70),
    column("级别", "level", 16),
    column("成文日期", "date", 20),
    column("文号", "number", 30),
  ];
  const below = Map.groupBy(lineage.plans, ({ template }) => template);
  const rows = treeRows(below.get(null) ?? [], below, "", wording);
  return [writeTable(columns, rows), ...versionLines(lineage, wording), ...lackLines(lineage, wording)].join("\n");
}

type Below = ReadonlyMap<string | null, readonly LineagePlan[]>;

/** A chain has no circle, for each template is of a higher level: see `lineage/1`. */
const treeRows = (plans: readonly LineagePlan[], below: Below, indent: string, wording: Wording): string[][] =>
  plans.flatMap((plan) => [
    [
      `${indent}${indent === "" ? "" : "└ "}${nameOf(plan)}`,
      plan.level ? labelled(LEVEL[plan.level], wording) : "",
      plan.issuedOn ?? "",
      plan.documentNumber ?? "",
    ],
    ...treeRows(below.get(plan.id) ?? [], below, `${indent}  `, wording),
  ]);

const nameOf = ({ title, id }: LineagePlan): string => title ?? id;

function versionLines({ versions, plans }: Lineage, wording: Wording): string[] {
  if (versions.length === 0) return [];
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const show = (id: string): string => {
    const plan = byId.get(id)!;
    return `${nameOf(plan)}（${plan.issuedOn ?? "…"}）`;
  };
  return [
    "",
    labelled({ zh: "版本", en: "Versions" }, wording),
    ...versions.map((ids) => `  ${ids.map(show).join(" → ")}`),
  ];
}

/** Documents that plans say they carry out and that the collection does not hold. */
function lackLines({ links }: Lineage, wording: Wording): string[] {
  const lacking = [
    ...new Set(links.filter(({ relation, to }) => relation === "implements" && to === null).map(({ basis }) => basis)),
  ];
  if (lacking.length === 0) return [];
  return [
    "",
    labelled({ zh: "依据而未收录", en: "Rested on, not in the collection" }, wording),
    ...lacking.map((title) => `  《${title}》`),
  ];
}
