/** A category's rows, `[start, end)` counted from 0. */
export interface Group {
  readonly start: number;
  readonly end: number;
}

/** Whether each label's rows could be these: given how many rows stood before each label, every way that a rule allows. */
type Rule = (before: readonly number[], rows: number) => Group[][];

/** The label was drawn before its first row. */
const beforeFirst: Rule = (before, rows) => createGroups([...before, rows]);

/** The label was drawn before its last row: what a dump in the order of the cells' bottom edges gives. */
const beforeLast: Rule = (before, rows) => {
  const ends = before.map((count) => count + 1);
  return ends.at(-1) === rows ? createGroups([0, ...ends]) : [];
};

/** The label was drawn after its last row. */
const afterLast: Rule = (before, rows) => (before.at(-1) === rows ? createGroups([0, ...before]) : []);

const MOST_WAYS = 64;

/** The label was drawn half-way down its rows, as a merged cell's text is centred; of odd groups `lean` more rows stand above it. */
const atMiddle =
  (lean: 0 | 1): Rule =>
  (before, rows) => {
    let ways: number[][] = [[0]];
    for (const count of before) {
      ways = ways.flatMap((edges) => {
        const start = edges.at(-1)!;
        const odd = 2 * (count - start) + (lean === 0 ? 1 : -1);
        return [2 * (count - start), odd].filter((size) => size > 0).map((size) => [...edges, start + size]);
      });
      ways = ways.filter((edges) => edges.at(-1)! <= rows).slice(0, MOST_WAYS);
    }
    return ways.filter((edges) => edges.at(-1) === rows).flatMap(createGroups);
  };

const RULES: readonly Rule[] = [beforeFirst, beforeLast, afterLast, atMiddle(0), atMiddle(1)];

/**
 * Gives each label its rows: the first of the rules under which every row has exactly one label, in one best way.
 * `before` counts the rows drawn before each label, `points` has the points of each row, `sums` the points that a
 * label states (`（20分）`), which must agree. Null where no rule holds.
 */
export function placeLabels(
  before: readonly number[],
  points: readonly number[],
  sums: readonly (number | null)[],
): Group[] | null {
  if (before.length === 0) return null;
  const summed = placeBySums(before, points, sums);
  if (summed) return summed;
  for (const rule of RULES) {
    const ways = rule(before, points.length).filter((groups) =>
      groups.every((group, index) => agrees(group, points, sums[index] ?? null)),
    );
    const fewest = Math.min(...ways.map(countOdd));
    const best = ways.filter((groups) => countOdd(groups) === fewest);
    if (best.length === 1) return best[0]!;
  }
  return null;
}

/** A label between two rows is the middle of an even group; where several ways come out, that with the most of these is it. */
const countOdd = (groups: readonly Group[]): number =>
  groups.filter(({ start, end }) => (end - start) % 2 === 1).length;

/** Where every label states its sum, the rows add up to it one group after the other, and each label lies in its group. */
function placeBySums(
  before: readonly number[],
  points: readonly number[],
  sums: readonly (number | null)[],
): Group[] | null {
  const edges = [0];
  for (const stated of sums) {
    let end = edges.at(-1)!;
    for (let sum = 0; end < points.length && sum + points[end]! <= (stated ?? 0); end++) sum += points[end]!;
    edges.push(end);
  }
  const [groups] = edges.at(-1) === points.length ? createGroups(edges) : [];
  const proven = groups?.every(
    (group, index) => sums[index] !== null && agrees(group, points, sums[index]!) && isInside(before[index]!, group),
  );
  return proven ? groups! : null;
}

const isInside = (before: number, { start, end }: Group): boolean => start <= before && before <= end;

function agrees({ start, end }: Group, points: readonly number[], stated: number | null): boolean {
  const sum = points.slice(start, end).reduce((total, value) => total + value, 0);
  return stated === null || Math.abs(sum - stated) < 0.001;
}

/** The groups between edges that rise from 0: one way, or none. */
function createGroups(edges: readonly number[]): Group[][] {
  const rising = edges[0] === 0 && edges.every((edge, index) => index === 0 || edge > edges[index - 1]!);
  return rising ? [edges.slice(1).map((end, index) => ({ start: edges[index]!, end }))] : [];
}
