import type { Evidence } from "../../schemas/evidence.ts";
import type { Facts } from "../../schemas/plan.ts";
import type { Section } from "../../schemas/section.ts";
import type { Table } from "../core/document.ts";
import { findNumbering } from "../core/numbering.ts";
import type { Outline } from "../core/outline.ts";
import { locate } from "../core/passage.ts";
import { squash } from "../core/tidy.ts";
import { type RowIndex, rowsOf } from "./table-rows.ts";

/** Something with a printed number; `value` is the number's place in its row. */
export interface Numbered {
  readonly number: string;
  readonly value: number;
  readonly label: string;
  /** False for a number that the row has by its place only: it fills the row, but is no proof of a fault. */
  readonly printed: boolean;
  readonly evidence: readonly Evidence[];
}

/** Things numbered in one row: the siblings under one heading in one style, or the rows of one table. */
export type Series = readonly Numbered[];

/** Gathers every row of numbers: sections under one parent, rows of standards, task tables and plain tables. */
export function findSeries(facts: Facts, outline: Outline): Series[] {
  const rows = rowsOf(outline);
  return [
    ...sectionSeries(facts.sections),
    ...facts.standards.map(({ items }) =>
      items.flatMap((item) => numberedRow(rows, item.number, item.criterion ?? "", item.evidence)),
    ),
    ...facts.assignments.map(({ items }) =>
      items.flatMap((item) => numberedRow(rows, item.number, item.task, item.evidence)),
    ),
    ...facts.lists.map((list) => listSeries(rows, rows.tableOf(list.evidence))),
  ].filter((series) => series.length > 1);
}

/** Siblings, one series a style; a heading without a number (an attachment's title) ends them all. */
function sectionSeries(sections: readonly Section[]): Series[] {
  const series: Numbered[][] = [];
  let open = new Map<string, Numbered[]>();
  for (const section of sections) {
    const numbering = section.number === null ? null : findNumbering(`${section.number}、`);
    if (section.number === null) open = new Map();
    if (!numbering || section.number === null) continue;
    const key = `${numbering.style} ${section.number.replace(/[^.．]+$/u, "")}`;
    if (!open.has(key)) series.push(open.set(key, []).get(key)!);
    open
      .get(key)!
      .push({ ...section, number: section.number, value: numbering.value, label: section.heading, printed: true });
  }
  return [...series, ...sections.flatMap((section) => sectionSeries(section.children))];
}

/** A row of a table; its number is proof where one of its cells prints it. */
function numberedRow(
  rows: RowIndex,
  number: number | string | null,
  label: string,
  evidence: readonly Evidence[],
): Numbered[] {
  const value = typeof number === "string" ? findNumbering(`${number}、`)?.value : (number ?? undefined);
  if (value === undefined) return [];
  const cell = rows.cellsBeside(evidence).find((block) => startsWithNumber(block.text, String(number)));
  const place = cell ? [locate(cell, 0, cell.text.length)] : evidence;
  return [{ number: String(number), value, label, printed: cell !== undefined, evidence: place }];
}

const startsWithNumber = (text: string, number: string): boolean => {
  const plain = squash(text).normalize("NFKC");
  return plain.startsWith(number) && !/^[\d.%]*\d/.test(plain.slice(number.length));
};

/** The cells under a heading 序号 of a plain table. */
function listSeries(rows: RowIndex, table: Table | null): Series {
  const head = table?.cells.find((cell) => /^(?:序号|编号)$/u.test(squash(cell.block.text)));
  if (!table || !head) return [];
  return table.cells.flatMap((cell) => {
    const text = squash(cell.block.text).normalize("NFKC");
    if (cell.column !== head.column || cell.row <= head.row || !/^\d{1,4}$/.test(text)) return [];
    const evidence = [locate(cell.block, 0, cell.block.text.length)];
    const label = rows.cellsBeside(evidence)[1]?.text ?? "";
    return [{ number: text, value: Number(text), label, printed: true, evidence }];
  });
}
