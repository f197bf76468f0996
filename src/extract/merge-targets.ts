import type { Target } from "../../schemas/target.ts";

/** One target for each deadline, value and unit of the same metric; a repeat adds its evidence to the first. */
export function mergeTargets(found: readonly Target[]): Target[] {
  const targets: Target[] = [];
  for (const target of found) addTarget(targets, target);
  return targets;
}

function addTarget(targets: Target[], target: Target): void {
  const at = targets.findIndex((other) => isRepeat(other, target));
  if (at < 0) targets.push(target);
  else targets[at] = { ...targets[at]!, evidence: [...targets[at]!.evidence, ...target.evidence] };
}

function isRepeat(a: Target, b: Target): boolean {
  if (a.kind !== "quantitative" || b.kind !== "quantitative") return false;
  return (
    sameDeadline(a.deadline, b.deadline) &&
    a.value === b.value &&
    a.unit === b.unit &&
    sharedShare(a.metric ?? "", b.metric ?? "") >= 0.4
  );
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
