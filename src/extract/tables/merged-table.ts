import { EMPTY, wholeBlock } from "../../core/passage.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { profileColumn } from "./column-profile.ts";
import type { Row } from "./grid.ts";
import type { Hint } from "./header-words.ts";
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

export function mergeTables(group: TableGroup): MergedTable {
  const first = group.parts[0]!.reading;
  const width = Math.max(...group.parts.map(({ reading }) => reading.grid.width));
  const pad = (row: Row): Row => (row.length === width ? row : [...row, ...blanks(width - row.length)]);
  const body = group.parts.flatMap(({ reading, heading }) => [
    ...(heading ? [[wholeBlock(heading.block), ...blanks(width - 1)]] : []),
    ...reading.body.map(pad),
  ]);
  const extra = Array.from({ length: width - first.grid.width }, () => "");
  return {
    width,
    spanned: group.parts.some(({ reading }) => reading.grid.spanned),
    hasHeader: first.header.length > 0,
    headings: [...first.headings, ...extra],
    hints: [...first.hints, ...extra.map((): Hint => "other")],
    profiles: Array.from({ length: width }, (_, column) => profileColumn(body, column)),
    body,
  };
}

const blanks = (count: number): Row => Array.from({ length: count }, () => EMPTY);
