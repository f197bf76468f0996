import { evidenceOf } from "../../core/passage.ts";
import { cellsOf, joinSlots, type Row, textOf } from "./grid.ts";
import { type Member, readMembers } from "./member.ts";
import type { RosterMember } from "./roster-lines.ts";

const FEWEST_MEMBERS = 2;
const MOST_CELLS = 3;
/** The share of a roster's rows that name members. */
const LEAST_SHARE = 0.8;

/** A row of a roster without a heading: `组长：张三 | 县长`; a row without a role has that of the row above. */
const readRow = (row: Row): Member[] => {
  const cells = cellsOf(row);
  return cells.length <= MOST_CELLS ? readMembers(cells.map(textOf).join(" ")) : [];
};

/** Whether the rows of a table are member lines, whose names and posts stand in cells of their own. */
export function holdsMembers(rows: readonly Row[]): boolean {
  const first = rows[0] && readRow(rows[0])[0];
  if (rows.length < FEWEST_MEMBERS || !first?.role) return false;
  return rows.filter((row) => readRow(row).length > 0).length >= rows.length * LEAST_SHARE;
}

/** The members that the rows of such a table name. */
export function readRowMembers(rows: readonly Row[]): RosterMember[] {
  let above: string | null = null;
  return rows.flatMap((row) => {
    const evidence = evidenceOf(joinSlots(cellsOf(row)));
    return readRow(row).map(({ role, name, position }) => {
      above = role ?? above;
      return { role: above, name, position, evidence };
    });
  });
}
