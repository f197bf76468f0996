import { isBody } from "../../core/split-units.ts";
import { squash } from "../../core/tidy.ts";
import { isEnded } from "./line-end.ts";
import type { CellLine } from "./measure-cells.ts";

/** A text with these is prose or a list with marks of its own; its line ends say nothing. */
const MARKED = /[，。；、,;]/u;
/** Shorter words stand at line ends by chance (`社区`). */
const SHORTEST_ENTRY = 3;
/** The name of a place goes on with its body: `某区` / `消防大队`. */
const PLACE = /[省市县区旗州盟]$/u;
/** `（小区内）` goes on with the name above it. */
const BRACKET = /^\s*[（(]/u;
/** A cell of more lines is prose. */
const MOST_LINES = 40;

/**
 * Finds, for each cell of a column, the lines that begin an entry. A line that the writer ended shows it by its
 * length. In a narrow column a full line may still be an entry of its own (`现场查看` above `查阅资料`): it is one
 * where the same words fill a whole cell or a whole entry elsewhere in the column, or where bodies stand line by line.
 */
export function findEntries(column: readonly (readonly CellLine[])[]): Set<number>[] {
  const starts = column.map(
    (lines) => new Set([...lines.keys()].filter((index) => index > 0 && isEnded(lines, index))),
  );
  const lists = column.flatMap((lines, index) => (isList(lines) ? [{ lines, starts: starts[index]! }] : []));
  splitAllKnown(lists);
  const isListed = lists.some((list) => list.starts.size > 0);
  for (const list of lists) if (isListed || isParallel(list)) splitBodies(list);
  splitAllKnown(lists);
  return starts;
}

/** Every entry found may show others; the number of known ones only grows. */
function splitAllKnown(lists: readonly ListCell[]): void {
  for (let known = findKnown(lists), before = -1; known.size > before; known = findKnown(lists)) {
    before = known.size;
    for (const list of lists) splitKnown(list, known);
  }
}

interface ListCell {
  readonly lines: readonly CellLine[];
  readonly starts: Set<number>;
}

const isList = (lines: readonly CellLine[]): boolean =>
  lines.length > 0 && lines.length <= MOST_LINES && !lines.some((line) => MARKED.test(line.text));

/** The entries of one line: they hide no second entry. */
const findKnown = (lists: readonly ListCell[]): Set<string> =>
  new Set(
    lists
      .flatMap((list) =>
        stretchesOf(list)
          .filter(([from, to]) => to === from + 1)
          .map(([from, to]) => wordsOf(list, from, to)),
      )
      .filter((words) => words.length >= SHORTEST_ENTRY && /\p{Script=Han}/u.test(words)),
  );

/** The stretches of lines, `[from, to)`, between the starts found so far. */
function stretchesOf({ lines, starts }: ListCell): [from: number, to: number][] {
  const edges = [0, ...[...starts].sort((a, b) => a - b), lines.length];
  return edges.slice(1).map((to, index) => [edges[index]!, to]);
}

const wordsOf = ({ lines }: ListCell, from: number, to: number): string =>
  squash(
    lines
      .slice(from, to)
      .map((line) => line.text)
      .join(""),
  );

function splitKnown(list: ListCell, known: ReadonlySet<string>): void {
  for (const [from, to] of stretchesOf(list)) {
    for (let at = from + 1; at < to; at += 1)
      if (
        !BRACKET.test(list.lines[at]!.text) &&
        (known.has(wordsOf(list, from, at)) || known.has(wordsOf(list, at, to)))
      )
        list.starts.add(at);
  }
}

/** `城建中心（小区内）` above `规保办（小区外）`: each line is a whole. */
const isParallel = ({ lines }: ListCell): boolean =>
  lines.every((line) => /[^（(][（(][^（）()]+[）)]$/u.test(line.text));

/** In a column that has entries line by line, a body's name above another body's name is an entry. */
function splitBodies(list: ListCell): void {
  for (const [from, to] of stretchesOf(list)) {
    let start = from;
    for (let at = from + 1; at < to; at += 1) {
      const [left, right] = [wordsOf(list, start, at), wordsOf(list, at, to)];
      if (!isBody(left) || !isBody(right) || (PLACE.test(left) && !PLACE.test(right))) continue;
      list.starts.add(at);
      start = at;
    }
  }
}
