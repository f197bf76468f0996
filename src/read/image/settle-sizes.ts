/** How large a line's characters are, and how many they are. */
export interface MeasuredSize {
  readonly em: number;
  readonly count: number;
}

/** Sizes nearer than this (share) are the same: short lines are measured that well. */
const SAME = 0.07;
/** Lines of so many characters are measured well. */
const LONG = 8;
/** Justified lines are set wider than their size, never narrower: the size is that of the tighter ones. */
const TIGHT_SHARE = 0.25;

/** A page has few sizes of print: each line takes the size that the long lines of nearly the same size have. */
export function settleSizes(lines: readonly MeasuredSize[]): (em: number) => number {
  const groups: MeasuredSize[][] = [];
  for (const line of lines.toSorted((a, b) => b.count - a.count)) {
    const near = groups.find(([longest]) => isNear(longest!.em, line.em));
    if (near) near.push(line);
    else groups.push([line]);
  }
  const settled = groups.map((group) => ({ longest: group[0]!.em, em: measureTight(group) }));
  return (em) => settled.find(({ longest }) => isNear(longest, em))?.em ?? em;
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < SAME * a;

function measureTight(group: readonly MeasuredSize[]): number {
  const long = group.filter(({ count }) => count >= LONG);
  const lines = (long.length > 0 ? long : group).toSorted((a, b) => a.em - b.em);
  let left = TIGHT_SHARE * lines.reduce((sum, { count }) => sum + count, 0);
  for (const { em, count } of lines) {
    left -= count;
    if (left <= 0) return em;
  }
  return lines[0]!.em;
}
