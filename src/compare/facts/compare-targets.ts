import type { Relation } from "../../../schemas/change.ts";
import type { TargetPair } from "../../../schemas/comparison.ts";
import type { Target } from "../../../schemas/target.ts";
import { bigramsOf, coverOf, shareOf, type Weigh, weighByRarity } from "./bigrams.ts";
import { commonDirection, oneSided } from "./directions.ts";
import { type Match, matchLists, pairUp } from "./match-lists.ts";
import { metricName, plainScope } from "./plain-words.ts";
import { changesOf, deltaOf } from "./target-changes.ts";
import { inCommonUnit } from "./units-of-measure.ts";

/** From this likeness on, two metrics are one in the same year. */
const ALIKE = 0.5;
/** Without a common year the names must be nearly the same. */
const NEARLY_SAME = 0.75;

/** A target with what is compared of it, made once. */
interface Measured {
  readonly target: Target;
  readonly name: string;
  readonly grams: ReadonlySet<string>;
  readonly year: string | null;
}

/**
 * Sets targets side by side by metric and deadline: year by year first, then (a metric of one value, or of one year only)
 * across years. Swapping the plans swaps every pair; a plan against itself is all `identical`.
 */
export function compareTargets(template: readonly Target[], local: readonly Target[]): TargetPair[] {
  const [ours, theirs] = [template.map(measure), local.map(measure)];
  const weigh = weighByRarity([...ours, ...theirs].map(({ grams }) => grams));
  const matches = matchTargets(ours, theirs, weigh);
  return pairUp(template, local, matches).map(([one, other]) => comparePair(one, other));
}

function measure(target: Target): Measured {
  const name = metricName(target);
  return { target, name, grams: bigramsOf(name), year: target.deadline?.slice(0, 4) ?? null };
}

/** Three rounds, each over what the rounds before left. */
function matchTargets(template: readonly Measured[], local: readonly Measured[], weigh: Weigh): Match[] {
  const likeness = memoLikeness(weigh);
  const sameYear = matchLists(template, local, (one, other, at) => {
    const alike = one.year === other.year ? likeness(one, other, at) : 0;
    return alike < ALIKE ? 0 : alike + bonus(one.target, other.target);
  });
  const sameValue = matchLists(
    template,
    local,
    (one, other, at) => {
      const alike = haveOneValue(one.target, other.target) ? likeness(one, other, at) : 0;
      return alike < NEARLY_SAME ? 0 : alike + bonus(one.target, other.target);
    },
    sameYear,
  );
  const found = [...sameYear, ...sameValue];
  const metOnce = new Set(found.flatMap((match) => [template[match.template]!.name, local[match.local]!.name]));
  const acrossYears = matchLists(
    template,
    local,
    (one, other, at) => {
      if (metOnce.has(one.name) || metOnce.has(other.name)) return 0;
      const alike = likeness(one, other, at);
      return alike < NEARLY_SAME ? 0 : alike + bonus(one.target, other.target);
    },
    found,
  );
  return [...found, ...acrossYears];
}

type Likeness = (one: Measured, other: Measured, at: Match) => number;

function memoLikeness(weigh: Weigh): Likeness {
  const known = new Map<string, number>();
  return (one, other, at) => {
    const key = `${at.template} ${at.local}`;
    const likeness = known.get(key) ?? likenessOf(one, other, weigh);
    known.set(key, likeness);
    return likeness;
  };
}

/** 0 where the units measure different things or the numbers hold in different places, 1 for one metric. */
function likenessOf(one: Measured, other: Measured, weigh: Weigh): number {
  if (!areComparable(one.target, other.target)) return 0;
  if (one.name === other.name) return 1;
  const share = shareOf(one.grams, other.grams, weigh);
  const characters = coverOf(new Set(one.name), new Set(other.name));
  return 0.6 * share + 0.4 * characters;
}

function areComparable(one: Target, other: Target): boolean {
  if (one.value === null || other.value === null) return true;
  return (
    inCommonUnit({ value: 1, unit: one.unit }, { value: 1, unit: other.unit }) !== null ||
    one.unit === null ||
    other.unit === null
  );
}

/** What decides between metrics that are as much alike: the scope, then the value and the day. */
function bonus(one: Target, other: Target): number {
  const scope = plainScope(one.scope) === plainScope(other.scope) ? 0.1 : 0;
  const value = haveOneValue(one, other) ? 0.06 : 0;
  const kind = (one.value === null) === (other.value === null) ? 0.04 : 0;
  return scope + value + kind + (one.deadline === other.deadline ? 0.05 : 0) + (one.text === other.text ? 0.05 : 0);
}

function haveOneValue(one: Target, other: Target): boolean {
  if (one.value === null || other.value === null) return one.value === other.value;
  const values = inCommonUnit({ value: one.value, unit: one.unit }, { value: other.value, unit: other.unit });
  return values !== null && values.template === values.local;
}

function comparePair(template: Target | null, local: Target | null): TargetPair {
  if (template === null || local === null) {
    return { template, local, relation: oneSided(template), direction: null, delta: null, changes: [] };
  }
  const changes = changesOf(template, local);
  return {
    template,
    local,
    relation: relationOf(changes.map(({ field }) => field)),
    direction: commonDirection(changes.filter(({ field }) => field !== "metric")),
    delta: deltaOf(template, local),
    changes,
  };
}

/** A metric in other words asks the same; a value, a date or a hedge does not. */
function relationOf(fields: readonly string[]): Relation {
  if (fields.length === 0) return "identical";
  return fields.every((field) => field === "metric") ? "reworded" : "changed";
}
