import type { Facts } from "../../schemas/plan.ts";
import type { Task } from "../../schemas/task.ts";
import { distinctBy } from "../core/distinct.ts";
import { findNumbering } from "../core/numbering.ts";
import type { Check, FindingDraft } from "./check.ts";

/** Fewer siblings show no habit; of those there are, two in three must name a body. */
const LEAST_SIBLINGS = 3;
const LEAST_SHARE = 2 / 3;
const LEAST_TASKS = 5;
const LEAST_SHARE_OF_ALL = 0.8;
/** A table shows its habit in nearly every row; more empty cells are a merged one. */
const LEAST_ROWS = 4;
const MOST_EMPTY = 0.1;

/** Prose that gives the work to somebody (`各乡街是…责任主体`), unlike 负责人 and 责任制. */
const ASSIGNED_IN_PROSE = /牵头|负责(?![人制同])|责任主体|主体责任|总责|按职责|成立[^。]{0,40}(?:小组|专班|机构)/u;

/** `unit-unassigned`: a task or a table row names no responsible body while its siblings do, each in a closing bracket or cell. */
export const checkUnassigned: Check = (facts) => [
  ...[facts.tasks, facts.measures].flatMap(checkTasks),
  ...checkRows(facts),
];

/** The items of one parent among each other, and all items of the plan where nearly all of them name a body. */
function checkTasks(tasks: readonly Task[]): FindingDraft[] {
  const among = siblings(tasks).flatMap((group) => checkSiblings(group, LEAST_SHARE));
  const all = tasks.length >= LEAST_TASKS ? checkSiblings(tasks, LEAST_SHARE_OF_ALL) : [];
  return distinctBy([...among, ...all], ({ facts }) => `${facts.number}|${facts.title}`);
}

/** Tasks under one parent, numbered in one row; a number that does not grow begins another row. */
function siblings(tasks: readonly Task[]): Task[][] {
  const groups: Task[][] = [];
  for (const task of tasks) {
    const last = groups.at(-1)?.at(-1);
    if (last && last.parent?.title === task.parent?.title && placeOf(task) >= placeOf(last)) groups.at(-1)!.push(task);
    else groups.push([task]);
  }
  return groups;
}

const placeOf = ({ number }: Task): number => (number ? (findNumbering(`${number}、`)?.value ?? 0) : 0);

function checkSiblings(tasks: readonly Task[], least: number): FindingDraft[] {
  const assigned = tasks.filter(closesWithUnits).length;
  if (tasks.length < LEAST_SIBLINGS || assigned / tasks.length < least) return [];
  return tasks
    .filter(({ responsibilities, text }) => responsibilities.length === 0 && !ASSIGNED_IN_PROSE.test(text))
    .map(({ number, title, evidence }) => ({
      severity: "warning",
      facts: { number: number ?? "", title, siblings: tasks.length, assigned },
      evidence,
    }));
}

/** Whether an item ends with a bracket that names one of its bodies: `…（责任单位：县公安局）`. */
function closesWithUnits({ text, responsibilities }: Task): boolean {
  const end = text.trimEnd().replace(/[。.]$/u, "");
  if (!/[）)〕】]$/u.test(end)) return false;
  const last = responsibilities.at(-1)?.units.at(-1);
  return last !== undefined && end.slice(-last.length - 20).includes(last);
}

function checkRows(facts: Facts): FindingDraft[] {
  const tables = [
    ...facts.standards.map(({ items }) => items.map((item) => ({ ...item, title: item.criterion ?? "" }))),
    ...facts.assignments.map(({ items }) => items.map((item) => ({ ...item, title: item.task }))),
  ];
  return tables.flatMap((rows) => {
    const assigned = rows.filter(({ responsibilities }) => responsibilities.length > 0).length;
    const empty = rows.length - assigned;
    if (rows.length < LEAST_ROWS || empty > Math.max(1, rows.length * MOST_EMPTY)) return [];
    return rows
      .filter(({ responsibilities }) => responsibilities.length === 0)
      .map(({ number, title, evidence }) => ({
        severity: "warning" as const,
        facts: { number: number ?? "", title, siblings: rows.length, assigned },
        evidence,
      }));
  });
}
