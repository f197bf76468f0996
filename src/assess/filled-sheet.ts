import type { LineKind } from "../core/sheet-columns.ts";

/** What stands in the cell to fill in; a number that a spreadsheet keeps as text is a string. */
export type Filling = string | number | boolean | null;

/** One filled line, whatever file it came from. `kind` is null where the file does not say which part the line belongs to. */
export interface FilledLine {
  readonly place: string;
  readonly kind: LineKind | null;
  readonly id: string | null;
  readonly number: string | null;
  readonly criterion: string | null;
  readonly value: Filling;
  readonly remark: string | null;
}

/** A filled sheet. `textNumbers`: numbers may stand as text, as everything does in CSV. */
export interface FilledSheet {
  /** The id or title of the standard that it was filled in for, where the file names one. */
  readonly standard: string | null;
  readonly subject: string | null;
  readonly assessor: string | null;
  readonly date: string | null;
  readonly textNumbers: boolean;
  readonly lines: readonly FilledLine[];
}
