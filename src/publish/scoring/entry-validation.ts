import type { Entry, PublishedRow, PublishedRule } from "../../../schemas/published-standard.ts";
import type { Range, Validation } from "../xlsx/workbook.ts";

const YES_NO = ["是", "否"] as const;

/** What may be typed into a row's cell, and what the spreadsheet says of it. */
export function entryValidation({ entry, number }: PublishedRow, range: Range): Validation {
  const told = { range, title: `第${number}条`, message: messageOf(entry) };
  return entry.kind === "points" || entry.kind === "deduction"
    ? { kind: "decimal", min: entry.min, max: entry.max, ...told }
    : { kind: "list", options: entry.options, ...told };
}

function messageOf({ kind, min, max, options }: Entry): string {
  switch (kind) {
    case "points":
      return `请填0至${max}之间的分数。`;
    case "deduction":
      return min === null ? "请填0或负数。" : `请填${min}至0之间的数。`;
    case "grade":
    case "met":
      return `请选：${options.join("、")}。`;
  }
}

/** A bonus may be claimed without end: what counts of it is bounded by the formula. */
export const bonusValidation = ({ number, maxPoints }: PublishedRule, range: Range): Validation => ({
  kind: "decimal",
  min: 0,
  max: null,
  range,
  title: `加分项 ${number}`,
  message: maxPoints === null ? "请填加分，没有则留空。" : `请填加分，最多计${maxPoints}分；没有则留空。`,
});

export const vetoValidation = ({ number }: PublishedRule, range: Range): Validation => ({
  kind: "list",
  options: YES_NO,
  range,
  title: `否决项 ${number}`,
  message: "是否发生？请选：是、否。选“是”即不合格。",
});
