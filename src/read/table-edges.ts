/** Grid lines nearer than this (in twips, 1.8 mm) are one line that a hand has dragged apart. */
const NEAR = 100;

/** The grid lines that something lies between. */
export interface GridSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Numbers the grid lines that cells really begin or end at. Word adds a grid column wherever a border was dragged; lines
 * no wider apart than `NEAR` become one, unless a cell would vanish between them.
 * @param widths Widths of the grid's columns in twips, as far as the table states them.
 */
export function findEdges(rows: readonly (readonly GridSpan[])[], widths: readonly number[]): (line: number) => number {
  const cells = rows.flat();
  const lines = [...new Set(cells.flatMap((cell) => [cell.start, cell.end]))].sort((one, other) => one - other);
  const plain = new Map(lines.map((line, index) => [line, index]));
  const snapped = snap(lines, positionsOf(widths));
  const isSound = cells.every((cell) => snapped.get(cell.start)! < snapped.get(cell.end)!);
  const chosen = isSound ? snapped : plain;
  return (line) => chosen.get(line)!;
}

/** Distances from the left edge; a line beyond the stated grid is unknown. */
function positionsOf(widths: readonly number[]): readonly number[] {
  const positions = [0];
  for (const width of widths) positions.push(positions.at(-1)! + width);
  return widths.every((width) => width > 0) ? positions : [];
}

function snap(lines: readonly number[], positions: readonly number[]): ReadonlyMap<number, number> {
  const numbered = new Map<number, number>();
  let index = -1;
  let begun = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    const position = positions[line];
    if (position === undefined || position - begun >= NEAR) {
      index++;
      begun = position ?? Number.NEGATIVE_INFINITY;
    }
    numbered.set(line, index);
  }
  return numbered;
}
