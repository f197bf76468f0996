import type { Direction, Relation } from "../../../schemas/change.ts";
import type { MatrixCell, MatrixRow } from "../../../schemas/matrix.ts";

/** What a plan without a row has. One object for all: most cells of a large matrix are this one. */
export const MISSING: MatrixCell = Object.freeze({
  rows: [],
  text: null,
  relation: null,
  direction: null,
  similarity: null,
});

/** A row of the matrix in the making; cells by column. */
export interface RowDraft extends Pick<MatrixRow, "section" | "category" | "label"> {
  readonly cells: Map<number, MatrixCell>;
}

/** The weightiest first: of the parts of a split, one that is changed makes the whole changed. */
const WEIGHT: readonly Relation[] = ["changed", "reworded", "identical", "added", "removed"];

/** Puts another row of a plan into its cell: a template row that is split over two has both. */
export function joinCells(one: MatrixCell | undefined, other: MatrixCell): MatrixCell {
  if (!one) return other;
  return {
    rows: [...new Set([...one.rows, ...other.rows])],
    text: [one.text, other.text].filter(Boolean).join("\n") || null,
    relation: WEIGHT.find((relation) => relation === one.relation || relation === other.relation) ?? null,
    direction: joinDirections(one.direction, other.direction),
    similarity: Math.max(one.similarity ?? 0, other.similarity ?? 0),
  };
}

function joinDirections(one: Direction | null, other: Direction | null): Direction | null {
  if (one === null || other === null || one === other) return one ?? other;
  if (one === "other") return other;
  return other === "other" ? one : "other";
}
