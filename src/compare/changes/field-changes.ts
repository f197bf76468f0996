import type { Change } from "../../../schemas/change.ts";
import type { DescribedRow } from "../rows/describe-row.ts";
import { identityKey } from "../text/fold-text.ts";

/** Which columns both standards have: a column that only one has is no change of a row. */
export interface SharedColumns {
  readonly points: boolean;
  readonly scoring: boolean;
  readonly methods: boolean;
}

/** What differs beside the demand: points, grades, the scoring rule, the methods. */
export function findFieldChanges(template: DescribedRow, local: DescribedRow, columns: SharedColumns): Change[] {
  const [a, b] = [template.row, local.row];
  return [
    ...(columns.points ? differing("points", a.points, b.points) : []),
    ...(a.grades && b.grades ? differing("grades", gradeText(a.grades), gradeText(b.grades)) : []),
    ...(columns.scoring ? scoringChange(template, local) : []),
    ...(columns.methods ? methodsChange(a.methods, b.methods) : []),
  ];
}

type Value = string | number | null;

const differing = (field: string, from: Value, to: Value): Change[] =>
  from === to ? [] : [{ field, from: textOf(from), to: textOf(to), direction: "other" }];

const textOf = (value: Value): string | null => (value === null ? null : String(value));

const gradeText = (grades: Readonly<Record<string, number>>): string =>
  Object.entries(grades)
    .map(([name, points]) => `${name}${points}`)
    .join(" ");

function scoringChange({ row: a, scoring: from }: DescribedRow, { row: b, scoring: to }: DescribedRow): Change[] {
  const numbers = (text: typeof from): string =>
    text.quantities
      .map(({ unit, value }) => `${value}${unit}`)
      .toSorted()
      .join(" ");
  if (identityKey(from.text) === identityKey(to.text)) return [];
  // A row without a rule of its own goes by the standard's: that is not another rule.
  if (a.scoring === null || b.scoring === null || numbers(from) === numbers(to)) return [];
  return differing("scoring", a.scoring, b.scoring);
}

const methodsChange = (from: readonly string[], to: readonly string[]): Change[] =>
  differing("methods", from.toSorted().join("、") || null, to.toSorted().join("、") || null);
