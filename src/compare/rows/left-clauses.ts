import { type DescribedClause, type DescribedRow, joinFeatures } from "./describe-row.ts";
import type { Link } from "./link.ts";
import type { RowIndex } from "./row-index.ts";
import { candidatePairs, type Sides } from "./sides.ts";
import { featureWeight, shareHeld, textLikeness } from "./similarity.ts";

/** A clause that fewer of its words than this are found of in a row's counterparts is left over. */
const UNSAID = 0.5;
/** Clauses this alike demand the same. */
const LEAST_ALIKE = 0.55;
/** About one rare word: a clause that says less proves nothing. */
const LEAST_WEIGHT = 0.6;

/**
 * Finds rows that overlap: each has its counterpart, but a clause that this counterpart does not say stands in another
 * row, whose counterparts do not say it either.
 */
export function findOverlaps(sides: Sides, links: readonly Link[]): Link[] {
  const { template, local, index } = sides;
  const left = {
    template: template.map((row, at) => clausesLeft(index, row, partners(links, "template", at, "local", local))),
    local: local.map((row, at) => clausesLeft(index, row, partners(links, "local", at, "template", template))),
  };
  const found = candidatePairs(sides).flatMap(([at, other]): Link[] => {
    if (links.some((link) => link.template === at && link.local === other)) return [];
    const similarity = mostAlike(index, left.template[at]!, left.local[other]!);
    return similarity < LEAST_ALIKE ? [] : [{ template: at, local: other, similarity, how: "part" }];
  });
  return found;
}

const partners = (
  links: readonly Link[],
  key: "template" | "local",
  at: number,
  other: "template" | "local",
  rows: readonly DescribedRow[],
): DescribedRow[] => links.filter((link) => link[key] === at).map((link) => rows[link[other]]!);

function clausesLeft(index: RowIndex, row: DescribedRow, counterparts: readonly DescribedRow[]): DescribedClause[] {
  const said = joinFeatures(counterparts.map(({ all }) => all));
  return row.demand.clauses.filter(
    ({ features }) => featureWeight(index, features) >= LEAST_WEIGHT && shareHeld(index, features, said) < UNSAID,
  );
}

const mostAlike = (index: RowIndex, a: readonly DescribedClause[], b: readonly DescribedClause[]): number =>
  Math.max(0, ...a.flatMap((one) => b.map((other) => textLikeness(index, one.features, other.features))));
