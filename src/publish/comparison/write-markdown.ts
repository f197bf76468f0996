import type { Comparison } from "../../../schemas/comparison.ts";
import type { Matrix } from "../../../schemas/matrix.ts";
import { type Label, LOCAL, TEMPLATE } from "./labels.ts";
import { matrixTables } from "./matrix-tables.ts";
import { type Cell, comparisonTables, type ReportTable } from "./report-tables.ts";
import { nameOf, percent } from "./summary-section.ts";

/** Writes comparisons, and the matrix of their plans, as Markdown with a table a section. */
export function writeComparisonMarkdown(comparisons: readonly Comparison[], matrix: Matrix | null): string {
  const parts = [
    "# 方案对照 Comparison of plans",
    ...(matrix ? matrixTables(matrix).flatMap(writeSection) : []),
    ...comparisons.flatMap(writeComparison),
  ];
  return `${parts.join("\n\n")}\n`;
}

const writeComparison = (comparison: Comparison): string[] => [
  `# ${escapeMarkdown(nameOf(comparison.local))}`,
  [
    `- ${labelText(TEMPLATE)}：${escapeMarkdown(nameOf(comparison.template))}`,
    `- ${labelText(LOCAL)}：${escapeMarkdown(nameOf(comparison.local))}`,
    `- 覆盖率 coverage：${percent(comparison.summary.coverage)}　更严 stricter：${comparison.summary.stricter}　更松 looser：${comparison.summary.looser}`,
    ...comparison.messages.map(({ messageZh, message }) => `- ${escapeMarkdown(messageZh)} ${escapeMarkdown(message)}`),
  ].join("\n"),
  ...comparisonTables(comparison).flatMap(writeSection),
];

function writeSection({ title, columns, rows }: ReportTable): string[] {
  if (rows.length === 0) return [];
  const lines = [columns.map(({ zh, en }) => (en === "" ? zh : `${zh} ${en}`)), columns.map(() => "---"), ...rows];
  return [`## ${labelText(title)}`, lines.map(writeLine).join("\n")];
}

const labelText = ({ zh, en }: Label): string => `${zh} ${en}`;

const writeLine = (cells: readonly Cell[], index: number): string =>
  `| ${cells.map((cell) => (index === 1 ? String(cell) : escapeMarkdown(String(cell ?? "")))).join(" | ")} |`;

/** All that Markdown reads as a mark, HTML too; a line break within a cell is `<br>`. */
export const escapeMarkdown = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/[\\`*_{}[\]|#~!>]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|[\n\r\u2028\u2029]/g, "<br>")
    .replace(/\p{Cc}/gu, " ");
