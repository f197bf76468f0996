import type { Correction } from "../../schemas/correction.ts";
import { Facts, type Plan } from "../../schemas/plan.ts";
import { findAt, replaceAt, splitPointer } from "./json-pointer.ts";

/** What people may correct: what the document says. Its bytes, its text and what proves a fact are as they are. */
const CORRECTABLE = new Set(Object.keys(Facts.shape));

/**
 * Whether a value may be laid over the machine's: the path leads to a value of the plan's facts, and the plan with the
 * new value is still a plan by its schema.
 */
export function canCorrect(plan: Plan, { path, value }: Pick<Correction, "path" | "value">): boolean {
  const keys = splitPointer(path);
  const [first, second] = keys;
  if (first === undefined || second === undefined || !CORRECTABLE.has(first) || keys.includes("evidence")) return false;
  if (findAt(plan, path) === undefined) return false;
  return Facts.safeParse(replaceAt(plan, path, value)).success;
}

/** The plan with corrections laid over it, in the order of their ids, which is that of time; those withdrawn do not count. */
export const applyCorrections = (plan: Plan, corrections: readonly Correction[]): Plan =>
  corrections
    .filter(({ withdrawn }) => withdrawn === null)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .filter((correction) => canCorrect(plan, correction))
    .reduce((corrected, { path, value }) => replaceAt(corrected, path, value), plan);
