/** An entry of the template (`template`) and one of the local plan (`local`) that belong together, by index. */
export interface Match {
  readonly template: number;
  readonly local: number;
}

/** Above this many pairs an entry is only set against those that stand near its own place. */
const MOST_PAIRS = 40_000;

interface Candidate extends Match {
  readonly score: number;
}

/**
 * Matches two lists one to one, the best score first. `scoreOf` is symmetric, 0 where two entries do not belong together.
 * Ties go to entries that stand in like places, so that swapping the lists swaps the matches and no more.
 */
export function matchLists<Entry>(
  template: readonly Entry[],
  local: readonly Entry[],
  scoreOf: (one: Entry, other: Entry, at: Match) => number,
  taken: readonly Match[] = [],
): Match[] {
  const usedTemplate = new Set(taken.map((match) => match.template));
  const usedLocal = new Set(taken.map((match) => match.local));
  const reach = Math.max(MOST_PAIRS / (2 * Math.max(template.length, local.length)), 1);
  const isNear = template.length * local.length <= MOST_PAIRS ? () => true : (apart: number) => apart <= reach;
  const candidates: Candidate[] = [];
  for (const [t, one] of template.entries()) {
    if (usedTemplate.has(t)) continue;
    for (const [l, other] of local.entries()) {
      const score = usedLocal.has(l) || !isNear(Math.abs(t - l)) ? 0 : scoreOf(one, other, { template: t, local: l });
      if (score > 0) candidates.push({ template: t, local: l, score });
    }
  }
  return candidates.sort(bestFirst).filter(({ template: t, local: l }) => {
    const isFree = !usedTemplate.has(t) && !usedLocal.has(l);
    if (isFree) {
      usedTemplate.add(t);
      usedLocal.add(l);
    }
    return isFree;
  });
}

/** Two candidates that tie in all of this are `(a, b)` and `(b, a)`, and do not stand in each other's way. */
function bestFirst(one: Candidate, other: Candidate): number {
  const apart = ({ template, local }: Match): number => Math.abs(template - local);
  const first = ({ template, local }: Match): number => Math.min(template, local);
  return other.score - one.score || apart(one) - apart(other) || first(one) - first(other);
}

/** An entry of each plan, or of one of them. */
export type Paired<Entry> = readonly [Entry, Entry] | readonly [Entry, null] | readonly [null, Entry];

/** Matched entries and what is left over on each side, in the template's order; an added entry follows the one it follows in its plan. */
export function pairUp<Entry>(
  template: readonly Entry[],
  local: readonly Entry[],
  matches: readonly Match[],
): Paired<Entry>[] {
  const localOf = new Map(matches.map((match) => [match.template, match.local]));
  const added = addedBehind(local, matches);
  const kept = template.flatMap((entry, index): Paired<Entry>[] => {
    const at = localOf.get(index);
    const pair: Paired<Entry> = at === undefined ? [entry, null] : [entry, local[at]!];
    return [pair, ...(added.get(index) ?? [])];
  });
  return [...(added.get(FIRST) ?? []), ...kept];
}

const FIRST = -1;

/** The local plan's own entries, by the template's entry that the last matched one before them has. */
function addedBehind<Entry>(local: readonly Entry[], matches: readonly Match[]): Map<number, Paired<Entry>[]> {
  const templateOf = new Map(matches.map((match) => [match.local, match.template]));
  const added = new Map<number, Paired<Entry>[]>();
  let behind = FIRST;
  for (const [index, entry] of local.entries()) {
    const at = templateOf.get(index);
    if (at !== undefined) behind = at;
    else added.set(behind, [...(added.get(behind) ?? []), [null, entry]]);
  }
  return added;
}
