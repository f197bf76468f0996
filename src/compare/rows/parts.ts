import { type DescribedRow, type Features, joinFeatures, VIEWS, type View } from "./describe-row.ts";
import type { Link } from "./link.ts";
import type { RowIndex } from "./row-index.ts";
import { candidatePairs, type Sides } from "./sides.ts";
import { featureWeight, shareHeld } from "./similarity.ts";

/** The share of a part that its whole holds: of a thousand rows that are no part of another none reached 0.4. */
const LEAST_HELD = 0.42;
/** Where the part says an item of the whole's list or a whole clause of it, less of the rest need be there. */
const LEAST_HELD_BESIDE = 0.2;
const LEAST_ITEM_HELD = 0.7;
/** Of what the two share, what the whole's other counterparts do not have: a part is another part. */
const LEAST_NEW = 0.3;
/** A row all of whose words the whole has is a part of it, unless the counterparts say the whole already. */
const WHOLLY = 0.8;
/** About one rare word: less in common proves nothing. */
const LEAST_SHARED = 0.6;

interface Part extends Link {
  readonly held: number;
}

/**
 * Finds splits and mergers: a row left over by the one-to-one pairs belongs to the row of the other side that holds
 * most of it, where it covers another part of that row than the row's own counterpart does.
 */
export function findParts(sides: Sides, links: readonly Link[]): Link[] {
  const pairs = candidatePairs(sides);
  const paired = { template: new Set(links.map((l) => l.template)), local: new Set(links.map((l) => l.local)) };
  const splits = pairs.flatMap(([at, other]) =>
    paired.local.has(other) ? [] : partOf(sides, links, at, other, "local"),
  );
  const mergers = pairs.flatMap(([at, other]) =>
    paired.template.has(at) ? [] : partOf(sides, links, at, other, "template"),
  );
  const found = bestOf(splits, (part) => part.local);
  return [...found, ...bestOf(mergers, (part) => part.template).filter((link) => !isKnown(found, link))];
}

const isKnown = (links: readonly Link[], { template, local }: Link): boolean =>
  links.some((link) => link.template === template && link.local === local);

/** The pair as a part, where the row of side `left`, which is left over, is a part of its opposite. */
function partOf(sides: Sides, links: readonly Link[], at: number, other: number, left: "template" | "local"): Part[] {
  const [template, local] = [sides.template[at]!, sides.local[other]!];
  const [part, whole] = left === "local" ? [local, template] : [template, local];
  const counterparts = links
    .filter((link) => (left === "local" ? link.template === at : link.local === other))
    .map((link) => (left === "local" ? sides.local[link.local]! : sides.template[link.template]!));
  const held = shareHeld(sides.index, part.demand.features, whole.all);
  if (isHeading(sides.index, part) && shareHeld(sides.index, part.all, whole.all) < LEAST_HELD) return [];
  const isPart =
    held >= LEAST_HELD
      ? coversMore(sides.index, part, whole, counterparts)
      : held >= LEAST_HELD_BESIDE && saysItem(sides.index, part, whole, counterparts);
  return isPart ? [{ template: at, local: other, similarity: Math.min(1, held), how: "part", held }] : [];
}

/** `公共空间管理有序` over a scoring cell of five rules: what the heading shares with others proves nothing without them. */
const isHeading = (index: RowIndex, { demand, all }: DescribedRow): boolean =>
  featureWeight(index, all) > 3 * featureWeight(index, demand.features);

/** Whether what the two share is more than a rare word, and more than the whole's counterparts say already. */
function coversMore(
  index: RowIndex,
  part: DescribedRow,
  whole: DescribedRow,
  counterparts: readonly DescribedRow[],
): boolean {
  const shared = selectFeatures(part.demand.features, (view, each) => whole.all[view].has(each));
  if (featureWeight(index, shared) < LEAST_SHARED) return false;
  if (counterparts.length === 0) return true;
  const said = joinFeatures(counterparts.map(({ all }) => all));
  return (
    1 - shareHeld(index, shared, said) >= LEAST_NEW ||
    (shareHeld(index, part.demand.features, whole.all) >= WHOLLY &&
      shareHeld(index, whole.demand.features, said) < WHOLLY)
  );
}

const selectFeatures = (a: Features, keep: (view: View, feature: string) => boolean): Features =>
  Object.fromEntries(VIEWS.map((view) => [view, new Set([...a[view]].filter((each) => keep(view, each)))])) as Record<
    View,
    Set<string>
  >;

/** Whether the part says a clause or an item of the whole's list (`照明完好`) that no counterpart says. */
const saysItem = (
  index: RowIndex,
  part: DescribedRow,
  whole: DescribedRow,
  counterparts: readonly DescribedRow[],
): boolean =>
  whole.demand.items.some(
    (item) =>
      featureWeight(index, item) >= LEAST_SHARED &&
      shareHeld(index, item, part.demand.features) >= LEAST_ITEM_HELD &&
      counterparts.every(({ all }) => shareHeld(index, item, all) < LEAST_ITEM_HELD - 0.15),
  );

/** A left-over row is a part of one row only: of the one that holds most of it. */
function bestOf(parts: readonly Part[], keyOf: (part: Part) => number): Link[] {
  const best = new Map<number, Part>();
  for (const part of parts) {
    const known = best.get(keyOf(part));
    if (!known || part.held > known.held) best.set(keyOf(part), part);
  }
  return [...best.values()].map(({ held: _, ...link }) => link);
}
