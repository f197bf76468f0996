import type { Stages } from "../../../pipelines/digitise.ts";
import type { Evidence } from "../../../schemas/evidence.ts";
import type { Facts, Plan } from "../../../schemas/plan.ts";
import type { Responsibility } from "../../../schemas/responsibility.ts";
import type { Document } from "../../core/document.ts";
import type { Item, Outline } from "../../core/outline.ts";
import { sentence } from "../../core/sentences/sentence.ts";
import type { SourceDocument } from "../../core/source-block.ts";
import type { Wording } from "./language.ts";
import { clipText } from "./text-width.ts";

export type StageName = "blocks" | "outline" | "facts" | "findings";

const LINE = 110;

/** How each stage is shown to a person. */
export const STAGES: Readonly<Record<StageName, (stages: Stages, wording: Wording) => string>> = {
  blocks: ({ source, document }) => [describeSource(source), ...document.blocks.map(writeBlock)].join("\n"),
  outline: ({ outline }) => writeOutline(outline),
  facts: ({ facts }) => writeFacts(facts),
  findings: ({ plan }, wording) => writeFindings(plan, wording),
};

const describeSource = ({ mediaType, reader, pageCount, ocr }: SourceDocument): string =>
  `${mediaType}, read by ${reader}${pageCount === null ? "" : `, ${pageCount} pages`}${ocr ? ", by character recognition" : ""}`;

function writeBlock({ id, page, cell, text }: Document["blocks"][number]): string {
  const place = [page === null ? "" : ` p${page}`, cell ? ` t${cell.table} r${cell.row} c${cell.column}` : ""].join("");
  return `#${id}${place}  ${text.replaceAll("\n", " ⏎ ")}`;
}

function writeOutline({ header, noticeDate, planDate, items, attachments }: Outline): string {
  return [
    ...Object.entries(header)
      .filter(([name]) => name !== "evidence" && name !== "contacts")
      .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`),
    `noticeDate: ${noticeDate?.iso ?? "null"}, planDate: ${planDate?.iso ?? "null"}`,
    ...items.flatMap((item) => writeItem(item, 0)),
    ...attachments.map(
      ({ number, title, listed, heading, nodes }) =>
        `附件${number} ${title} (${listed ? "listed" : "not listed"}, ${heading || nodes.length > 0 ? "present" : "absent"})`,
    ),
  ].join("\n");
}

const writeItem = ({ number, heading, kind, children }: Item, depth: number): string[] => [
  clipText(`${"  ".repeat(depth)}${number ?? "-"} ${heading.text}`, LINE - 14).concat(`  [${kind}]`),
  ...children.flatMap((child) => writeItem(child, depth + 1)),
];

/** One line a fact, with its place; what the line shows of each kind. */
function writeFacts(facts: Facts): string {
  const group = (name: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [`${name} (${lines.length})`, ...lines.map((line) => `  ${line}`)] : [];
  const task = ({ number, title, responsibilities, evidence }: Facts["tasks"][number]): string =>
    line(`${number ?? "-"} ${title}${writeRoles(responsibilities)}`, evidence);
  return [
    ...group(
      "basis",
      facts.basis.map((each) => line(`${each.relation} ${each.title} ${each.documentNumber ?? ""}`, each.evidence)),
    ),
    ...group(
      "targets",
      facts.targets.map((each) => line(writeTarget(each), each.evidence)),
    ),
    ...group(
      "phases",
      facts.phases.map((each) =>
        line(`${each.ordinal} ${each.name} ${each.start ?? "…"} – ${each.end ?? "…"}`, each.evidence),
      ),
    ),
    ...group("tasks", facts.tasks.map(task)),
    ...group("measures", facts.measures.map(task)),
    ...group(
      "duties",
      facts.duties.map((each) => line(`${each.units.join("、")}: ${each.text}`, each.evidence)),
    ),
    ...group(
      "deadlines",
      facts.deadlines.map((each) =>
        line(
          `${each.due ?? each.recurring ?? "?"} ${each.by.join("、")} → ${each.to ?? "?"}: ${each.text}`,
          each.evidence,
        ),
      ),
    ),
    ...group(
      "units",
      facts.units.map((each) => line(`${[each.name, ...each.aliases].join(" = ")} [${each.family}]`, each.evidence)),
    ),
    ...group("standards", facts.standards.flatMap(writeStandard)),
    ...group(
      "assignments",
      facts.assignments.flatMap(({ title, items }) => [
        title,
        ...items.map((each) =>
          line(
            `  ${each.number ?? "-"} ${each.task}${writeRoles(each.responsibilities)} ${each.due ?? ""}`,
            each.evidence,
          ),
        ),
      ]),
    ),
    ...group(
      "lists",
      facts.lists.map((each) =>
        line(`${each.title}: ${each.rows.length} rows of ${each.columns.join(" | ")}`, each.evidence),
      ),
    ),
    ...group(
      "rosters",
      facts.rosters.map((each) => line(`${each.title}: ${each.members.length} members`, each.evidence)),
    ),
    ...group(
      "forms",
      facts.forms.map((each) => line(`${each.title}: ${each.fields.length} fields`, each.evidence)),
    ),
    ...group(
      "attachments",
      facts.attachments.map((each) => line(`${each.number} ${each.title} [${each.kind}]`, each.evidence)),
    ),
  ].join("\n");
}

const writeRoles = (responsibilities: readonly Responsibility[]): string =>
  responsibilities.map(({ role, units }) => ` {${role}: ${units.join("、")}}`).join("");

const writeTarget = ({
  kind,
  metric,
  scope,
  comparator,
  value,
  max,
  unit,
  deadline,
  text,
}: Facts["targets"][number]): string =>
  kind === "qualitative"
    ? `${deadline ?? "?"} ${text}`
    : `${deadline ?? "?"} ${scope ?? ""} ${metric ?? "?"} ${comparator ?? ""}${value ?? ""}${max === undefined ? "" : `–${max}`}${unit ?? ""}`;

const writeStandard = ({ title, total, passMark, items, evidence }: Facts["standards"][number]): string[] => [
  line(`${title}: ${items.length} rows, total ${total ?? "?"}, pass mark ${passMark ?? "?"}`, evidence),
  ...items.map((item) =>
    line(
      `  ${item.number} [${item.category ?? "-"}] ${item.criterion ?? ""} ${item.points ?? ""}${writeRoles(item.responsibilities)}`,
      item.evidence,
    ),
  ),
];

function writeFindings({ findings, messages }: Plan, wording: Wording): string {
  const lines = findings.map(
    ({ severity, code, message, messageZh, evidence }) =>
      `${severity} ${code}  ${wording === "en" ? message : messageZh}${wording === "both" ? ` ${message}` : ""}  ${placeOf(evidence)}`,
  );
  const said = messages.map(
    (each) => `${each.severity} ${each.code}  ${sentence(each, wording === "en" ? "en" : "zh")}`,
  );
  return [...lines, ...said].join("\n") || (wording === "en" ? "nothing" : "无");
}

const line = (text: string, evidence: readonly Evidence[]): string => `${clipText(text, LINE)}  ${placeOf(evidence)}`;

function placeOf(evidence: readonly Evidence[]): string {
  const [first, ...others] = evidence;
  if (!first) return "";
  return `#${first.block}:${first.start}-${first.end}${others.length > 0 ? ` +${others.length}` : ""}`;
}
