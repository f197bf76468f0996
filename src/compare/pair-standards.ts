import type { Standard } from "../../schemas/standard.ts";
import { assignBest } from "./rows/assign.ts";
import { identityKey } from "./text/fold-text.ts";

/** Which standards (by their places in the plans) are set against each other. */
export interface StandardPair {
  readonly template: number;
  readonly local: number;
}

/** Pairs the standards of two plans: a lone one with a lone one, several by what their titles and rows have in common. */
export function pairStandards(template: readonly Standard[], local: readonly Standard[]): StandardPair[] {
  if (template.length === 1 && local.length === 1) return [{ template: 0, local: 0 }];
  const edges = template.flatMap((a, left) =>
    local.map((b, right) => ({ left, right, worth: likeness(a, b) - 0.001 * Math.abs(left - right) })),
  );
  return assignBest(edges.filter(({ worth }) => worth > LEAST_LIKENESS))
    .map(({ left, right }) => ({ template: left, local: right }))
    .toSorted((a, b) => a.template - b.template);
}

/** Two standards of other subjects share fewer of their character pairs than this. */
const LEAST_LIKENESS = 0.1;

const likeness = (a: Standard, b: Standard): number =>
  0.3 * dice(charactersOf(a.title), charactersOf(b.title)) + 0.7 * dice(pairsOf(a), pairsOf(b));

const pairsOf = (standard: Standard): Set<string> =>
  new Set(standard.items.flatMap(({ criterion, scoring }) => [...charactersOf(criterion ?? scoring ?? "")]));

function charactersOf(text: string): Set<string> {
  const characters = [...identityKey(text)];
  return new Set(characters.slice(1).map((character, at) => characters[at]! + character));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size || 1);
}
