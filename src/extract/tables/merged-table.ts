import { memoize } from "../../core/memo.ts";
import { EMPTY, wholeBlock } from "../../core/passage.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { profileColumn } from "./column-profile.ts";
import type { Row } from "./grid.ts";
import { type Hint, hintOf } from "./header-words.ts";
import type { TableGroup } from "./table-groups.ts";

/** A group's tables as one: one header, all rows, the parts' headings as rows of one cell. */
export interface MergedTable {
  readonly width: number;
  readonly spanned: boolean;
  readonly hasHeader: boolean;
  readonly headings: readonly string[];
  readonly hints: readonly Hint[];
  readonly profiles: readonly ColumnProfile[];
  readonly body: readonly Row[];
}

export const mergeTables = memoize((group: TableGroup): MergedTable => {
  const first = group.parts[0]!.reading;
  const width = Math.max(...group.parts.map(({ reading }) => reading.grid.width));
  const pad = (row: Row): Row => (row.length === width ? row : [...row, ...blanks(width - row.length)]);
  const body = group.parts.flatMap(({ reading, heading }) => [
    ...(heading ? [[wholeBlock(heading.block), ...blanks(width - 1)]] : []),
    ...reading.body.map(pad),
  ]);
  const profiles = Array.from({ length: width }, (_, column) => profileColumn(body, column));
  const extra = Array.from({ length: width - first.grid.width }, () => "");
  const headings = shiftHeadings([...first.headings, ...extra], profiles);
  return {
    width,
    spanned: group.parts.some(({ reading }) => reading.grid.spanned),
    hasHeader: first.header.length > 0,
    headings,
    hints: headings.map(hintOf),
    profiles,
    body,
  };
});

/** A heading over the rows' numbers and their text (`创建标准` over two columns) is the text's, where the source lost the span. */
function shiftHeadings(headings: readonly string[], profiles: readonly ColumnProfile[]): readonly string[] {
  const at = profiles.findIndex((profile) => profile.counting);
  const isText = ["criterion", "content", "task", "measures"].includes(hintOf(headings[at] ?? ""));
  return at >= 0 && isText && headings[at + 1] === "" ? headings.with(at + 1, headings[at]!).with(at, "") : headings;
}

const blanks = (count: number): Row => Array.from({ length: count }, () => EMPTY);
