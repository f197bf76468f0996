import { findNumber, splitArray } from "./numbers.ts";

/**
 * The steps between characters that a DeltaX or DeltaY states, `count` of them, or null where it states none.
 * `g 3 2.8` stands for three steps (GB/T 33190-2016 §11.3); a list that is too short goes on with its last step.
 */
export function findDeltas(text: string | undefined, count: number): readonly number[] | null {
  const parts = splitArray(text ?? "");
  const deltas: number[] = [];
  for (let at = 0; at < parts.length && deltas.length < count; ) {
    const repeats = parts[at]!.toLowerCase() === "g";
    const delta = findNumber(parts[repeats ? at + 2 : at]);
    const times = repeats ? (findNumber(parts[at + 1]) ?? 1) : 1;
    // Never more than the text has characters, whatever number is stated.
    for (let left = Math.min(times, count); delta !== null && left >= 1 && deltas.length < count; left -= 1)
      deltas.push(delta);
    at += repeats ? 3 : 1;
  }
  const last = deltas.at(-1);
  return last === undefined ? null : Array.from({ length: count }, (_, index) => deltas[index] ?? last);
}
