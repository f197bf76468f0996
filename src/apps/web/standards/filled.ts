import type { Assessment } from "../../../../schemas/assessment.ts";
import type { FilledJson } from "../../../../schemas/filled-sheet.ts";
import type { PublishedStandard } from "../../../../schemas/published-standard.ts";
import { assess } from "../../../assess/assess.ts";
import { readFilledJson } from "../../../assess/read/read-filled-json.ts";

/** What was entered so far; texts are as typed, by the id of the row, bonus or veto. */
export interface Filled {
  readonly subject: string;
  readonly assessor: string;
  readonly date: string;
  readonly values: Readonly<Record<string, string>>;
  readonly remarks: Readonly<Record<string, string>>;
}

export const emptySheet = (date: string): Filled => ({ subject: "", assessor: "", date, values: {}, remarks: {} });

/** Whether nothing was entered; the date stands there from the start. */
export const isEmptySheet = ({ subject, assessor, values, remarks }: Filled): boolean =>
  [subject, assessor, ...Object.values(values), ...Object.values(remarks)].every((text) => text.trim() === "");

const textOf = (text: string | undefined): string | null =>
  text === undefined || text.trim() === "" ? null : text.trim();

/** The sheet as the API takes it. */
export function filledJson(
  standard: PublishedStandard,
  { subject, assessor, date, values, remarks }: Filled,
): FilledJson {
  const lineOf = ({ id }: { readonly id: string }) => ({ id, value: textOf(values[id]), remark: textOf(remarks[id]) });
  return {
    standard: standard.id,
    subject: textOf(subject),
    assessor: textOf(assessor),
    date: textOf(date),
    rows: standard.rows.map(lineOf),
    bonus: standard.bonus.map(lineOf),
    vetoes: standard.veto.map(lineOf),
  };
}

/** Counts the sheet just as the server will when it is saved: by the same functions. */
export const countSheet = (standard: PublishedStandard, filled: Filled): Assessment =>
  assess(standard, readFilledJson(filledJson(standard, filled))[0]!);
