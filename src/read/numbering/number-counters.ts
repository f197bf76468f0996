import { formatNumber } from "./number-format.ts";
import type { Level, NumberedList } from "./numbered-list.ts";

/** Counts the next paragraph of a list level and gives its number as printed, "" for a bullet. */
export type CountNext = (list: NumberedList, index: number) => string;

/** Starts counting at the top of a document; paragraphs must come in reading order. */
export function createCounters(): CountNext {
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (list, index) => {
    const level = list.levels.get(index);
    if (!level) return "";
    const values = counts.get(list.abstractId) ?? [];
    counts.set(list.abstractId, values);
    const first = list.overrides.has(index) && !begun.has(`${list.id}:${index}`);
    begun.add(`${list.id}:${index}`);
    const before = first ? undefined : values[index];
    values[index] = before === undefined ? startOf(list, index) : before + 1;
    restartDeeper(list, index, values);
    return print(list, level, values);
  };
}

/** A `w:startOverride` holds for the first use of its list and for each later restart (ECMA-376 §17.9.26). */
const startOf = (list: NumberedList, index: number): number =>
  list.overrides.get(index) ?? list.levels.get(index)?.start ?? 1;

/** `w:lvlRestart` 0 never restarts; n restarts only behind the first n levels; absent, behind any higher level. */
function restartDeeper(list: NumberedList, index: number, values: (number | undefined)[]): void {
  for (let deeper = index + 1; deeper < values.length; deeper++) {
    const restart = list.levels.get(deeper)?.restart ?? null;
    if (restart === null || index < restart) values[deeper] = undefined;
  }
}

function print(list: NumberedList, level: Level, values: readonly (number | undefined)[]): string {
  if (level.format === "bullet") return "";
  return level.text.replace(/%([1-9])/gu, (_sign, digit: string) => {
    const index = Number(digit) - 1;
    const format = list.levels.get(index)?.format ?? "decimal";
    return formatNumber(values[index] ?? startOf(list, index), level.legal && format !== "none" ? "decimal" : format);
  });
}
