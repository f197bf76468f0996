import type { Matrix, MatrixPlan, MatrixRow } from "../../../schemas/matrix.ts";
import type { Plan } from "../../../schemas/plan.ts";
import { type Added, createTemplateRows, type TemplateRows } from "./against-template.ts";
import { MISSING, type RowDraft } from "./cells.ts";
import { createClusters } from "./clusters.ts";
import { standardRows, taskRows } from "./matrix-source.ts";
import { findOutliers } from "./outliers.ts";
import { rowsDraft, targetsDraft } from "./relate-members.ts";
import { ROW_LIKENESS, wordRows } from "./row-likeness.ts";
import { measureTarget, TARGET_LIKENESS } from "./target-likeness.ts";

/**
 * Sets n plans side by side: a row of the matrix is a cluster of rows, tasks or targets that belong together, a column a
 * plan. With a template (column 0) each plan is set against the template, and what that has no row for is clustered; without
 * one everything is. No plan's rows are set against all rows of another, so the cost grows about as the rows do.
 * @param template one of the plans or another; null to cluster the plans as equals
 */
export function buildMatrix(plans: readonly Plan[], template: Plan | null): Matrix {
  const columns = template === null ? plans : [template, ...plans.filter(({ id }) => id !== template.id)];
  const templateRows = template === null ? null : createTemplateRows(template);
  const added = clusterColumns(columns, templateRows);
  const drafts = [...(templateRows?.drafts ?? []), ...added];
  const rows = SECTIONS.flatMap((section) => numberRows(drafts, section, columns.length));
  const described = columns.map((plan, column) => describePlan(plan, column, templateRows));
  return { schema: "matrix/1", plans: described, rows, outliers: findOutliers(described, rows) };
}

const SECTIONS: readonly MatrixRow["section"][] = ["standards", "tasks", "targets"];

/** Fills the template's rows with each plan and puts the rest into clusters; without a template, everything. */
function clusterColumns(columns: readonly Plan[], templateRows: TemplateRows | null): RowDraft[] {
  const standards = createClusters(ROW_LIKENESS);
  const tasks = createClusters(ROW_LIKENESS);
  const targets = createClusters(TARGET_LIKENESS);
  for (const column of clusterOrder(columns)) {
    const plan = columns[column]!;
    if (templateRows && column === 0) continue;
    const added = templateRows ? templateRows.fill(plan, column) : everythingOf(plan);
    standards.add(column, wordRows(plan, added.standards));
    tasks.add(column, wordRows(plan, added.tasks));
    targets.add(
      column,
      added.targets.map((place) => measureTarget(plan.targets[place]!, place)),
    );
  }
  const hasTemplate = templateRows !== null;
  return [
    ...[...standards.settle(), ...tasks.settle()].map((cluster) => rowsDraft(cluster, hasTemplate)),
    ...targets.settle().map((cluster) => targetsDraft(cluster, hasTemplate)),
  ];
}

/** The columns in an order that is the same however the plans were given: the same plans make the same clusters. */
const clusterOrder = (columns: readonly Plan[]): number[] =>
  [...columns.keys()].sort((one, other) => (columns[one]!.id < columns[other]!.id ? -1 : 1));

const everythingOf = (plan: Plan): Added => ({
  standards: standardRows(plan).flat(),
  tasks: taskRows(plan),
  targets: [...plan.targets.keys()],
});

function numberRows(drafts: readonly RowDraft[], section: MatrixRow["section"], columns: number): MatrixRow[] {
  return drafts
    .filter((draft) => draft.section === section)
    .map(({ cells, ...draft }, index) => ({
      id: `${section}-${index + 1}`,
      ...draft,
      cells: Array.from({ length: columns }, (_, column) => cells.get(column) ?? MISSING),
    }));
}

function describePlan({ id, header }: Plan, column: number, templateRows: TemplateRows | null): MatrixPlan {
  const isTemplate = templateRows !== null && column === 0;
  return {
    id,
    title: header.title ?? header.noticeTitle,
    jurisdiction: header.jurisdiction.name,
    level: header.jurisdiction.level,
    isTemplate,
    coverage: templateRows === null || isTemplate ? null : coverageOf(templateRows, column),
  };
}

/** The share of the template's rows that a plan has, of its tasks where it has no standard. */
function coverageOf({ drafts }: TemplateRows, column: number): number | null {
  const standards = drafts.filter(({ section }) => section === "standards");
  const rows = standards.length > 0 ? standards : drafts.filter(({ section }) => section === "tasks");
  return rows.length === 0 ? null : rows.filter(({ cells }) => cells.has(column)).length / rows.length;
}
