import type { SourceBlock, SourceCell, SourceLine, SourceTable } from "../../core/source-block.ts";
import { joinCellLines } from "./cell-text.ts";
import { findEntries } from "./find-entries.ts";
import { bodyBottom, isBetweenHalves } from "./furniture-lines.ts";
import { addOpenColumns, appendTable, compareColumns, countRepeatedRows, createJoinedTable } from "./join-tables.ts";
import type { JoinedCell, JoinedTable } from "./joined-table.ts";
import type { PageLayout, PageLine, PageTable } from "./page-layout.ts";

/** Turns pages into blocks. A table that goes on over page breaks is one table, and stands where it began. */
export function writePages(pages: readonly PageLayout[]): SourceBlock[] {
  const joined = joinOverPages(pages);
  return pages.flatMap((page, index) => [
    ...(index > 0 ? [{ kind: "page-break", page: pages[index - 1]!.page } as const] : []),
    ...page.items.flatMap((item): SourceBlock[] => {
      if (item.kind === "line") return [writeTextLine(item)];
      const table = joined.get(item);
      return table ? [writeTable(table)] : [];
    }),
  ]);
}

/** Every table by its first part on a page. */
function joinOverPages(pages: readonly PageLayout[]): Map<PageTable, JoinedTable> {
  const joined = new Map<PageTable, JoinedTable>();
  let open: PageTable | null = null;
  pages.forEach((page, index) => {
    const tables = page.items.filter((item) => item.kind === "table");
    const nearby = pages.slice(Math.max(0, index - 2), index + 3).filter((other) => other !== page);
    const rest = tables.slice();
    const first = rest[0];
    const below = open && first ? addOpenColumns(joined.get(open)!, createJoinedTable(first)) : null;
    if (
      open &&
      first &&
      below &&
      isFirst(page, first, nearby) &&
      goesOn(pages[index - 1]!, joined.get(open)!, below, first)
    ) {
      joined.set(open, appendTable(joined.get(open)!, below));
      rest.shift();
    } else open = null;
    for (const table of rest) joined.set(table, createJoinedTable(table));
    open = findLast(page, nearby, rest.at(-1) ?? open);
  });
  return joined;
}

const isFirst = (page: PageLayout, table: PageTable, nearby: readonly PageLayout[]): boolean =>
  page.items
    .slice(0, page.items.indexOf(table))
    .every((item) => item.kind === "line" && isBetweenHalves(item, page, nearby));

/** The page's last table, where only page furniture stands below it. */
function findLast(page: PageLayout, nearby: readonly PageLayout[], table: PageTable | null): PageTable | null {
  const from = page.items.findLastIndex((item) => item.kind === "table");
  const isOpen = page.items
    .slice(from + 1)
    .every((item) => item.kind === "line" && isBetweenHalves(item, page, nearby));
  return from >= 0 && isOpen ? table : null;
}

/** Whether the next page's first table is the rest of the table open at the end of the page before. */
function goesOn(before: PageLayout, open: JoinedTable, rest: JoinedTable, next: PageTable): boolean {
  const columns = compareColumns(open, rest);
  if (columns !== "some") return columns === "all";
  if (countRepeatedRows(open, rest) > 0) return true;
  // With fewer edges it may be another table: then its first row had place on the page before and was not put there.
  const place =
    bodyBottom(before) - Math.max(...before.items.flatMap((item) => (item.kind === "table" ? [item.box[3]] : [])));
  return next.ys[1]! - next.ys[0]! > place;
}

function writeTextLine({ text, page, size, spans }: PageLine): SourceLine {
  return {
    kind: "line",
    text,
    page,
    size,
    runs: spans.map(({ start, end, box }) => ({ start, end, page, bbox: box })),
  };
}

function writeTable(table: JoinedTable): SourceTable {
  const columns = [...Map.groupBy(table.cells, (cell) => `${cell.column}+${cell.colSpan}`).values()];
  const cells = columns.flatMap((column) => {
    const starts = findEntries(column.map((cell) => cell.lines));
    return column.map((cell, index) => writeCell(cell, starts[index]!));
  });
  return { kind: "table", cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

function writeCell({ lines, row, column, rowSpan, colSpan }: JoinedCell, starts: ReadonlySet<number>): SourceCell {
  return { ...joinCellLines(lines, starts), row, column, rowSpan, colSpan, page: lines[0]?.page ?? null };
}
