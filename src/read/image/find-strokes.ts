import type { Raster } from "./raster.ts";

/** A long dark run over neighbouring rows: `at` its row at its middle, `slope` the rows it falls a column. */
export interface Stroke {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly slope: number;
}

/** A run of ink in one row, `to` not included. */
interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** No page has more; a screened picture has, and no ruling. */
const MOST_RUNS = 200_000;
/** A stroke's slope is measured only from this many times its height on. */
const FLAT = 8;

/**
 * Finds strokes across of at least `shortest` pixels. A run may step to the row above or below, as a line does that
 * was scanned a little crooked, and may have gaps of `gap` pixels.
 */
export function findStrokes(ink: Raster, shortest: number, gap: number): Stroke[] {
  const runs = findRuns(ink, shortest, gap);
  if (runs.length > MOST_RUNS) return [];
  return groupRuns(runs, gap).map(measureStroke);
}

function findRuns({ width, height, data }: Raster, shortest: number, gap: number): Run[] {
  const runs: Run[] = [];
  for (let row = 1; row < height - 1 && runs.length <= MOST_RUNS; row += 1) {
    const start = row * width;
    let from = -1;
    let last = -1;
    for (let x = 0; x < width; x += 1) {
      const at = start + x;
      if ((data[at]! | data[at - width]! | data[at + width]!) === 0) continue;
      if (from >= 0 && x - last > gap + 1) {
        if (last + 1 - from >= shortest) runs.push({ row, from, to: last + 1 });
        from = -1;
      }
      if (from < 0) from = x;
      last = x;
    }
    if (from >= 0 && last + 1 - from >= shortest) runs.push({ row, from, to: last + 1 });
  }
  return runs;
}

/** Joins runs of neighbouring rows that overlap. Runs come sorted by row, then by place. */
function groupRuns(runs: readonly Run[], gap: number): Run[][] {
  const groupOf = new Map<Run, Run[]>();
  const groups = new Set<Run[]>();
  let above: Run[] = [];
  for (const [row, level] of Map.groupBy(runs, (run) => run.row)) {
    for (const run of level) {
      const touching = above.filter(
        (other) => other.row === row - 1 && other.from <= run.to + gap && run.from <= other.to + gap,
      );
      const [group, ...others] = [...new Set(touching.map((other) => groupOf.get(other)!))];
      const joined = group ?? [];
      for (const other of others) absorb(joined, other, groupOf, groups);
      joined.push(run);
      groupOf.set(run, joined);
      groups.add(joined);
    }
    above = level;
  }
  return [...groups];
}

function absorb(into: Run[], group: readonly Run[], groupOf: Map<Run, Run[]>, groups: Set<readonly Run[]>): void {
  for (const run of group) {
    into.push(run);
    groupOf.set(run, into);
  }
  groups.delete(group);
}

/** A straight line through the middles of the runs, longer ones counting for more. */
function measureStroke(runs: readonly Run[]): Stroke {
  const from = Math.min(...runs.map((run) => run.from));
  const to = Math.max(...runs.map((run) => run.to));
  const rows = runs.map((run) => run.row);
  const middle = (from + to) / 2;
  const tall = Math.max(...rows) - Math.min(...rows) + 1;
  const weight = runs.reduce((sum, run) => sum + run.to - run.from, 0);
  const mean = runs.reduce((sum, run) => sum + run.row * (run.to - run.from), 0) / weight;
  if (to - from < FLAT * tall) return { from, to, at: mean, slope: 0 };
  let [xx, xy, x] = [0, 0, 0];
  for (const run of runs) {
    const length = run.to - run.from;
    const place = (run.from + run.to) / 2 - middle;
    x += place * length;
    // A run's own extent counts too: one whole run is level, whatever its neighbours say.
    xx += (place * place + (length * length) / 12) * length;
    xy += place * (run.row - mean) * length;
  }
  const slope = xy / (xx - (x * x) / weight);
  return { from, to, at: mean - (slope * x) / weight, slope };
}
