import type { Evidence } from "../../schemas/evidence.ts";
import type { Target } from "../../schemas/target.ts";

/** One target for each deadline, value and unit of the same metric; a repeat adds its evidence to the first. */
export function mergeTargets(found: readonly Target[]): Target[] {
  const alike = new Map<string, Merged[]>();
  const merged: Merged[] = [];
  for (const target of found) {
    const key = `${target.kind} ${target.value} ${target.unit}`;
    const others = alike.get(key) ?? [];
    const first = others.find((other) => isRepeat(other.target, target));
    if (first) {
      first.evidence.push(...target.evidence);
      continue;
    }
    const fresh = { target, evidence: [...target.evidence] };
    merged.push(fresh);
    alike.set(key, [...others, fresh].slice(0, MOST_ALIKE));
  }
  return merged.map(({ target, evidence }) => ({ ...target, evidence }));
}

interface Merged {
  readonly target: Target;
  readonly evidence: Evidence[];
}

/** So many targets of one value and unit are compared with those that follow. */
const MOST_ALIKE = 200;

function isRepeat(a: Target, b: Target): boolean {
  if (a.kind !== "quantitative" || b.kind !== "quantitative") return false;
  return (
    sameDeadline(a.deadline, b.deadline) &&
    a.value === b.value &&
    a.unit === b.unit &&
    isSameMetric(a.metric ?? "", b.metric ?? "")
  );
}

/** `节水型单位建成率` and `节水器具普及率` are two things, though they share many characters. */
const RATE = /(\p{Script=Han}{2})率$/u;
const LEAST_SHARE = 0.4;
const LEAST_SHARE_OF_RATES = 0.6;

function isSameMetric(a: string, b: string): boolean {
  const [one, other] = [RATE.exec(a)?.[1], RATE.exec(b)?.[1]];
  const isOtherRate = one !== undefined && other !== undefined && one !== other;
  return sharedShare(a, b) >= (isOtherRate ? LEAST_SHARE_OF_RATES : LEAST_SHARE);
}

/** A year's target is the same as the one dated to a month of that year. */
const sameDeadline = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && a.startsWith(b));

/** Share of the shorter metric's characters that the other has too. */
function sharedShare(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (!short) return a === b ? 1 : 0;
  const stock = new Set(long);
  return [...short].filter((character) => stock.has(character)).length / [...short].length;
}
