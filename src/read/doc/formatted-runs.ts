import { viewOf } from "./view.ts";

/** Bytes `[start, end)` of the WordDocument stream with one set of properties. */
export interface FormattedRun {
  readonly start: number;
  readonly end: number;
  /** What differs from the style, as a `grpprl`; of a paragraph, behind two bytes that name its style. */
  readonly properties: Uint8Array;
}

const PAGE_SIZE = 512;
/** Bytes that describe a run in a page, besides its place: of a paragraph 12 more give its height (MS-DOC 2.9.23). */
const PARAGRAPH = 13;
const CHARACTER = 1;

/** Reads the runs of paragraph properties (`PapxFkp`, MS-DOC 2.9.180) by the list of their pages, in order of place. */
export const readParagraphRuns = (list: Uint8Array, document: Uint8Array): FormattedRun[] =>
  readRuns(list, document, PARAGRAPH, paragraphProperties);

/** As `readParagraphRuns`, for characters (`ChpxFkp`, MS-DOC 2.9.33). */
export const readCharacterRuns = (list: Uint8Array, document: Uint8Array): FormattedRun[] =>
  readRuns(list, document, CHARACTER, characterProperties);

type FindProperties = (page: Uint8Array, at: number) => Uint8Array;

function readRuns(list: Uint8Array, document: Uint8Array, size: number, find: FindProperties): FormattedRun[] {
  const runs: FormattedRun[] = [];
  for (const number of pageNumbers(list)) {
    const page = document.subarray(number * PAGE_SIZE, (number + 1) * PAGE_SIZE);
    if (page.length === PAGE_SIZE) runs.push(...readPage(page, size, find));
  }
  return withoutOverlaps(runs);
}

/** MS-DOC 2.8.6: places and, behind them, the numbers of pages. A page is read once, however often a list names it. */
function pageNumbers(list: Uint8Array): Set<number> {
  const view = viewOf(list);
  const count = Math.max(0, Math.floor((list.length - 4) / 8));
  const numbers = new Set<number>();
  for (let index = 0; index < count; index++) numbers.add(view.getUint32(4 * (count + 1 + index), true) & 0x3fffff);
  return numbers;
}

function readPage(page: Uint8Array, size: number, find: FindProperties): FormattedRun[] {
  const view = viewOf(page);
  const count = page[PAGE_SIZE - 1]!;
  const described = 4 * (count + 1);
  if (described + count * size > PAGE_SIZE) return [];
  return Array.from({ length: count }, (_, index) => {
    const at = 2 * page[described + size * index]!;
    const properties = at === 0 ? NONE : find(page, at);
    return { start: view.getUint32(4 * index, true), end: view.getUint32(4 * index + 4, true), properties };
  });
}

const NONE = new Uint8Array();

/** MS-DOC 2.9.184: a count of double bytes, less one byte; zero says that the count follows. */
function paragraphProperties(page: Uint8Array, at: number): Uint8Array {
  const count = page[at]!;
  return count === 0 ? page.subarray(at + 2, at + 2 + 2 * (page[at + 1] ?? 0)) : page.subarray(at + 1, at + 2 * count);
}

const characterProperties = (page: Uint8Array, at: number): Uint8Array => page.subarray(at + 1, at + 1 + page[at]!);

/** Sound files have none; without them, no character can be looked at more than once. */
function withoutOverlaps(runs: readonly FormattedRun[]): FormattedRun[] {
  const sorted = runs.filter((run) => run.end > run.start).sort((one, other) => one.start - other.start);
  const kept: FormattedRun[] = [];
  for (const run of sorted) if (run.start >= (kept.at(-1)?.end ?? 0)) kept.push(run);
  return kept;
}

/** Index of the first run that ends behind a place; the number of runs where none does. */
export function findRun(runs: readonly FormattedRun[], place: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
