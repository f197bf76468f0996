import type { Link } from "./link.ts";
import type { Sides } from "./sides.ts";
import { rowLikeness } from "./similarity.ts";

/** Fewer than one in ten pairs of rows that have nothing to do with each other are this alike. */
const LEAST_STANDING = 0.15;
/** How many times as alike as the next best a pair must be. */
const LEAST_LEAD = 1.5;
/** What two rows gain whose neighbours belong together. */
const NEIGHBOURS = 0.02;

interface Score {
  readonly template: number;
  readonly local: number;
  readonly similarity: number;
  readonly score: number;
  /** How much more alike they are than either is to a row that has its counterpart. */
  readonly lead: number;
}

/**
 * Pairs rows said in wholly other words: of what is left on both sides, a row belongs to the one that it is most like,
 * where that likeness is mutual and stands out from all others that are left. The same words may be rare here.
 */
export function findStandingOut(sides: Sides, links: readonly Link[]): Link[] {
  const scores = scoreLeft(sides, links);
  return scores
    .filter((score) => score.score >= LEAST_STANDING && score.lead >= 0 && standsOut(score, scores))
    .map(({ template, local, similarity }) => ({ template, local, similarity, how: "standing out" as const }));
}

/** Many rows left are left for a reason, and all against all would take too long. */
const MOST_LEFT = 120;

function scoreLeft({ template, local, index }: Sides, links: readonly Link[]): Score[] {
  const [doneTemplate, doneLocal] = [new Set(links.map((l) => l.template)), new Set(links.map((l) => l.local))];
  const left = [...template.keys()].filter((at) => !doneTemplate.has(at));
  const right = [...local.keys()].filter((at) => !doneLocal.has(at));
  if (left.length > MOST_LEFT || right.length > MOST_LEFT) return [];
  const known = new Set(links.map((link) => `${link.template} ${link.local}`));
  const neighbours = (at: number, other: number): number =>
    [-1, 1].filter((step) => known.has(`${at + step} ${other + step}`)).length;
  const likeness = (at: number, other: number): number => rowLikeness(index, template[at]!, local[other]!);
  const best = (others: Iterable<number>, measure: (other: number) => number): number =>
    Math.max(0, ...[...others].map(measure));
  const elsewhere = {
    template: new Map(left.map((at) => [at, best(doneLocal, (other) => likeness(at, other))])),
    local: new Map(right.map((other) => [other, best(doneTemplate, (at) => likeness(at, other))])),
  };
  return left.flatMap((at) =>
    right.map((other) => {
      const similarity = likeness(at, other);
      const score = similarity + NEIGHBOURS * neighbours(at, other);
      const lead = score - Math.max(elsewhere.template.get(at)!, elsewhere.local.get(other)!);
      return { template: at, local: other, similarity, score, lead };
    }),
  );
}

const standsOut = (score: Score, all: readonly Score[]): boolean =>
  all.every(
    (other) =>
      other === score ||
      (other.template !== score.template && other.local !== score.local) ||
      score.score >= LEAST_LEAD * other.score,
  );
