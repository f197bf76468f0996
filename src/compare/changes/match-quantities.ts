import type { Quantity } from "../text/quantities.ts";

/** A quantity of a row and the field that it stands in. */
export interface PlacedQuantity extends Quantity {
  readonly field: string;
  readonly text: string;
}

/** Quantities of one demand in two rows; null where a row has none. */
export interface QuantityPair {
  readonly from: PlacedQuantity | null;
  readonly to: PlacedQuantity | null;
}

/** Pairs the quantities of two rows that measure the same thing: by kind and unit, then by the words around them. */
export function matchQuantities(from: readonly PlacedQuantity[], to: readonly PlacedQuantity[]): QuantityPair[] {
  const edges = from.flatMap((a, left) =>
    to.flatMap((b, right) =>
      isComparable(a, b) ? [{ left, right, worth: worthOf(a, b) - 0.01 * Math.abs(left - right) }] : [],
    ),
  );
  const [lefts, rights] = [new Set<number>(), new Set<number>()];
  const pairs: QuantityPair[] = [];
  for (const { left, right } of edges.toSorted((a, b) => b.worth - a.worth)) {
    if (lefts.has(left) || rights.has(right)) continue;
    lefts.add(left);
    rights.add(right);
    pairs.push({ from: from[left]!, to: to[right]! });
  }
  const alone = from
    .filter((_, at) => !lefts.has(at))
    .map((quantity) => ({ from: quantity, to: wholeOf(quantity, to) }));
  const added = to
    .filter((_, at) => !rights.has(at))
    .map((quantity) => ({ from: wholeOf(quantity, from), to: quantity }));
  return [...pairs, ...alone, ...added];
}

/** Of other quantities the one that measures the same thing, by its unit and the words around it. */
export const findSameThing = (
  quantity: PlacedQuantity,
  others: readonly PlacedQuantity[],
): PlacedQuantity | undefined =>
  others.find(
    (other) =>
      quantity.whole === null &&
      other.whole === null &&
      isComparable(quantity, other) &&
      likeWords(quantity.clause, other.clause) >= ONE_THING,
  );

/** Words around numbers this alike speak of one thing. */
const ONE_THING = 0.4;

/** `不低于30%` has its counterpart in a 全覆盖 of the same thing, though that answers another 全覆盖 too. */
const wholeOf = (share: PlacedQuantity, others: readonly PlacedQuantity[]): PlacedQuantity | null =>
  share.kind === "share" && share.whole === null
    ? (others.find(({ whole, clause }) => whole === "all" && likeWords(clause, share.clause) >= ONE_THING) ?? null)
    : null;

/** `2次` and `每年2次` measure the same: a plan's year goes without saying. */
const baseUnit = (unit: string): string => unit.replace(/\/年$/u, "");

function isComparable(a: Quantity, b: Quantity): boolean {
  if (a.kind === "share" || b.kind === "share")
    return a.kind === b.kind && !(a.whole === "maybe" && b.whole === "maybe");
  return baseUnit(a.unit) === baseUnit(b.unit);
}

function worthOf(a: PlacedQuantity, b: PlacedQuantity): number {
  const equal = a.value === b.value && a.unit === b.unit ? 0.5 : 0;
  const field = a.field === b.field ? 0.3 : 0;
  return equal + field + likeWords(a.clause, b.clause) - (a.whole === "maybe" || b.whole === "maybe" ? 0.6 : 0);
}

function likeWords(a: string, b: string): number {
  const [one, two] = [charactersOf(a), charactersOf(b)];
  const shared = [...one].filter((character) => two.has(character)).length;
  return (2 * shared) / (one.size + two.size || 1);
}

const charactersOf = (text: string): Set<string> => new Set(text.match(/\p{Script=Han}/gu) ?? []);
