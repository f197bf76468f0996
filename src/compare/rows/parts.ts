import type { Link } from "./link.ts";
import { type PartEvidence, type PartSide, partEvidence } from "./part-evidence.ts";
import { candidatePairs, type Sides } from "./sides.ts";

/**
 * What each piece of evidence is worth, as log odds: fitted (logistic regression) to the rows that one-to-one pairs
 * leave over in fixtures/compare. Fitted to the first 16 pairs of plans alone, it found 197 of 222 parts in the others, and 9 wrong ones.
 */
const WORTH: Readonly<Record<keyof PartEvidence | "lead", number>> = {
  held: 5.4,
  likeness: 4.9,
  news: 3.7,
  answered: -2.5,
  beside: 1.7,
  inOrder: 1.5,
  outOfOrder: -1.4,
  apart: -2.2,
  lead: 4.3,
};
const AGAINST = -6.6;

/** What is enough for a part of a row that has a counterpart; two rows left over on both sides must be surer. */
const LEAST_ODDS = -0.5;
const LEAST_FREE_ODDS = 1;

/** A row whose counterpart says the same in the same words has no other parts. */
const SAID_WHOLLY = 1;

interface Part extends Link {
  readonly odds: number;
}

type Side = "template" | "local";

/**
 * Finds splits and mergers: a row left over by the one-to-one pairs belongs to the row of the other side that most speaks
 * for. What is found tells more about the rows around, so the search is done twice.
 */
export function findParts(sides: Sides, links: readonly Link[]): Link[] {
  const pairs = candidatePairs(sides);
  const first = findOnce(sides, links, pairs);
  return [...first, ...findOnce(sides, [...links, ...first], pairs)];
}

function findOnce(sides: Sides, links: readonly Link[], pairs: readonly (readonly [number, number])[]): Link[] {
  const splits = partsLeft(sides, links, pairs, "local");
  const mergers = partsLeft(sides, links, pairs, "template");
  return [...splits, ...mergers.filter((link) => !isKnown(splits, link))];
}

const isKnown = (links: readonly Link[], { template, local }: Link): boolean =>
  links.some((link) => link.template === template && link.local === local);

function partsLeft(
  sides: Sides,
  links: readonly Link[],
  pairs: readonly (readonly [number, number])[],
  kind: Side,
): Link[] {
  const side = sideOf(sides, links, kind);
  const wholes = new Map<number, Set<number>>();
  for (const [template, local] of pairs) {
    const [part, whole] = kind === "local" ? [local, template] : [template, local];
    if (side.wholesOf.has(part)) continue;
    const known = wholes.get(part);
    if (known) known.add(whole);
    else wholes.set(part, new Set([whole]));
  }
  return [...wholes].flatMap(([part, candidates]) => bestOf(side, part, [...candidates], kind));
}

/** The whole that most speaks for, if enough does. */
function bestOf(side: PartSide, part: number, candidates: readonly number[], kind: Side): Link[] {
  const scored = candidates.map((whole) => ({ whole, evidence: partEvidence(side, part, whole) }));
  const parts = scored.map(({ whole, evidence }): Part => {
    const others = scored.filter((each) => each.whole !== whole).map((each) => each.evidence.held);
    const isFree = !side.partsOf.has(whole);
    return {
      ...(kind === "local" ? { template: whole, local: part } : { template: part, local: whole }),
      similarity: Math.min(1, evidence.held),
      how: isFree ? "standing out" : "part",
      odds: oddsOf(evidence, evidence.held - Math.max(0, ...others)) - (isFree ? LEAST_FREE_ODDS : LEAST_ODDS),
    };
  });
  const best = parts.toSorted((a, b) => b.odds - a.odds || a.template - b.template || a.local - b.local)[0];
  if (!best || best.odds <= 0) return [];
  const { odds: _, ...link } = best;
  const whole = kind === "local" ? link.template : link.local;
  if (side.likenessOf.get(whole) === SAID_WHOLLY) return [];
  return [link];
}

const oddsOf = (evidence: PartEvidence, lead: number): number =>
  Object.entries(evidence).reduce(
    (sum, [name, value]) => sum + WORTH[name as keyof PartEvidence] * value,
    AGAINST + WORTH.lead * lead,
  );

function sideOf({ template, local, index }: Sides, links: readonly Link[], kind: Side): PartSide {
  const [parts, wholes] = kind === "local" ? [local, template] : [template, local];
  const other: Side = kind === "local" ? "template" : "local";
  return {
    parts,
    wholes,
    index,
    wholesOf: partnersBy(links, kind, other),
    partsOf: partnersBy(links, other, kind),
    likenessOf: new Map(links.map((link) => [link[other], link.similarity])),
  };
}

function partnersBy(links: readonly Link[], key: Side, other: Side): Map<number, number[]> {
  const partners = new Map<number, number[]>();
  for (const link of links) partners.set(link[key], [...(partners.get(link[key]) ?? []), link[other]]);
  return partners;
}
