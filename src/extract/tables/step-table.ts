import type { Phase } from "../../../schemas/phase.ts";
import { findRange } from "../../core/dates.ts";
import type { Outline } from "../../core/outline.ts";
import { evidenceOf } from "../../core/passage.ts";
import { cellsOf, joinSlots, type Row, textOf } from "./grid.ts";
import { type MergedTable, mergeTables } from "./merged-table.ts";
import { readResponsibilities } from "./read-responsibilities.ts";
import { findTableGroups } from "./table-groups.ts";

const STEP = /^(?:阶段|步骤|工作阶段|实施阶段|工作步骤|阶段名称)$/u;
const TIME = /时间|日期|起止/u;
const CONTENT = /内容|任务|要求|措施|安排|工作$/u;
const UNITS = /单位|部门|责任/u;

/** Steps set as a table with the columns 阶段, 时间 and 工作内容, in the plan's own text. */
export function extractStepTables(outline: Outline): Phase[] {
  const groups = findTableGroups(outline).filter((group) => group.attachment === null);
  const tables = groups.map(mergeTables).filter(isStepTable);
  return tables
    .flatMap((table) => readSteps(table, outline.year))
    .map((phase, index) => ({ ...phase, ordinal: index + 1 }));
}

/** A table of the steps, which are phases and no list. */
export const isStepTable = (table: MergedTable): boolean => columnsOf(table) !== null;

interface StepColumns {
  readonly name: number;
  readonly time: number;
  readonly content: number;
  readonly units: number;
}

function columnsOf({ headings }: MergedTable): StepColumns | null {
  const at = (pattern: RegExp): number => headings.findIndex((heading) => pattern.test(heading));
  const columns = { name: at(STEP), time: at(TIME), content: at(CONTENT), units: at(UNITS) };
  return columns.name >= 0 && columns.time >= 0 && columns.content >= 0 ? columns : null;
}

function readSteps(table: MergedTable, year: number | null): Phase[] {
  const columns = columnsOf(table)!;
  return table.body.flatMap((row) => readStep(row, columns, year));
}

function readStep(row: Row, { name, time, content, units }: StepColumns, year: number | null): Phase[] {
  const title = textOf(row[name]!);
  const evidence = evidenceOf(joinSlots(cellsOf(row)));
  if (!title || evidence.length === 0) return [];
  const range = findRange(row[time]!.text, year);
  const responsibilities = units < 0 ? [] : readResponsibilities("responsible", row[units]!);
  return [
    {
      ordinal: 1,
      name: title,
      start: range?.start ?? null,
      end: range?.end ?? null,
      text: textOf(row[content]!),
      responsibilities,
      evidence,
    },
  ];
}
