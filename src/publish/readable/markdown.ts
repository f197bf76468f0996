import type { Readable, ReadableTable } from "./readable.ts";

/** What Markdown would take for its own marks (CommonMark §2.4). */
const MARKS = /[\\`*_{}[\]<>#|~&$]/gu;

/** A text as it is; line breaks become spaces. */
const inline = (text: string): string =>
  text
    .replace(/\s*\n\s*/gu, " ")
    .trim()
    .replace(MARKS, "\\$&");

/** A text at the beginning of a line, where `1.`, `-`, `+` and `=` begin something too. */
const paragraphText = (text: string): string =>
  inline(text)
    .replace(/^(\d{1,9})([.)])/u, "$1\\$2")
    .replace(/^[-+=]/u, "\\$&");

const cell = (text: string): string =>
  text
    .split("\n")
    .map((line) => inline(line))
    .join("<br>");

/** Writes a document as Markdown (GitHub's, for its tables); no text of a plan is taken for markup. */
export const writeMarkdown = (document: readonly Readable[]): string => `${document.map(writeOne).join("\n\n")}\n`;

function writeOne(part: Readable): string {
  switch (part.kind) {
    case "title":
      return `# ${inline(part.text)}`;
    case "heading":
      return `${"#".repeat(part.level + 1)} ${inline(part.text)}`;
    case "paragraph":
      return part.text.split(/\n+/u).map(paragraphText).join("\n\n");
    case "list":
      return part.items.map((item) => `- ${paragraphText(item)}`).join("\n");
    case "table":
      return writeTable(part);
  }
}

/** Markdown cannot merge cells: each row says its category. */
const writeTable = ({ columns, rows }: ReadableTable): string =>
  [columns, columns.map(() => "---"), ...rows]
    .map((row, at) => `| ${row.map((text) => (at === 1 ? text : cell(text))).join(" | ")} |`)
    .join("\n");
