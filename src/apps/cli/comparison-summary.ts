import type { Relation } from "../../../schemas/change.ts";
import type { Comparison } from "../../../schemas/comparison.ts";
import type { Severity } from "../../../schemas/finding.ts";
import {
  DIRECTION,
  type Label,
  LOCAL,
  RELATION,
  RELATIONS,
  SECTION,
  SECTIONS,
  SEVERITY,
  type SectionName,
  TEMPLATE,
} from "../../publish/comparison/labels.ts";
import { nameOf, percent } from "../../publish/comparison/summary-section.ts";
import { ENTRY_LINES, type EntryLine } from "./comparison-lines.ts";
import { labelled } from "./labelled.ts";
import type { Wording } from "./language.ts";
import type { Colour, Paint } from "./paint.ts";
import { type Column, writeTable } from "./text-table.ts";
import { clipText, padText, textWidth } from "./text-width.ts";

/** How a summary is to look. */
export interface Look {
  readonly wording: Wording;
  readonly columns: number;
  readonly paint: Paint;
}

/** One comparison for a person at a terminal: the counts, the coverage, what is to be looked at, and the rows that differ. */
export function writeComparison(comparison: Comparison, look: Look): string {
  const { wording, paint, columns } = look;
  const name = (label: Label, plan: Comparison["local"]): string =>
    `${labelled(label, wording)}: ${paint("bold", clipText(nameOf(plan), columns - textWidth(labelled(label, wording)) - 2))}`;
  return [
    name(TEMPLATE, comparison.template),
    name(LOCAL, comparison.local),
    coverageLine(comparison, wording),
    "",
    writeCounts(comparison, wording),
    ...writeNotes(comparison, look),
    ...SECTIONS.flatMap((section) => writeSection(section, ENTRY_LINES[section](comparison), look)),
  ].join("\n");
}

const coverageLine = ({ summary }: Comparison, wording: Wording): string =>
  [
    `${labelled({ zh: "覆盖率", en: "coverage" }, wording)} ${percent(summary.coverage)}`,
    ...(["stricter", "looser"] as const).map(
      (way) => `${DIRECTION[way].sign} ${labelled(DIRECTION[way], wording)} ${summary[way]}`,
    ),
  ].join("   ");

function writeCounts({ summary }: Comparison, wording: Wording): string {
  const columns: readonly Column[] = [
    { heading: labelled({ zh: "部分", en: "section" }, wording), side: "left", most: 30 },
    ...RELATIONS.map(
      (relation): Column => ({
        heading: labelled(RELATION[relation], wording),
        side: "right",
        most: 20,
      }),
    ),
  ];
  const rows = SECTIONS.map((name) => [
    labelled(SECTION[name], wording),
    ...RELATIONS.map((relation) => String(summary.sections[name][relation])),
  ]);
  return writeTable(columns, rows);
}

const SEVERITY_COLOUR: Readonly<Record<Severity, Colour>> = { error: "red", warning: "yellow", info: "cyan" };

/** Findings, and what could not be compared. */
function writeNotes({ findings, messages }: Comparison, { wording, columns, paint }: Look): string[] {
  const words = (said: { readonly message: string; readonly messageZh: string }): string =>
    labelled({ zh: said.messageZh, en: said.message }, wording);
  const lines = [
    ...messages.map((each) => clipText(`  ${words(each)}`, columns)),
    ...findings.map((each) => {
      const severity = labelled(SEVERITY[each.severity], wording);
      return `  ${paint(SEVERITY_COLOUR[each.severity], severity)}  ${clipText(words(each), columns - textWidth(severity) - 4)}`;
    }),
  ];
  if (lines.length === 0) return [];
  return ["", paint("bold", labelled({ zh: "需核对之处", en: "Findings" }, wording)), ...cut(lines, wording)];
}

const RELATION_COLOUR: Readonly<Record<Relation, Colour | null>> = {
  identical: null,
  reworded: "cyan",
  changed: "yellow",
  added: "green",
  removed: "red",
};

const isShown = ({ relation, direction }: EntryLine): boolean =>
  relation === "changed" || relation === "added" || relation === "removed" || direction !== null;

/** The entries of a section that a reader should see: those that were changed, added or removed. */
function writeSection(name: SectionName, entries: readonly EntryLine[], look: Look): string[] {
  const shown = entries.filter(isShown);
  if (shown.length === 0) return [];
  const width = Math.min(24, Math.max(...shown.map(({ place }) => textWidth(place))));
  const lines = shown.map((entry) => writeEntry(entry, width, look));
  return ["", look.paint("bold", labelled(SECTION[name], look.wording)), ...cut(lines, look.wording)];
}

function writeEntry({ relation, direction, place, text }: EntryLine, width: number, { columns, paint }: Look): string {
  const way = direction === "stricter" || direction === "looser" ? DIRECTION[direction].sign : " ";
  const head = `  ${RELATION[relation].sign}${way} ${padText(clipText(place, width), width)}  `;
  const line = head + clipText(text, Math.max(20, columns - textWidth(head) - 1));
  const colour = RELATION_COLOUR[relation];
  return colour ? paint(colour, line) : line;
}

const MOST_LINES = 40;

/** A terminal is no place for hundreds of lines; the report has them all. */
function cut(lines: readonly string[], wording: Wording): string[] {
  const more = lines.length - MOST_LINES;
  if (more <= 0) return [...lines];
  const rest = labelled(
    { zh: `另有${more}条，见 --out 报告.html`, en: `and ${more} more: see --out report.html` },
    wording,
  );
  return [...lines.slice(0, MOST_LINES), `  … ${rest}`];
}
