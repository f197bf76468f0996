import type { Change, Relation } from "../../../schemas/change.ts";
import type { PhasePair } from "../../../schemas/comparison.ts";
import type { Phase } from "../../../schemas/phase.ts";
import { bigramsOf, shareOf } from "./bigrams.ts";
import { daysBetween, firstDay, lastDay } from "./days.ts";
import { oneSided } from "./directions.ts";
import { matchLists, pairUp } from "./match-lists.ts";
import { plainPhaseName, purposesOf } from "./phase-purpose.ts";
import { plainText } from "./plain-words.ts";
import { deadlineChange } from "./target-changes.ts";

const ALIKE = 0.4;

/** A phase with what is compared of it; `place` is 0 for the first of its plan, 1 for the last. */
interface Step {
  readonly phase: Phase;
  readonly name: string;
  readonly grams: ReadonlySet<string>;
  readonly purposes: ReadonlySet<string>;
  readonly place: number;
}

/**
 * Sets phases side by side by what their names are for, by their order and by the time that both cover. A delta counts
 * days from the template's date to the local one, from the first day of a start and the last day of an end.
 */
export function comparePhases(template: readonly Phase[], local: readonly Phase[]): PhasePair[] {
  const matches = matchLists(template.map(stepOf), local.map(stepOf), (one, other) => {
    const likeness = likenessOf(one, other);
    return likeness < ALIKE ? 0 : likeness;
  });
  return pairUp(template, local, matches).map(([one, other]) => comparePair(one, other));
}

function stepOf(phase: Phase, index: number, phases: readonly Phase[]): Step {
  const name = plainPhaseName(phase.name);
  return {
    phase,
    name,
    grams: bigramsOf(name),
    purposes: purposesOf(name),
    place: phases.length < 2 ? 0.5 : index / (phases.length - 1),
  };
}

/** Name six parts, time two, order two; where a date is missing, the name and the order alone. */
function likenessOf(one: Step, other: Step): number {
  const order = 1 - Math.abs(one.place - other.place);
  const time = overlapOf(one.phase, other.phase);
  const name = nameLikeness(one, other);
  return time === null ? 0.75 * name + 0.25 * order : 0.6 * name + 0.2 * time + 0.2 * order;
}

function nameLikeness(one: Step, other: Step): number {
  if (one.name === other.name) return 1;
  const purposes = shareOf(one.purposes, other.purposes);
  return Math.max(shareOf(one.grams, other.grams), 0.7 * purposes + 0.2 * shareOf(one.grams, other.grams));
}

/** The share of the shorter phase's days that the other covers; null without all four dates. */
function overlapOf(one: Phase, other: Phase): number | null {
  if (one.start === null || one.end === null || other.start === null || other.end === null) return null;
  const [oneDays, otherDays] = [spanOf(one.start, one.end), spanOf(other.start, other.end)];
  const shared = Math.min(oneDays.last, otherDays.last) - Math.max(oneDays.first, otherDays.first) + 1;
  const shorter = Math.min(oneDays.last - oneDays.first, otherDays.last - otherDays.first) + 1;
  const share = Math.max(shared, 0) / shorter;
  return Number.isFinite(share) && shorter > 0 ? share : null;
}

const spanOf = (start: string, end: string): { first: number; last: number } => ({
  first: firstDay(start),
  last: lastDay(end),
});

function comparePair(template: Phase | null, local: Phase | null): PhasePair {
  if (template === null || local === null) {
    return { template, local, relation: oneSided(template), startDeltaDays: null, endDeltaDays: null, changes: [] };
  }
  const changes = changesOf(template, local);
  return {
    template,
    local,
    relation: relationOf(changes),
    startDeltaDays: daysBetween(template.start, local.start, firstDay),
    endDeltaDays: daysBetween(template.end, local.end, lastDay),
    changes,
  };
}

function changesOf(template: Phase, local: Phase): Change[] {
  const isNameKept = plainPhaseName(template.name) === plainPhaseName(local.name);
  const isTextKept = plainText(template.text) === plainText(local.text);
  return [
    isNameKept ? null : { field: "name", from: template.name, to: local.name, direction: "other" as const },
    startChange(template.start, local.start),
    deadlineChange(template.end, local.end, "end"),
    isTextKept ? null : { field: "text", from: template.text, to: local.text, direction: "other" as const },
  ].filter((change) => change !== null);
}

/** When a step begins asks neither more nor less. */
function startChange(from: string | null, to: string | null): Change | null {
  if (from === to || daysBetween(from, to, firstDay) === 0) return null;
  return { field: "start", from, to, direction: "other" };
}

/** Dates make a change; a name or a text in other words is the same step reworded. */
function relationOf(changes: readonly Change[]): Relation {
  if (changes.length === 0) return "identical";
  return changes.some(({ field }) => field === "start" || field === "end") ? "changed" : "reworded";
}
