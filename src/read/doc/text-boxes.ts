import type { Tally } from "../tally.ts";
import { viewOf } from "./view.ts";
import type { StoryRange } from "./word-file.ts";

const SHAPE_SIZE = 26;
const BOX_SIZE = 22;
/** Where a box's description names its shape (MS-DOC 2.9.103 `FTXBXS`). */
const SHAPE_AT = 14;

/**
 * Finds the text boxes of the main document by the position of the drawing that they hang on.
 * @param shapes `PlcSpaMom` (MS-DOC 2.8.37): where shapes are anchored, and their numbers.
 * @param boxes `PlcftxbxTxt` (MS-DOC 2.8.32): where each box's text stands, from the start of the story of text boxes.
 * @param tally Gets a `text-box` for each whose shape has no anchor of its own (a shape in a group).
 * @throws RangeError where a list is cut off.
 */
export function readTextBoxes(
  shapes: Uint8Array,
  boxes: Uint8Array,
  story: StoryRange,
  tally: Tally,
): ReadonlyMap<number, StoryRange> {
  const anchors = readAnchors(shapes);
  const view = viewOf(boxes);
  const count = countOf(boxes, BOX_SIZE);
  const found = new Map<number, StoryRange>();
  let last = story.start;
  for (let index = 0; index < count; index++) {
    const shape = view.getUint32(4 * (count + 1) + BOX_SIZE * index + SHAPE_AT, true);
    const anchor = anchors.get(shape);
    const start = story.start + view.getUint32(4 * index, true);
    const end = Math.min(story.end, story.start + view.getUint32(4 * index + 4, true));
    if (anchor === undefined && shape !== 0) tally.add("text-box");
    if (anchor === undefined || anchor >= story.start || start < last || end <= start) continue;
    found.set(anchor, { start, end });
    last = end;
  }
  return found;
}

function readAnchors(shapes: Uint8Array): ReadonlyMap<number, number> {
  const view = viewOf(shapes);
  const count = countOf(shapes, SHAPE_SIZE);
  const numbers = Array.from({ length: count }, (_, index) =>
    view.getUint32(4 * (count + 1) + SHAPE_SIZE * index, true),
  );
  return new Map(numbers.map((number, index) => [number, view.getUint32(4 * index, true)]));
}

/** MS-DOC 2.2.2: a list of `n` things has `n + 1` positions of four bytes in front. */
const countOf = (list: Uint8Array, size: number): number => Math.max(0, Math.floor((list.length - 4) / (4 + size)));
