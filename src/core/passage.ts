import type { Box, Evidence } from "../../schemas/evidence.ts";
import { unionBoxes } from "./boxes.ts";
import type { TextBlock } from "./document.ts";
import { lastBefore } from "./last-before.ts";
import { memoize } from "./memo.ts";

/** A stretch of one block's text, `[start, end)`. */
export interface Piece {
  readonly block: TextBlock;
  readonly start: number;
  readonly end: number;
}

/** Text gathered from one or more blocks, in order; `text` is the pieces' texts joined by `\n`. */
export interface Passage {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const textOf = (piece: Piece): string => piece.block.text.slice(piece.start, piece.end);

/** Makes a passage of pieces; empty pieces are left out. */
export function passageOf(pieces: readonly Piece[]): Passage {
  const kept = pieces.filter((piece) => piece.end > piece.start);
  return { text: kept.map(textOf).join("\n"), pieces: kept };
}

/** The passage of no text. */
export const EMPTY: Passage = { text: "", pieces: [] };

/** A whole block as a passage. */
export const wholeBlock = (block: TextBlock): Passage => passageOf([{ block, start: 0, end: block.text.length }]);

/** Whole blocks as one passage, in the order given; empty ones are left out. */
export const wholeBlocks = (blocks: readonly TextBlock[]): Passage =>
  passageOf(blocks.map((block) => ({ block, start: 0, end: block.text.length })));

/** The offset in a passage's `text` at which each of its pieces begins. */
const startsOf = memoize(({ pieces }: Passage): readonly number[] => {
  let next = 0;
  return pieces.map((piece) => {
    const start = next;
    next += piece.end - piece.start + 1;
    return start;
  });
});

/** The part `[start, end)` of a passage, by offsets into its `text`; looks only at the pieces that it touches. */
export function slicePassage(passage: Passage, start: number, end: number = passage.text.length): Passage {
  const starts = startsOf(passage);
  const pieces: Piece[] = [];
  for (let index = lastBefore(starts, start); index < starts.length && starts[index]! < end; index++) {
    const piece = passage.pieces[index]!;
    const from = piece.start + Math.max(start - starts[index]!, 0);
    const to = Math.min(piece.start + end - starts[index]!, piece.end);
    if (from < to) pieces.push({ block: piece.block, start: from, end: to });
  }
  return passageOf(pieces);
}

/** Passages one after the other as one passage. */
export const joinPassages = (passages: readonly Passage[]): Passage => passageOf(passages.flatMap((p) => p.pieces));

/** The evidence for `[start, end)` of a passage: one entry a block, white space at the ends left out. */
export function evidenceOf(passage: Passage, start = 0, end: number = passage.text.length): Evidence[] {
  return slicePassage(passage, start, end).pieces.flatMap((piece) => {
    const raw = textOf(piece);
    const quote = raw.trim();
    if (!quote) return [];
    const from = piece.start + raw.indexOf(quote);
    return [locate(piece.block, from, from + quote.length)];
  });
}

/** Evidence for `[start, end)` of a block. The box is cut from the runs that the range touches, on its first page. */
export function locate(block: TextBlock, start: number, end: number): Evidence {
  const runs = block.runs.filter((run) => run.start < end && run.end > start);
  const page = runs[0]?.page ?? block.page;
  const boxes = runs.filter((run) => run.page === page).map((run) => cutRun(run, start, end));
  return {
    block: block.id,
    start,
    end,
    quote: block.text.slice(start, end),
    page,
    bbox: unionBoxes(boxes),
  };
}

/** The part of a run's box under `[start, end)`, its characters taken as equally wide. */
function cutRun(run: { start: number; end: number; bbox: Box }, start: number, end: number): Box {
  const [x0, y0, x1, y1] = run.bbox;
  const advance = (x1 - x0) / (run.end - run.start);
  const left = x0 + Math.max(0, start - run.start) * advance;
  const right = x1 - Math.max(0, run.end - end) * advance;
  return [round(left), y0, round(right), y1];
}

const round = (value: number): number => Math.round(value * 100) / 100;
