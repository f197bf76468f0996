import type { PixelBox, Raster } from "./raster.ts";

/** Ink that hangs together; `area` counts its pixels. */
export interface Component extends PixelBox {
  readonly area: number;
}

/** No page of text has more; a screened picture has. */
const MOST_COMPONENTS = 100_000;

interface Run {
  readonly from: number;
  readonly to: number;
  readonly label: number;
}

/** Finds the connected pieces of ink (pixels that touch at a side or a corner), top to bottom. */
export function findComponents(ink: Raster): Component[] {
  const boxes: { x0: number; y0: number; x1: number; y1: number; area: number }[] = [];
  const parents: number[] = [];
  const rootOf = (label: number): number => {
    let root = label;
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
    return root;
  };
  let above: Run[] = [];
  for (let y = 0; y < ink.height; y += 1) {
    let next = 0;
    above = findRuns(ink, y).map(({ from, to }) => {
      const label = parents.length;
      parents.push(label);
      boxes.push({ x0: from, y0: y, x1: to, y1: y + 1, area: to - from });
      while (next < above.length && above[next]!.to < from) next += 1;
      for (let at = next; at < above.length && above[at]!.from <= to; at += 1)
        parents[rootOf(above[at]!.label)] = rootOf(label);
      return { from, to, label };
    });
  }
  const joined = new Map<number, (typeof boxes)[number]>();
  boxes.forEach((box, label) => {
    const root = rootOf(label);
    const whole = joined.get(root);
    if (!whole) {
      joined.set(root, { ...box });
      return;
    }
    whole.x0 = Math.min(whole.x0, box.x0);
    whole.x1 = Math.max(whole.x1, box.x1);
    whole.y1 = Math.max(whole.y1, box.y1);
    whole.area += box.area;
  });
  return joined.size > MOST_COMPONENTS ? [] : [...joined.values()];
}

function findRuns({ width, data }: Raster, y: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = -1;
  for (let x = 0; x <= width; x += 1) {
    const dark = x < width && data[y * width + x] === 1;
    if (dark && from < 0) from = x;
    if (!dark && from >= 0) {
      runs.push({ from, to: x });
      from = -1;
    }
  }
  return runs;
}
