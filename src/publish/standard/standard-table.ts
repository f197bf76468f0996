import type { PublishedRow, PublishedRule, PublishedStandard } from "../../../schemas/published-standard.ts";
import { COLUMNS, LINE_KINDS, type SheetColumn } from "../../core/sheet-columns.ts";
import { writeGrades, writeResponsibilities } from "./write-cells.ts";

/** A line of a standard as cells by column; `value` and `remark` are there to be filled in. */
export type StandardLine = Readonly<Record<Exclude<SheetColumn, "counted">, string | number | null>>;

/** The columns of a standard as a plain table, in order. */
export const LINE_COLUMNS = (Object.keys(COLUMNS) as SheetColumn[]).filter((column) => column !== "counted");

/** The rows, bonuses and vetoes of a standard as lines of one table. */
export const standardLines = ({ rows, bonus, veto }: PublishedStandard): StandardLine[] => [
  ...rows.map(rowLine),
  ...bonus.map((rule) => ruleLine(rule, LINE_KINDS.bonus)),
  ...veto.map((rule) => ruleLine(rule, LINE_KINDS.veto)),
];

const rowLine = (row: PublishedRow): StandardLine => ({
  id: row.id,
  kind: LINE_KINDS.row,
  category: row.category,
  subcategory: row.subcategory,
  number: row.number,
  criterion: row.criterion,
  points: row.points,
  grades: writeGrades(row.grades) || null,
  scoring: row.scoring,
  methods: row.methods.join("、") || null,
  responsibilities: writeResponsibilities(row.responsibilities) || null,
  value: null,
  remark: null,
});

const ruleLine = (rule: PublishedRule, kind: string): StandardLine => ({
  id: rule.id,
  kind,
  category: kind,
  subcategory: null,
  number: rule.number,
  criterion: rule.criterion,
  points: rule.maxPoints,
  grades: null,
  scoring: rule.rule,
  methods: rule.methods.join("、") || null,
  responsibilities: writeResponsibilities(rule.responsibilities) || null,
  value: null,
  remark: null,
});
