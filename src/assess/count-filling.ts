import type { AssessmentMessageCode } from "../../schemas/assessment.ts";
import type { PublishedRow } from "../../schemas/published-standard.ts";
import { readYesNo } from "../core/yes-no.ts";
import type { Filling } from "./filled-sheet.ts";

/** What is wrong with a filling; the facts are what its sentence names. */
export interface Problem {
  readonly code: AssessmentMessageCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What a filling is worth. `points` and `met` are null where it says nothing of them. */
export interface Counted {
  readonly status: "assessed" | "missing" | "refused";
  readonly points: number | null;
  readonly met: boolean | null;
  readonly problem: Problem | null;
}

const assessed = (points: number | null, met: boolean | null): Counted => ({
  status: "assessed",
  points,
  met,
  problem: null,
});
const missing: Counted = { status: "missing", points: null, met: null, problem: null };
export const refused = (code: AssessmentMessageCode, facts: Problem["facts"]): Counted => ({
  status: "refused",
  points: null,
  met: null,
  problem: { code, facts },
});

export const isBlank = (value: Filling): value is null | "" =>
  value === null || (typeof value === "string" && value.trim() === "");

/** Counts what was filled in for a row, by the kind of its entry. A deduction left blank takes nothing away. */
export function countFilling(row: PublishedRow, value: Filling, textNumbers: boolean): Counted {
  if (isBlank(value)) return row.entry.kind === "deduction" ? assessed(0, null) : missing;
  switch (row.entry.kind) {
    case "points":
      return countPoints(row.entry.max ?? Number.POSITIVE_INFINITY, value, textNumbers);
    case "grade":
      return countGrade(row, value);
    case "met":
      return countYesNo(value);
    case "deduction":
      return countDeduction(row.entry.min ?? Number.NEGATIVE_INFINITY, value, textNumbers);
  }
}

/** Points between 0 and the most. */
export function countPoints(max: number, value: Exclude<Filling, null>, textNumbers: boolean): Counted {
  const points = readPoints(value, textNumbers);
  if (typeof points !== "number") return points;
  if (points < 0) return refused("points-negative", { came: points });
  return points > max ? refused("points-over", { came: points, max }) : assessed(points, null);
}

function countDeduction(min: number, value: Exclude<Filling, null>, textNumbers: boolean): Counted {
  const points = readPoints(value, textNumbers);
  if (typeof points !== "number") return points;
  if (points > 0) return refused("deduction-positive", { came: points });
  return points < min ? refused("deduction-over", { came: points, min: -min }) : assessed(points, null);
}

function countGrade({ grades, entry }: PublishedRow, value: Exclude<Filling, null>): Counted {
  const name = String(value).trim();
  const points = grades && Object.hasOwn(grades, name) ? grades[name] : undefined;
  return points === undefined
    ? refused("grade-unknown", { came: brief(value), options: entry.options.join("、") })
    : assessed(points, null);
}

export function countYesNo(value: Exclude<Filling, null>): Counted {
  const met = readYesNo(value);
  return met === null ? refused("not-yes-or-no", { came: brief(value) }) : assessed(null, met);
}

const NUMBER = /^[+-]?\d{1,9}(?:\.\d{1,9})?$/u;
/** Nine digits before the point, as in text; beyond it a sum of points is a slip of the pen, and may overflow. */
const BOUND = 1e9;

/** A number, or why it is none. */
function readPoints(value: Exclude<Filling, null>, textNumbers: boolean): number | Counted {
  if (typeof value === "number" && Math.abs(value) < BOUND) return value;
  const text = String(value).normalize("NFKC").trim();
  if (typeof value !== "string" || !NUMBER.test(text)) return refused("not-a-number", { came: brief(value) });
  return textNumbers ? Number(text) : refused("number-as-text", { came: text });
}

/** As much of a cell as a sentence can hold. */
export const brief = (value: Exclude<Filling, null>): string => {
  const text = String(value).trim();
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};
