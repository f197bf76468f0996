import type { MatrixCell } from "../../../schemas/matrix.ts";
import { compareTargets } from "../facts/compare-targets.ts";
import { demandText, describeRow } from "../rows/describe-row.ts";
import { relateRows } from "../rows/relate-rows.ts";
import { createRowIndex } from "../rows/row-index.ts";
import { targetLabel } from "./against-template.ts";
import type { RowDraft } from "./cells.ts";
import type { Cluster, Member } from "./clusters.ts";
import type { WordedRow } from "./row-likeness.ts";
import type { MeasuredTarget } from "./target-likeness.ts";

type Related = Pick<MatrixCell, "relation" | "direction">;

const ADDED: Related = { relation: "added", direction: null };
const IDENTICAL: Related = { relation: "identical", direction: null };

/**
 * A cluster of rows as a row of the matrix. Where the plans have a template, all of it is added; else the first plan's row
 * stands for the template's.
 */
export function rowsDraft({ members }: Cluster<WordedRow>, hasTemplate: boolean): RowDraft {
  const first = members[0].entry;
  const relate = hasTemplate ? () => ADDED : createRelate(first);
  const cellOf = ({ entry, similarity }: Member<WordedRow>): MatrixCell => ({
    rows: [entry.row.ordinal],
    text: demandText(entry.row),
    similarity,
    ...relate(entry),
  });
  return {
    section: first.row.standard === null ? "tasks" : "standards",
    category: first.row.category,
    label: first.row.criterion,
    cells: new Map(members.map((member) => [member.plan, cellOf(member)])),
  };
}

/** Relates rows to the first one; rows that say the same, in whichever plan, relate the same. */
function createRelate(first: WordedRow): (other: WordedRow) => Related {
  const known = new Map<string, Related>([[sayingOf(first), IDENTICAL]]);
  return (other) => {
    const key = sayingOf(other);
    const related = known.get(key) ?? relate(first, other);
    known.set(key, related);
    return related;
  };
}

const sayingOf = ({ row }: WordedRow): string =>
  JSON.stringify([row.criterion, row.scoring, row.points, row.grades, row.methods]);

function relate(first: WordedRow, other: WordedRow): Related {
  const [a, b] = [first.row, other.row];
  const [template, local] = [describeRow(a, first.ownNames), describeRow(b, other.ownNames)];
  const pair = { template, local, templatePartners: [template], localPartners: [local], isFaint: false };
  const { relation, direction } = relateRows(
    { ...pair, index: createRowIndex([template, local]) },
    {
      points: a.points !== null && b.points !== null,
      scoring: a.standard !== null && a.scoring !== null && b.scoring !== null,
      methods: a.methods.length > 0 && b.methods.length > 0,
    },
  );
  return { relation, direction };
}

/** A cluster of targets as a row of the matrix. */
export function targetsDraft({ members }: Cluster<MeasuredTarget>, hasTemplate: boolean): RowDraft {
  const first = members[0].entry.target;
  const cellOf = ({ entry, similarity }: Member<MeasuredTarget>): MatrixCell => {
    const pair = hasTemplate ? undefined : compareTargets([first], [entry.target])[0];
    const related = hasTemplate ? ADDED : { relation: pair?.relation ?? null, direction: pair?.direction ?? null };
    return { rows: [entry.ordinal], text: entry.target.text, similarity, ...related };
  };
  return {
    section: "targets",
    category: null,
    label: targetLabel(first),
    cells: new Map(members.map((member) => [member.plan, cellOf(member)])),
  };
}
