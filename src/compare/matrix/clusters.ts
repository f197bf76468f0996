import { assignBest } from "../rows/assign.ts";

/** An entry of a plan (by the plan's column) that belongs to a cluster. */
export interface Member<Entry> {
  readonly plan: number;
  readonly entry: Entry;
  /** To the entry that the cluster began with, 0 to 1. */
  readonly similarity: number;
}

/** Entries of several plans that belong together; the first one stands for all. */
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

interface Growing<Entry> {
  readonly members: [Member<Entry>, ...Member<Entry>[]];
}

/**
 * Puts the entries of one plan after another into clusters. An entry is only set against the few clusters that share most
 * of its rarest grams, so the cost grows with the number of entries, not with its square.
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
    const join = (at: number, entry: Entry, similarity: number): void => {
      taken.add(at);
      clusters[at]!.members.push({ plan, entry, similarity });
    };
    const unlike = entries.filter((entry) => {
      const at = byKey.get(likeness.keyOf(entry))?.find((each) => !taken.has(each));
      if (at !== undefined) join(at, entry, 1);
      return at === undefined;
    });
    const edges = unlike.flatMap((entry, left) => edgesOf(entry, left, taken));
    const joined = new Set<number>();
    for (const { left, right, worth } of assignBest(edges)) {
      join(right, unlike[left]!, worth);
      rememberKey(unlike[left]!, right);
      joined.add(left);
    }
    for (const [index, entry] of unlike.entries()) if (!joined.has(index)) begin(plan, entry);
  }

  function edgesOf(entry: Entry, left: number, taken: ReadonlySet<number>) {
    return candidatesOf(entry, taken).flatMap((right) => {
      const worth = likeness.likenessOf(clusters[right]!.members[0].entry, entry, rarity);
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

  function begin(plan: number, entry: Entry): void {
    const at = clusters.push({ members: [{ plan, entry, similarity: 1 }] }) - 1;
    rememberKey(entry, at);
    for (const gram of new Set(likeness.gramsOf(entry))) put(postings, gram, at);
  }

  const rememberKey = (entry: Entry, at: number): void => put(byKey, likeness.keyOf(entry), at);

  return { add, clusters: clusters as readonly Cluster<Entry>[] };
}

function put(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
