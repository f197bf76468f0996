import type { Change, Direction, Relation } from "../../../schemas/change.ts";
import { findDemandChanges } from "../changes/demand-changes.ts";
import { findFieldChanges, type SharedColumns } from "../changes/field-changes.ts";
import { findHedgeChanges } from "../changes/hedge-changes.ts";
import { findMemberChanges } from "../changes/member-changes.ts";
import { findQuantityChanges } from "../changes/quantity-changes.ts";
import type { PairedRows } from "../changes/scope.ts";
import { identityKey } from "../text/fold-text.ts";
import { rowKey } from "./describe-row.ts";

/** How two rows that belong together relate. */
export interface RowRelation {
  readonly relation: Relation;
  readonly direction: Direction | null;
  readonly changes: readonly Change[];
}

/** Relates two linked rows: what changed, and whether the local one asks more or less. */
export function relateRows(pair: PairedRows, columns: SharedColumns): RowRelation {
  const { template, local } = pair;
  const field = template.row.standard === null ? "text" : "criterion";
  const numbers = findQuantityChanges(pair, field);
  const demands = pair.isFaint ? [] : [...findDemandChanges(pair, field), ...findMemberChanges(pair, field)];
  const hedges = findHedgeChanges(pair, field);
  const others = findFieldChanges(template, local, columns);
  const changes = [...numbers, ...demands, ...hedges, ...others];
  const same = rowKey(template.row) === rowKey(local.row) && sameScoring(pair, columns);
  return {
    relation: changes.length > 0 ? "changed" : same ? "identical" : "reworded",
    direction:
      commonDirection(numbers.filter(isExchange)) ??
      commonDirection(numbers) ??
      commonDirection([...demands, ...hedges]) ??
      commonDirection(others),
    changes,
  };
}

/** A number that became another tells more surely than one that came or went. */
const isExchange = ({ from, to }: Change): boolean => from !== null && to !== null;

const sameScoring = ({ template, local }: PairedRows, columns: SharedColumns): boolean =>
  !columns.scoring ||
  template.row.scoring === null ||
  local.row.scoring === null ||
  identityKey(template.scoring.text) === identityKey(local.scoring.text);

/** The one direction that changes have; `other` does not gainsay it, the opposite does. Null without changes. */
function commonDirection(changes: readonly Change[]): Direction | null {
  if (changes.length === 0) return null;
  const ways = new Set(changes.map(({ direction }) => direction).filter((direction) => direction !== "other"));
  return ways.size === 1 ? [...ways][0]! : "other";
}
