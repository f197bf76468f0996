import { choicesOf, type GoldValue, isSame, nearness, squashValue } from "./compare-values.ts";

/** Counts the facts of one category: in both, in the output only (`extra`), in the gold only (`missed`). */
export class Tally {
  tp = 0;
  readonly missed: string[] = [];
  readonly extra: string[] = [];

  get fp(): number {
    return this.extra.length;
  }
  get fn(): number {
    return this.missed.length;
  }
  get precision(): number {
    return this.tp + this.fp ? this.tp / (this.tp + this.fp) : 1;
  }
  get recall(): number {
    return this.tp + this.fn ? this.tp / (this.tp + this.fn) : 1;
  }
  get f1(): number {
    const all = 2 * this.tp + this.fp + this.fn;
    return all ? (2 * this.tp) / all : 1;
  }
}

export type Entry = Readonly<Record<string, unknown>>;

export const listOf = (value: unknown): Entry[] => (Array.isArray(value) ? (value as Entry[]) : []);

const isOptional = (gold: unknown): boolean =>
  typeof gold === "object" && gold !== null && (gold as Entry).optional === true;

/** One scalar fact; null in both is no fact at all, and an undefined gold asks nothing. */
export function scoreScalar(tally: Tally, label: string, gold: GoldValue, out: unknown): void {
  if (gold === undefined) return;
  const has = out !== null && out !== undefined && out !== "";
  if (isSame(gold, out)) {
    if (has) tally.tp++;
    return;
  }
  const wanted = choicesOf(gold);
  if (wanted.includes(null) && !has) return;
  if (!wanted.every((choice) => choice === null || choice === undefined))
    tally.missed.push(`${label}: ${JSON.stringify(gold)}`);
  if (has) tally.extra.push(`${label}: ${JSON.stringify(out)}`);
}

/** A bag of values; an entry `{value, optional: true}` costs nothing either way. */
export function scoreSet(tally: Tally, label: string, gold: unknown, out: unknown): void {
  const left = Array.isArray(out) ? [...out] : [];
  for (const wanted of Array.isArray(gold) ? gold : []) {
    const value = typeof wanted === "object" && wanted !== null && "value" in wanted ? (wanted as Entry).value : wanted;
    const at = left.findIndex((other) => isSame(value, other));
    if (at >= 0) left.splice(at, 1);
    if (isOptional(wanted)) continue;
    if (at >= 0) tally.tp++;
    else tally.missed.push(`${label}: ${JSON.stringify(wanted)}`);
  }
  for (const other of left) tally.extra.push(`${label}: ${JSON.stringify(other)}`);
}

/** How entries of one kind are named, matched and compared. */
export interface Pairing {
  readonly label: string;
  readonly name: (entry: Entry) => string;
  readonly matches: (gold: Entry, out: Entry) => boolean;
  readonly compare?: (gold: Entry, out: Entry) => void;
  readonly rank?: (gold: Entry, out: Entry) => number;
}

/** Pairs entries greedily in the gold's order, each with the best that matches. */
export function scorePairs(tally: Tally, gold: unknown, out: unknown, pairing: Pairing): void {
  const { label, name, matches, compare, rank = () => 0 } = pairing;
  const left = [...listOf(out)];
  for (const wanted of listOf(gold)) {
    const at = left.reduce((best, other, index) => {
      if (!matches(wanted, other)) return best;
      return best < 0 || rank(wanted, other) > rank(wanted, left[best]!) ? index : best;
    }, -1);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (isOptional(wanted)) continue;
    if (!found) tally.missed.push(`${label}: ${name(wanted)}`);
    else {
      tally.tp++;
      compare?.(wanted, found);
    }
  }
  for (const other of left) tally.extra.push(`${label}: ${name(other)}`);
}

/** A long text: enough of its characters survive. */
export function scoreText(tally: Tally, label: string, gold: GoldValue, out: unknown, least = 0.985): void {
  if (gold === null || gold === undefined) return;
  const best = nearness(gold, out);
  if (best >= least) {
    tally.tp++;
    return;
  }
  tally.missed.push(`${label}: ${String(choicesOf(gold)[0]).slice(0, 40)}… (${best.toFixed(3)})`);
  if (out) tally.extra.push(`${label}: ${String(out).slice(0, 40)}…`);
}

const rolesOf = (entry: Entry): { pair: string; optional: boolean }[] =>
  listOf(entry.responsibilities).flatMap((r) =>
    (r.units as string[]).map((unit) => ({ pair: `${r.role}:${unit}`, optional: r.optional === true })),
  );

/** The role:unit pairs of an item; a body named twice in one role counts once, optional ones not at all. */
export function scoreRoles(tally: Tally, label: string, gold: Entry, out: Entry): void {
  const optional = new Set(
    rolesOf(gold)
      .filter((role) => role.optional)
      .map((role) => squashValue(role.pair)),
  );
  const counted = (entry: Entry): string[] => {
    const pairs = new Map(rolesOf(entry).map((role) => [squashValue(role.pair), role.pair]));
    return [...pairs].filter(([key]) => !optional.has(key)).map(([, pair]) => pair);
  };
  scoreSet(tally, label, counted(gold), counted(out));
}
