import type { SourceBlock, SourceLine } from "../core/source-block.ts";

/** How wide a text is in half-width columns: a Chinese character counts two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += character > "\u2000" ? 2 : 1;
  return columns;
}

/** The body's left and right edge, and the width of one Chinese character, in one unit (points or columns). */
export interface Measure {
  readonly left: number;
  readonly right: number;
  readonly em: number;
}

const edge = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

/** Where a line's print begins and ends, in points from the page's left edge; null where the format has no geometry. */
export const leftOf = (line: SourceLine): number | null =>
  line.runs.length ? Math.min(...line.runs.map((r) => r.bbox[0])) : null;
export const rightOf = (line: SourceLine): number | null =>
  line.runs.length ? Math.max(...line.runs.map((r) => r.bbox[2])) : null;

/** Fewer lines than this tell nothing about a page's edges. */
const ENOUGH_LINES = 5;
/** A text file with lines longer than this (columns) is not wrapped by hand. */
const LONGEST_WRAPPED_LINE = 130;

/** Measures each page with geometry; pages with too few lines take the file's measure. */
export function measurePages(blocks: readonly SourceBlock[]): ((page: number | null) => Measure) | null {
  const lines = blocks.filter(
    (block): block is SourceLine => block.kind === "line" && block.runs.length > 0 && block.text.trim() !== "",
  );
  if (lines.length === 0) return null;
  const all = measureLines(lines);
  const pages = Map.groupBy(lines, (line) => line.page);
  const measures = new Map(
    [...pages].map(([page, own]) => [page, own.length >= ENOUGH_LINES ? measureLines(own) : all]),
  );
  return (page) => widest(measures.get(page) ?? all, all);
}

/** A page of short lines (a title page) says nothing about the right edge; the file's edge stands. */
const widest = (own: Measure, all: Measure): Measure =>
  own.right < all.right && own.right > all.right - 8 * all.em ? { ...own, right: all.right } : own;

function measureLines(lines: readonly SourceLine[]): Measure {
  return {
    left: edge(
      lines.map((line) => leftOf(line)!),
      0.1,
    ),
    right: edge(
      lines.map((line) => rightOf(line)!),
      0.9,
    ),
    em: edge(
      lines.map((line) => line.size ?? 12),
      0.5,
    ),
  };
}

/** How far below the wrap width a full line may end: punctuation and Latin words are not broken. */
const RAGGED = 5;

/** Of the lines of a file wrapped by hand no more than this share run on past its wrap width. */
const MOST_LONGER = 0.15;

/** The width at which a text file was wrapped, in columns, or null where its lines are whole paragraphs. */
export function findWrapWidth(lines: readonly string[]): number | null {
  const widths = lines.map((line) => columnsOf(line.trimEnd())).filter((width) => width > 20);
  if (widths.length < ENOUGH_LINES) return null;
  const counts = Map.groupBy(widths, (width) => width);
  const full = (wrap: number): number =>
    Array.from({ length: RAGGED + 1 }, (_, below) => counts.get(wrap - below)?.length ?? 0).reduce((a, b) => a + b, 0);
  const wrap = [...counts.keys()].reduce((best, width) => (full(width) > full(best) ? width : best));
  const longer = widths.filter((width) => width > wrap + RAGGED).length;
  const wrapped = full(wrap) >= widths.length * 0.3 && longer <= widths.length * MOST_LONGER;
  return wrap <= LONGEST_WRAPPED_LINE && wrapped ? wrap : null;
}
