import type { Plan } from "../../../schemas/plan.ts";
import type { Responsibility } from "../../../schemas/responsibility.ts";
import { familyOf } from "../../core/unit-family.ts";
import { ROLE_WORDS } from "../standard/write-cells.ts";
import { type CsvCell, writeCsv } from "./write-csv.ts";

const TARGET_COLUMNS = [
  "性质",
  "指标",
  "范围",
  "比较",
  "数值",
  "上限",
  "单位",
  "期限",
  "语气",
  "原文",
  "页码",
] as const;

/** The targets, one a line. */
export const targetsCsv = ({ targets }: Plan): string =>
  writeCsv([
    TARGET_COLUMNS,
    ...targets.map((target) => [
      target.kind === "quantitative" ? "定量" : "定性",
      target.metric,
      target.scope,
      target.comparator && COMPARATOR_WORDS[target.comparator],
      target.value,
      target.max ?? null,
      target.unit,
      target.deadline,
      target.hedge,
      target.text,
      target.evidence[0]?.page ?? null,
    ]),
  ]);

/** Signs would be taken for formulas: `=` and `>=` are written as the words that drafters use. */
const COMPARATOR_WORDS = { ">=": "不低于", ">": "高于", "<=": "不超过", "<": "低于", "=": "等于" } as const;

/** One body with its role in one piece of work. */
interface Assigned {
  readonly kind: string;
  readonly number: string | number | null;
  readonly title: string;
  readonly responsibilities: readonly Responsibility[];
  readonly page: number | null;
}

const RESPONSIBILITY_COLUMNS = ["来源", "序号", "事项", "角色", "单位", "类别", "页码"] as const;

/** Who answers for what, one body a line: tasks, measures, phases, task tables, standards and duties. */
export const responsibilitiesCsv = (plan: Plan): string =>
  writeCsv([RESPONSIBILITY_COLUMNS, ...assignedOf(plan).flatMap((one) => linesOf(one, plan))]);

export const assignedOf = (plan: Plan): Assigned[] =>
  [
    ...plan.tasks.map((task) => ({ kind: "任务", ...task, ...pageOf(task) })),
    ...plan.measures.map((task) => ({ kind: "措施", ...task, ...pageOf(task) })),
    ...plan.phases.map((phase) => ({
      kind: "阶段",
      number: phase.ordinal,
      title: phase.name,
      ...phase,
      ...pageOf(phase),
    })),
    ...plan.assignments.flatMap(({ items }) =>
      items.map((item) => ({ kind: "任务分解", title: item.task, ...item, ...pageOf(item) })),
    ),
    ...plan.standards.flatMap(({ items }) =>
      items.map((item) => ({ kind: "标准", title: item.criterion ?? "", ...item, ...pageOf(item) })),
    ),
    ...plan.duties.map((duty) => ({
      kind: "职责",
      number: null,
      title: duty.text,
      responsibilities: [{ role: "responsible" as const, units: duty.units }],
      ...pageOf(duty),
    })),
  ].filter(({ responsibilities }) => responsibilities.length > 0);

const pageOf = ({ evidence }: { evidence: readonly { page: number | null }[] }) => ({
  page: evidence[0]?.page ?? null,
});

const linesOf = ({ kind, number, title, responsibilities, page }: Assigned, plan: Plan): CsvCell[][] =>
  responsibilities.flatMap(({ role, units }) =>
    units.map((unit) => [kind, number, title, ROLE_WORDS[role], unit, familyIn(plan, unit), page]),
  );

const familyIn = ({ units }: Plan, name: string): string =>
  units.find((unit) => unit.name === name || unit.aliases.includes(name))?.family ?? familyOf(name);
