import type { Run, SourceBlock } from "../../core/source-block.ts";
import type { RecognisedPage } from "./recognise-page.ts";

/** The page of a number as it was recognised; null for one that was not. */
export type FindRecognised = (page: number) => Pick<RecognisedPage, "placeBack" | "confidenceIn"> | null;

/** A run is cut into pieces of about this many heights, so that boxes of a crooked line stay low. */
const LONGEST = 6;

/** Puts the boxes of blocks that were laid out on level pages back to where they stand, each with its confidence. */
export const placeBlocks = (blocks: readonly SourceBlock[], find: FindRecognised): SourceBlock[] =>
  blocks.map((block) => {
    if (block.kind === "page-break") return block;
    if (block.kind !== "table") return { ...block, runs: placeRuns(block.runs, find) };
    return { ...block, cells: block.cells.map((cell) => ({ ...cell, runs: placeRuns(cell.runs, find) })) };
  });

const placeRuns = (runs: readonly Run[], find: FindRecognised): Run[] =>
  runs.flatMap((run) => {
    const page = find(run.page);
    if (page === null) return [run];
    const confidence = page.confidenceIn(run.bbox);
    const sure = confidence === null ? {} : { confidence };
    return cutRun(run).map((piece) => ({ ...piece, ...sure, bbox: page.placeBack(piece.bbox) }));
  });

/** The characters of a run are evenly wide, so it can be cut by counting. */
function cutRun(run: Run): Run[] {
  const [x0, y0, x1, y1] = run.bbox;
  const length = run.end - run.start;
  const pieces = Math.min(length, Math.max(1, Math.ceil((x1 - x0) / (LONGEST * (y1 - y0)))));
  const edges = Array.from({ length: pieces + 1 }, (_, index) => Math.round((index * length) / pieces));
  const placeOf = (edge: number): number => x0 + ((x1 - x0) * edge) / length;
  return edges.slice(1).map((to, index) => {
    const from = edges[index]!;
    return { ...run, start: run.start + from, end: run.start + to, bbox: [placeOf(from), y0, placeOf(to), y1] };
  });
}
