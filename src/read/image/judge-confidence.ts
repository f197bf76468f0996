import type { Box } from "../../../schemas/evidence.ts";
import { isLetter } from "./judge-reading.ts";
import type { StripCharacter, StripTexts } from "./read-strips.ts";
import { SCALE } from "./straighten.ts";

/** How sure the model was of the line that a box of the level page (points) stands in, 0 to 1; null where it read nothing. */
export type ConfidenceIn = (box: Box) => number | null;

/**
 * Tells the confidence of a line, on the page or in a cell: the mean over its letters and digits, for marks are always
 * less sure and say less; over its marks where it has no others. What was read too badly to be kept counts too.
 */
export function createConfidence(read: StripTexts): ConfidenceIn {
  const lines = [...read].map(([{ x0, x1, y0, y1 }, characters]) => ({
    from: x0 / SCALE,
    to: x1 / SCALE,
    middle: (y0 + y1) / 2 / SCALE,
    characters: characters.filter(({ text }) => text.trim() !== ""),
  }));
  return ([x0, y0, x1, y1]) =>
    judge(
      lines
        .filter(({ from, to, middle }) => y0 <= middle && middle <= y1 && from < x1 && x0 < to)
        .flatMap((line) => line.characters),
    );
}

function judge(characters: readonly StripCharacter[]): number | null {
  const letters = characters.filter(isLetter);
  const telling = letters.length > 0 ? letters : characters;
  return telling.length === 0 ? null : telling.reduce((sum, { sure }) => sum + sure, 0) / telling.length;
}
