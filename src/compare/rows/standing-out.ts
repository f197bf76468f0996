import type { Link } from "./link.ts";
import type { Sides } from "./sides.ts";
import { rowLikeness } from "./similarity.ts";

/** Nineteen in twenty pairs of rows that have nothing to do with each other are less alike. */
const LEAST_STANDING = 0.17;
/** How many times as alike as the next best a pair must be. */
const LEAST_LEAD = 1.5;
/** What two rows gain whose neighbours belong together. */
const NEIGHBOURS = 0.02;

interface Score {
  readonly template: number;
  readonly local: number;
  readonly similarity: number;
  readonly score: number;
}

/**
 * Pairs rows said in wholly other words: of what is left on both sides, a row belongs to the one that it is most like,
 * where that likeness is mutual and stands out from all others that are left. The same words may be rare here.
 */
export function findStandingOut(sides: Sides, links: readonly Link[]): Link[] {
  const scores = scoreLeft(sides, links);
  return scores
    .filter((score) => score.score >= LEAST_STANDING && standsOut(score, scores))
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
  return left.flatMap((at) =>
    right.map((other) => {
      const similarity = rowLikeness(index, template[at]!, local[other]!);
      return { template: at, local: other, similarity, score: similarity + NEIGHBOURS * neighbours(at, other) };
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
