import type { Direction, Relation } from "../../../../schemas/change.ts";

export const RELATION_FILTERS = ["differing", "identical", "reworded", "changed", "added", "removed"] as const;
export type RelationFilter = (typeof RELATION_FILTERS)[number];
export const DIRECTION_FILTERS = ["stricter", "looser"] as const satisfies readonly Direction[];

/** Which entries are shown; null for any. */
export interface RowFilter {
  readonly relation: RelationFilter | null;
  readonly direction: (typeof DIRECTION_FILTERS)[number] | null;
}

interface Filtered {
  readonly relation: Relation | null;
  readonly direction?: Direction | null;
}

/** Reads `?relation=changed&direction=looser`; what it does not know filters nothing. */
export const readFilter = (query: URLSearchParams): RowFilter => ({
  relation: RELATION_FILTERS.find((each) => each === query.get("relation")) ?? null,
  direction: DIRECTION_FILTERS.find((each) => each === query.get("direction")) ?? null,
});

export function passes({ relation, direction = null }: Filtered, filter: RowFilter): boolean {
  if (filter.direction !== null && direction !== filter.direction) return false;
  if (filter.relation === null) return true;
  if (filter.relation === "differing") return relation !== null && relation !== "identical";
  return relation === filter.relation;
}
