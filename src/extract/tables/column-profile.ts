import { isBody, splitUnits } from "../../core/split-units.ts";
import { isBlank, isFilled, isSameCell, type Row, textOf } from "./grid.ts";
import { readPoints } from "./points.ts";

/** What a column holds, as shares of its filled cells (`grouped`: of all its cells). */
export interface ColumnProfile {
  readonly filled: number;
  readonly numeric: number;
  /** Its numbers count the rows: most are one more than the last. */
  readonly counting: boolean;
  readonly meanLength: number;
  /** Cells that are blank, merged with or equal to the cell above. */
  readonly grouped: number;
  /** Cells that are blank or merged with the cell above. */
  readonly merged: number;
  /** Cells that give or take points: `缺1项扣1分`, `不得分`. */
  readonly rules: number;
  readonly bodies: number;
}

const RULE = /(?:[扣得计加减]|记)\s*\d+(?:\.\d+)?\s*分|不得分|不计分|扣完为止|酌情扣|分扣/u;

/** Whether a text gives or takes points. */
export const isRule = (text: string): boolean => RULE.test(text);

export function profileColumn(rows: readonly Row[], column: number): ColumnProfile {
  const slots = rows.map((row) => row[column]!);
  const texts = slots.filter((slot, at) => isFilled(slot) && !(at > 0 && isSameCell(slot, slots[at - 1]!))).map(textOf);
  const numbers = texts.map(readPoints);
  return {
    filled: texts.length / Math.max(1, rows.length),
    numeric: share(numbers, (value) => value !== null),
    counting: isCounting(numbers),
    meanLength: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
    grouped: share(slots, (slot, at) => isBlank(slot) || (at > 0 && textOf(slots[at - 1]!) === textOf(slot))),
    merged: share(slots, (slot, at) => isBlank(slot) || (at > 0 && isSameCell(slots[at - 1]!, slot))),
    rules: share(texts, isRule),
    bodies: share(texts, (text) => text.length < 200 && splitUnits(text).every(isBody)),
  };
}

function share<T>(values: readonly T[], test: (value: T, at: number) => boolean): number {
  return values.filter(test).length / Math.max(1, values.length);
}

function isCounting(numbers: readonly (number | null)[]): boolean {
  const known = numbers.filter((value) => value !== null);
  const steps = known.filter((value, at) => at > 0 && value === known[at - 1]! + 1).length;
  return known.length >= 3 && steps >= (known.length - 1) * 0.6 && known.length >= numbers.length * 0.6;
}
