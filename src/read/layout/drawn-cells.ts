import { isBlank } from "./gather-lines.ts";
import type { Flow, Glyph, Ruling } from "./page-content.ts";
import { around, middleOf, overlapOf, type Stretch, widthOf } from "./stretch.ts";

/** What a page draws in one go: the lines of one cell, or of one paragraph. */
export interface DrawnCell {
  readonly text: string;
  readonly x: Stretch;
  readonly y: Stretch;
  readonly em: number;
  readonly flow: Flow;
  /** Its lines from the first to the last; `along` and `at` as a glyph's `start`–`end` and `middle`. */
  readonly lines: readonly DrawnLine[];
}

/** Characters drawn one after another on one line. */
export interface DrawnLine extends Omit<DrawnCell, "lines"> {
  readonly along: Stretch;
  readonly at: number;
}

/** Beyond this gap (em) the next characters are another cell's; blanks drawn between bridge it. */
const GAP = 0.5;
/** Characters may stand so far back (em) over the one before: kerning, squeezed marks. */
const BACK = 0.5;
/** The step (em) from a line of a cell to its next. */
const LEAST_STEP = 0.7;
const MOST_STEP = 2;
/** A step longer by this factor than the cell's own leaves the cell. */
const SAME_STEP = 1.25;
/** A cell's lines begin (em) below each other, stand centred, or end level. */
const INDENT = 2.5;
const CENTRED = 1;
const SAME_EM = 0.12;
/** A page with more pieces of lines, or more rulings, is a drawing. */
const MOST_LINES = 4000;
const MOST_RULINGS = 1000;

/**
 * Cuts a page into cells by the order in which it is drawn: every producer of office documents and browsers draws a
 * table row by row and each row cell by cell, so that a cell's lines follow each other and the next cell's do not go on
 * below them. The cells come in drawing order; what they mean, the caller must prove by where they stand.
 */
export function findDrawnCells(glyphs: readonly Glyph[], rulings: readonly Ruling[]): DrawnCell[] {
  const lines = findDrawnLines(glyphs);
  if (lines.length > MOST_LINES) return [];
  const isParted = createRulingFinder(rulings);
  const cells: DrawnLine[][] = [];
  lines.forEach((line, index) => {
    const open = cells.at(-1);
    const goesOnBelow = open && isNextLine(open, line) && !isRowBelow(open, line, lines[index + 1]);
    if (open && goesOnBelow && !isParted(open.at(-1)!, line)) open.push(line);
    else cells.push([line]);
  });
  return cells.map(createCell);
}

/** Tells whether a ruling runs between two lines of text. */
function createRulingFinder(rulings: readonly Ruling[]): (above: DrawnLine, below: DrawnLine) => boolean {
  const across = rulings.filter(([x0, y0, x1, y1]) => Math.abs(y1 - y0) < 1 && x1 - x0 > 1);
  if (across.length > MOST_RULINGS) return () => false;
  return (above, below) =>
    across.some(
      ([x0, y0, x1]) =>
        y0 > middleOf(above.y) &&
        y0 < middleOf(below.y) &&
        overlapOf(below.x, { from: x0, to: x1 }) > widthOf(below.x) / 2,
    );
}

function createCell(lines: readonly DrawnLine[]): DrawnCell {
  return {
    text: lines.map((line) => line.text).join(""),
    x: around(lines.map((line) => line.x)),
    y: around(lines.map((line) => line.y)),
    em: Math.max(...lines.map((line) => line.em)),
    flow: lines[0]!.flow,
    lines,
  };
}

function findDrawnLines(glyphs: readonly Glyph[]): DrawnLine[] {
  const lines: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = lines.at(-1)?.at(-1);
    if (last && goesOn(last, glyph)) lines.at(-1)!.push(glyph);
    else lines.push([glyph]);
  }
  return lines.flatMap((line) => createLine(line.filter((glyph) => !isBlank(glyph))) ?? []);
}

function goesOn(last: Glyph, glyph: Glyph): boolean {
  const em = Math.min(last.size, glyph.size);
  const gap = glyph.start - last.end;
  return (
    last.flow === glyph.flow &&
    Math.abs(glyph.middle - last.middle) < 0.5 * em &&
    gap > -BACK * em &&
    gap < GAP * Math.max(last.size, glyph.size)
  );
}

function createLine(ink: readonly Glyph[]): DrawnLine | null {
  if (ink.length === 0) return null;
  return {
    text: ink.map((glyph) => glyph.text).join(""),
    x: around(ink.map(({ box }) => ({ from: box[0], to: box[2] }))),
    y: around(ink.map(({ box }) => ({ from: box[1], to: box[3] }))),
    em: Math.max(...ink.map((glyph) => glyph.size)),
    flow: ink[0]!.flow,
    along: around(ink.map(({ start, end }) => ({ from: start, to: end }))),
    at: ink.reduce((sum, glyph) => sum + glyph.middle, 0) / ink.length,
  };
}

function isNextLine(cell: readonly DrawnLine[], line: DrawnLine): boolean {
  const last = cell.at(-1)!;
  const step = line.at - last.at;
  const usual = cell.length > 1 ? last.at - cell.at(-2)!.at : Infinity;
  const isNear = step > LEAST_STEP * line.em && step < Math.min(MOST_STEP * line.em, SAME_STEP * usual);
  return (
    last.flow === line.flow && isNear && Math.abs(last.em - line.em) < SAME_EM * last.em && isAligned(cell, last, line)
  );
}

function isAligned(cell: readonly DrawnLine[], last: DrawnLine, line: DrawnLine): boolean {
  const whole = around(cell.map(({ along }) => along));
  const isBelow = overlapOf(whole, line.along) > 0.5 * Math.min(widthOf(whole), widthOf(line.along));
  const begins = Math.abs(line.along.from - whole.from) < INDENT * line.em;
  const isCentred = Math.abs(middleOf(line.along) - middleOf(last.along)) < CENTRED * line.em;
  const ends = Math.abs(line.along.to - whole.to) < line.em / 2;
  return isBelow && (begins || isCentred || ends);
}

/** A title stands over the whole first row of its table, whose next cell stands under it too. */
function isRowBelow(cell: readonly DrawnLine[], line: DrawnLine, next: DrawnLine | undefined): boolean {
  if (!next || next.flow !== line.flow || Math.abs(next.at - line.at) > 0.5 * line.em) return false;
  return overlapOf(around(cell.map(({ along }) => along)), next.along) > 0;
}
