import type { Evidence } from "../../../schemas/evidence.ts";
import type { Plan } from "../../../schemas/plan.ts";
import type { Standard, StandardItem } from "../../../schemas/standard.ts";
import type { Task } from "../../../schemas/task.ts";
import { readNumber } from "../../core/chinese-number.ts";

/** What is aligned: a row of a standard, or a task. */
export interface Row {
  readonly ordinal: number;
  /** What the comparison calls it: the printed number where a standard's are distinct numbers, else the ordinal. */
  readonly label: number;
  readonly number: number | string | null;
  readonly category: string | null;
  /** The demand; of a task its title. */
  readonly criterion: string;
  /** The rule that gives or takes points; of a task the rest of its text. */
  readonly scoring: string | null;
  readonly methods: readonly string[];
  readonly points: number | null;
  readonly grades: Readonly<Record<string, number>> | null;
  readonly evidence: readonly Evidence[];
  /** Which standard of its plan it belongs to, from 0; null for a task. */
  readonly standard: number | null;
}

const rowOfItem = (item: StandardItem, at: number, label: number, standard: number): Row => ({
  ordinal: at + 1,
  label,
  number: item.number,
  category: item.category,
  criterion: item.criterion ?? item.scoring ?? "",
  scoring: item.criterion === null ? null : item.scoring,
  methods: item.methods,
  points: item.points,
  grades: item.grades,
  evidence: item.evidence,
  standard,
});

/** The rows of a standard; a row without a criterion demands what its scoring cell says. */
export function rowsOfStandard(standard: Standard, index: number): Row[] {
  const printed = printedNumbers(standard);
  return standard.items.map((item, at) => rowOfItem(item, at, printed?.[at] ?? at + 1, index));
}

/** The printed numbers of a standard's rows (`12`, `1.2`), or null where they are not distinct numbers. */
export function printedNumbers({ items }: Standard): number[] | null {
  const numbers = items.map(({ number }) => (typeof number === "number" ? number : readPrinted(number)));
  const fit = numbers.every((number) => Number.isFinite(number) && number >= 0);
  return fit && new Set(numbers).size === numbers.length ? numbers : null;
}

const readPrinted = (number: string): number =>
  /^\d+\.\d+$/u.test(number.trim()) ? Number(number) : (readNumber(number) ?? Number.NaN);

const rowOfTask = (task: Task, at: number): Row => ({
  ordinal: at + 1,
  label: at + 1,
  number: task.number,
  category: task.parent?.title ?? null,
  criterion: task.title,
  scoring: task.text === "" ? null : task.text,
  methods: [],
  points: null,
  grades: null,
  evidence: task.evidence,
  standard: null,
});

/** The tasks of a plan as rows. */
export const rowsOfTasks = (plan: Plan): Row[] => plan.tasks.map(rowOfTask);
