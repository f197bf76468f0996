import { type Passage, passageOf, slicePassage } from "../../core/passage.ts";

/** Makes a function that cuts a long passage at many places: it looks only at the pieces that a cut touches. */
export function createSlicer(passage: Passage): (start: number, end: number) => Passage {
  const starts: number[] = [];
  let at = 0;
  for (const piece of passage.pieces) {
    starts.push(at);
    at += piece.end - piece.start + 1;
  }
  return (start, end) => {
    const first = lastBefore(starts, start);
    const last = lastBefore(starts, end);
    const offset = starts[first] ?? 0;
    return slicePassage(passageOf(passage.pieces.slice(first, last + 1)), start - offset, end - offset);
  };
}

/** The index of the last of the rising starts that is not after `at`. */
function lastBefore(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
