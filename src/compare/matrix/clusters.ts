import { assignBest } from "../rows/assign.ts";

/** An entry that belongs to a cluster: by the plan's column, and by its place among what that plan has. */
interface Joined<Entry> {
  readonly plan: number;
  readonly place: number;
  readonly entry: Entry;
}

export interface Member<Entry> extends Joined<Entry> {
  /** To the first entry of the cluster, 0 to 1. */
  readonly similarity: number;
}

/** Entries of several plans that belong together, by column; the first one stands for all. */
export interface Cluster<Entry> {
  readonly members: readonly [Member<Entry>, ...Member<Entry>[]];
}

/** How rare something is among the clusters: how many there are, and how many of them have it. */
export interface Rarity {
  readonly clusters: number;
  countOf(gram: string): number;
}

/** What makes entries one. */
export interface Likeness<Entry> {
  /** Entries of one key are one without more ado. */
  keyOf(entry: Entry): string;
  /** What an entry is looked up by. */
  gramsOf(entry: Entry): Iterable<string>;
  likenessOf(one: Entry, other: Entry, rarity: Rarity): number;
  /** From this likeness on, two entries are one. */
  readonly least: number;
}

/** A gram that more clusters have than this finds nothing in particular. */
const MOST_POSTINGS = 64;
/** An entry is looked up by so many of its rarest grams, and set against so many of the clusters found. */
const RAREST = 32;
const MOST_CANDIDATES = 6;

/** A cluster in the making: the entry that it began with is what others are set against. */
type Growing<Entry> = [Joined<Entry>, ...Joined<Entry>[]];

/**
 * Puts the entries of one plan after another into clusters. An entry is only set against the few clusters that share most
 * of its rarest grams, so the cost grows with the number of entries, not with its square. Which plan comes first matters:
 * give them in an order that does not depend on their columns.
 */
export function createClusters<Entry>(likeness: Likeness<Entry>) {
  const clusters: Growing<Entry>[] = [];
  const byKey = new Map<string, number[]>();
  const postings = new Map<string, number[]>();
  const rarity: Rarity = {
    get clusters() {
      return clusters.length;
    },
    countOf: (gram) => postings.get(gram)?.length ?? 0,
  };

  /** Puts the entries of a plan into the clusters, each entry into another one. */
  function add(plan: number, entries: readonly Entry[]): void {
    const taken = new Set<number>();
    const join = (at: number, joined: Joined<Entry>): void => {
      taken.add(at);
      clusters[at]!.push(joined);
    };
    const all = entries.map((entry, place) => ({ plan, place, entry }));
    const unlike = all.filter((each) => {
      const at = byKey.get(likeness.keyOf(each.entry))?.find((known) => !taken.has(known));
      if (at !== undefined) join(at, each);
      return at === undefined;
    });
    const edges = unlike.flatMap(({ entry }, left) => edgesOf(entry, left, taken));
    const lefts = new Set<number>();
    for (const { left, right } of assignBest(edges)) {
      join(right, unlike[left]!);
      rememberKey(unlike[left]!.entry, right);
      lefts.add(left);
    }
    for (const [index, each] of unlike.entries()) if (!lefts.has(index)) begin(each);
  }

  function edgesOf(entry: Entry, left: number, taken: ReadonlySet<number>) {
    return candidatesOf(entry, taken).flatMap((right) => {
      const worth = likeness.likenessOf(clusters[right]![0].entry, entry, rarity);
      return worth < likeness.least ? [] : [{ left, right, worth }];
    });
  }

  function candidatesOf(entry: Entry, taken: ReadonlySet<number>): number[] {
    const lists = [...new Set(likeness.gramsOf(entry))]
      .map((gram) => postings.get(gram) ?? [])
      .filter((list) => list.length > 0 && list.length <= MOST_POSTINGS)
      .sort((one, other) => one.length - other.length)
      .slice(0, RAREST);
    const scores = new Map<number, number>();
    for (const list of lists)
      for (const at of list) if (!taken.has(at)) scores.set(at, (scores.get(at) ?? 0) + 1 / list.length);
    return [...scores]
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, MOST_CANDIDATES)
      .map(([at]) => at);
  }

  function begin(joined: Joined<Entry>): void {
    const at = clusters.push([joined]) - 1;
    rememberKey(joined.entry, at);
    for (const gram of new Set(likeness.gramsOf(joined.entry))) put(postings, gram, at);
  }

  const rememberKey = (entry: Entry, at: number): void => put(byKey, likeness.keyOf(entry), at);

  /** The clusters in the order of the first columns that have them, and of what stands there. */
  const settle = (): Cluster<Entry>[] =>
    clusters
      .map((cluster) => cluster.toSorted(byColumn) as Growing<Entry>)
      .sort(([one], [other]) => byColumn(one, other))
      .map(([first, ...rest]) => ({
        members: [
          { ...first, similarity: 1 },
          ...rest.map((each) => ({ ...each, similarity: similarityOf(first.entry, each.entry) })),
        ],
      }));

  const similarityOf = (one: Entry, other: Entry): number =>
    likeness.keyOf(one) === likeness.keyOf(other) ? 1 : likeness.likenessOf(one, other, rarity);

  return { add, settle };
}

const byColumn = (one: Joined<unknown>, other: Joined<unknown>): number =>
  one.plan - other.plan || one.place - other.place;

function put(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
