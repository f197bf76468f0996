import type { RowPair, TargetPair } from "../../../schemas/comparison.ts";
import type { MatrixCell } from "../../../schemas/matrix.ts";
import type { Plan } from "../../../schemas/plan.ts";
import type { Target } from "../../../schemas/target.ts";
import { compareRows } from "../compare-rows.ts";
import { compareStandards } from "../compare-standards.ts";
import { compareTargets } from "../facts/compare-targets.ts";
import { ownNames } from "../own-names.ts";
import type { Row } from "../rows/row.ts";
import { joinCells, type RowDraft } from "./cells.ts";
import { standardRows, taskRows } from "./matrix-source.ts";

/** What of a plan has no counterpart in the template. */
export interface Added {
  readonly standards: readonly Row[];
  readonly tasks: readonly Row[];
  /** By their places in the plan. */
  readonly targets: readonly number[];
}

/** The template's rows as rows of a matrix, and a way to put a plan into them. */
export interface TemplateRows {
  readonly drafts: readonly RowDraft[];
  /** Fills the column of a plan; gives what the template has no row for. */
  fill(plan: Plan, column: number): Added;
}

/** Prepares the rows of a template, which stands in column 0: each plan is set against them alone, never against another plan. */
export function createTemplateRows(template: Plan): TemplateRows {
  const standards = new Map(
    standardRows(template)
      .flat()
      .map((row) => [rowId(row.standard, row.ordinal), draftOf(row)]),
  );
  const tasks = new Map(taskRows(template).map((row) => [rowId(null, row.ordinal), draftOf(row)]));
  const targets = new Map(template.targets.map((target, index) => [target, targetDraft(target, index)]));
  return {
    drafts: [...standards.values(), ...tasks.values(), ...targets.values()],
    fill: (plan, column) => {
      const names = ownNames([template, plan]);
      const localRows = standardRows(plan);
      const standardPairs = compareStandards(template, plan, names).pairs;
      const localTasks = taskRows(plan);
      const taskPairs = compareRows({ template: taskRows(template), local: localTasks, ownNames: names });
      const targetPairs = compareTargets(template.targets, plan.targets);
      fillRows(standards, standardPairs, column);
      fillRows(tasks, taskPairs, column);
      return {
        standards: addedIn(standardPairs, (pair) => localRows[pair.standard!.local!]![pair.localRow!.ordinal - 1]!),
        tasks: addedIn(taskPairs, (pair) => localTasks[pair.localRow!.ordinal - 1]!),
        targets: fillTargets(targets, targetPairs, plan, column),
      };
    },
  };
}

const rowId = (standard: number | null, ordinal: number): string => `${standard} ${ordinal}`;

function draftOf(row: Row): RowDraft {
  const label = row.criterion;
  const cells = new Map([[0, ownCell(row.ordinal, label)]]);
  return { section: row.standard === null ? "tasks" : "standards", category: row.category, label, cells };
}

function targetDraft(target: Target, index: number): RowDraft {
  const cells = new Map([[0, ownCell(index + 1, target.text)]]);
  return { section: "targets", category: null, label: targetLabel(target), cells };
}

/** `满意率（2025）`. */
export const targetLabel = ({ metric, text, deadline }: Target): string =>
  `${metric ?? text}${deadline === null ? "" : `（${deadline}）`}`;

const ownCell = (ordinal: number, text: string): MatrixCell => ({
  rows: [ordinal],
  text,
  relation: "identical",
  direction: null,
  similarity: 1,
});

function fillRows(drafts: ReadonlyMap<string, RowDraft>, pairs: readonly RowPair[], column: number): void {
  for (const { templateRow, localRow, standard, relation, direction, similarity } of pairs) {
    if (!templateRow || !localRow) continue;
    const draft = drafts.get(rowId(standard?.template ?? null, templateRow.ordinal));
    const cell = { rows: [localRow.ordinal], text: localRow.text, relation, direction, similarity };
    draft?.cells.set(column, joinCells(draft.cells.get(column), cell));
  }
}

const addedIn = (pairs: readonly RowPair[], rowOf: (pair: RowPair) => Row): Row[] =>
  pairs.filter(({ relation }) => relation === "added").map(rowOf);

/** Fills what has a counterpart; gives the places of the rest. */
function fillTargets(
  drafts: ReadonlyMap<Target, RowDraft>,
  pairs: readonly TargetPair[],
  plan: Plan,
  column: number,
): number[] {
  const places = new Map(plan.targets.map((target, index) => [target, index]));
  return pairs.flatMap(({ template, local, relation, direction }) => {
    if (local === null) return [];
    const place = places.get(local)!;
    if (template === null) return [place];
    const similarity = relation === "identical" ? 1 : null;
    drafts.get(template)?.cells.set(column, { rows: [place + 1], text: local.text, relation, direction, similarity });
    return [];
  });
}
