import type { Change, Direction } from "../../../schemas/change.ts";
import type { DescribedRow, DescribedText } from "../rows/describe-row.ts";
import { findSameThing, matchQuantities, type PlacedQuantity, type QuantityPair } from "./match-quantities.ts";
import { clausesFor, type PairedRows } from "./scope.ts";

/** Numbers of the demand that differ, came or went; `field` names the demand's field (`criterion`, `text`). */
export function findQuantityChanges(pair: PairedRows, field: string): Change[] {
  const { template, local } = pair;
  const from = quantitiesFor(template, pair.localPartners, local, pair, field);
  const to = quantitiesFor(local, pair.templatePartners, template, pair, field);
  const anywhere = { from: placed(template.demand, field), to: placed(local.demand, field) };
  return matchQuantities(from, to).flatMap((each) => changeOf(completePair(each, anywhere), field) ?? []);
}

/** A number whose counterpart stands in a clause that another partner holds better is no number come or gone. */
const completePair = (
  { from, to }: QuantityPair,
  anywhere: { readonly from: readonly PlacedQuantity[]; readonly to: readonly PlacedQuantity[] },
): QuantityPair => ({
  from: from ?? (to && (findSameThing(to, anywhere.from) ?? null)),
  to: to ?? (from && (findSameThing(from, anywhere.to) ?? null)),
});

function quantitiesFor(
  row: DescribedRow,
  partners: readonly DescribedRow[],
  partner: DescribedRow,
  { index }: PairedRows,
  field: string,
): PlacedQuantity[] {
  const clauses = clausesFor(row.demand, partners, partner, index);
  const inScope = ({ start }: { readonly start: number }): boolean =>
    clauses.some((clause) => start >= clause.start && start < clause.end);
  return [
    ...placed(row.demand, field).filter((quantity) => inScope(quantity) && !isGrading(quantity)),
    ...(row.row.standard === null ? [] : placed(row.scoring, "scoring").filter(isDemand)),
  ];
}

const placed = (text: DescribedText, field: string): PlacedQuantity[] =>
  text.quantities
    .filter(({ kind }) => kind !== "points")
    .map((quantity) => ({ ...quantity, field, text: text.text.slice(quantity.start, quantity.end) }));

/** `（低于80%得3分）` tells what is given for too little, not what is demanded. */
const isGrading = ({ clause, comparator }: PlacedQuantity): boolean =>
  comparator.startsWith("<") && /[得计扣]\s?\d|[得扣]分/u.test(clause);

/** `每少1次扣1分` measures a sanction, `90%以上得5分` a demand. */
const isDemand = ({ clause }: PlacedQuantity): boolean => !/扣|不得分|不计分|每[少低缺高超有差增减]|降/u.test(clause);

function changeOf({ from, to }: QuantityPair, field: string): Change | null {
  if (from && to) return isSame(from, to) ? null : { ...snippets(from, to), direction: directionOf(from, to) };
  const [only, direction] = from ? [from, "looser" as const] : [to!, "stricter" as const];
  if (only.field !== field || !only.bound) return null;
  return { ...snippets(from, to), direction: only.stricter === null ? "other" : direction };
}

const snippets = (from: PlacedQuantity | null, to: PlacedQuantity | null): Omit<Change, "direction"> => ({
  field: (to ?? from)!.field,
  from: from?.text ?? null,
  to: to?.text ?? null,
});

const floorOf = (quantity: PlacedQuantity): "floor" | "ceiling" | "bare" =>
  quantity.comparator === "=" ? "bare" : quantity.comparator.startsWith(">") ? "floor" : "ceiling";

/** Equal values with `达到`, `以上`, `超过` or no word say the same; a floor and a ceiling do not. */
function isSame(from: PlacedQuantity, to: PlacedQuantity): boolean {
  const [a, b] = [floorOf(from), floorOf(to)];
  return Math.abs(from.value - to.value) < 1e-9 * Math.max(1, from.value) && (a === b || a === "bare" || b === "bare");
}

function directionOf(from: PlacedQuantity, to: PlacedQuantity): Direction {
  // A bound says which way is meant; of a bare number it is guessed.
  const bounded = [from, to].filter(({ comparator }) => comparator !== "=");
  const ways = new Set((bounded.length > 0 ? bounded : [from, to]).map(({ stricter }) => stricter));
  ways.delete(null);
  if (ways.size !== 1 || from.value === to.value) return "other";
  const more = to.value > from.value;
  return more === ways.has("more") ? "stricter" : "looser";
}
