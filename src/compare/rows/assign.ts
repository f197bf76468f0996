import { munkres } from "munkres";

/** A possible pair of a left and a right thing, and what it is worth (above 0). */
export interface Edge {
  readonly left: number;
  readonly right: number;
  readonly worth: number;
}

/** The optimal assignment takes the cube of the size: a larger knot of possible pairs is taken best first. */
const LARGEST_KNOT = 250;

/** One-to-one pairs of the greatest worth in all: the optimum within each knot of edges that hang together. */
export function assignBest(edges: readonly Edge[]): Edge[] {
  return knotsOf(edges).flatMap((knot) => (sizeOf(knot) > LARGEST_KNOT ? takeBestFirst(knot) : takeOptimum(knot)));
}

const sizeOf = (edges: readonly Edge[]): number =>
  Math.max(new Set(edges.map(({ left }) => left)).size, new Set(edges.map(({ right }) => right)).size);

function knotsOf(edges: readonly Edge[]): Edge[][] {
  const parents = new Map<string, string>();
  const find = (node: string): string => {
    let root = node;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next;
    parents.set(node, root);
    return root;
  };
  for (const { left, right } of edges) parents.set(find(`l${left}`), find(`r${right}`));
  const knots = new Map<string, Edge[]>();
  for (const edge of edges) {
    const root = find(`l${edge.left}`);
    const knot = knots.get(root);
    if (knot) knot.push(edge);
    else knots.set(root, [edge]);
  }
  return [...knots.values()];
}

function takeOptimum(edges: readonly Edge[]): Edge[] {
  if (edges.length === 1) return [...edges];
  const lefts = [...new Set(edges.map(({ left }) => left))].toSorted((a, b) => a - b);
  const rights = [...new Set(edges.map(({ right }) => right))].toSorted((a, b) => a - b);
  const [leftAt, rightAt] = [placesOf(lefts), placesOf(rights)];
  const size = Math.max(lefts.length, rights.length);
  const costs = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const known = new Map<string, Edge>();
  for (const edge of edges) {
    const [row, column] = [leftAt.get(edge.left)!, rightAt.get(edge.right)!];
    costs[row]![column] = -edge.worth;
    known.set(`${row} ${column}`, edge);
  }
  return munkres(costs).flatMap(([row, column]) => known.get(`${row} ${column}`) ?? []);
}

const placesOf = (values: readonly number[]): Map<number, number> => new Map(values.map((value, at) => [value, at]));

function takeBestFirst(edges: readonly Edge[]): Edge[] {
  const [lefts, rights] = [new Set<number>(), new Set<number>()];
  return edges
    .toSorted((a, b) => b.worth - a.worth || a.left - b.left || a.right - b.right)
    .filter(({ left, right }) => {
      if (lefts.has(left) || rights.has(right)) return false;
      lefts.add(left);
      rights.add(right);
      return true;
    });
}
