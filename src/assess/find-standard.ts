import { PublishedStandard } from "../../schemas/published-standard.ts";
import { claimsToBe } from "../core/find-plan.ts";
import { ReadError } from "../core/outcome.ts";
import type { FilledSheet } from "./filled-sheet.ts";
import { matchLines } from "./match-lines.ts";

/**
 * The standards that a JSON value is, one or a list of `standard/1`, or null where it is something else.
 * @throws ReadError `damaged` where it calls itself `standard/1` but has not its shape.
 */
export function findStandards(value: unknown): PublishedStandard[] | null {
  const values = Array.isArray(value) ? value : [value];
  if (values.length === 0 || !values.every((one) => claimsToBe(one, "standard/1"))) return null;
  return values.map((one) => {
    const read = PublishedStandard.safeParse(one);
    if (read.success) return read.data;
    const { path, message } = read.error.issues[0]!;
    throw new ReadError("damaged", { format: "standard/1", detail: `${path.join(".")}: ${message}` });
  });
}

/** The standard that a sheet was filled in for: the one it names, else the one that most of its lines belong to. */
export function chooseStandard(standards: readonly PublishedStandard[], sheet: FilledSheet): PublishedStandard | null {
  const named = standards.find(({ id, title }) => sheet.standard === id || sheet.standard === title);
  if (named) return named;
  const counted = standards.map((standard) => ({ standard, lines: matchLines(standard, sheet.lines).lines.size }));
  return counted.toSorted((a, b) => b.lines - a.lines)[0]?.standard ?? null;
}
