import { type DescribedRow, type Features, VIEWS, type View } from "./describe-row.ts";
import type { Link } from "./link.ts";
import type { RowIndex } from "./row-index.ts";
import { candidatePairs, type Sides } from "./sides.ts";
import { featureWeight, shareHeld } from "./similarity.ts";

/** The share of a left-over row that the other row must hold for it to be a part of that row. */
const LEAST_HELD = 0.55;
/** Of what the two share, the part that the row's other counterpart does not have: a part is another part. */
const LEAST_NEW = 0.5;
/** The weight of two or three rare words with their characters: less in common proves nothing. */
const LEAST_SHARED = 2.2;

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
  return [...bestOf(splits, (part) => part.local), ...bestOf(mergers, (part) => part.template)];
}

/** Whether the row of side `left` is a part of its opposite. */
function partOf(sides: Sides, links: readonly Link[], at: number, other: number, left: "template" | "local"): Part[] {
  const [template, local] = [sides.template[at]!, sides.local[other]!];
  const [part, whole] = left === "local" ? [local, template] : [template, local];
  const counterparts = links
    .filter((link) => (left === "local" ? link.template === at : link.local === other))
    .map((link) => (left === "local" ? sides.local[link.local]! : sides.template[link.template]!));
  const held = shareHeld(sides.index, part.demand.features, whole.all);
  if (held < LEAST_HELD || counterparts.length === 0) return [];
  const shared = intersect(part.demand.features, whole.all);
  const weight = featureWeight(sides.index, shared);
  if (weight < LEAST_SHARED || newShare(sides.index, shared, counterparts) < LEAST_NEW) return [];
  return [{ template: at, local: other, similarity: Math.min(1, held), how: "part", held }];
}

const selectFeatures = (a: Features, keep: (view: View, feature: string) => boolean): Features =>
  Object.fromEntries(VIEWS.map((view) => [view, new Set([...a[view]].filter((each) => keep(view, each)))])) as Record<
    View,
    Set<string>
  >;

const intersect = (a: Features, b: Features): Features => selectFeatures(a, (view, each) => b[view].has(each));

const subtract = (a: Features, others: readonly Features[]): Features =>
  selectFeatures(a, (view, each) => !others.some((other) => other[view].has(each)));

/** The share of what the part and the whole have in common that no counterpart's criterion has. */
function newShare(index: RowIndex, shared: Features, counterparts: readonly DescribedRow[]): number {
  const rest = subtract(
    shared,
    counterparts.map(({ demand }) => demand.features),
  );
  return featureWeight(index, rest) / featureWeight(index, shared);
}

/** A left-over row is a part of one row only: of the one that holds most of it. */
function bestOf(parts: readonly Part[], keyOf: (part: Part) => number): Link[] {
  const best = new Map<number, Part>();
  for (const part of parts) {
    const known = best.get(keyOf(part));
    if (!known || part.held > known.held) best.set(keyOf(part), part);
  }
  return [...best.values()].map(({ held: _, ...link }) => link);
}
