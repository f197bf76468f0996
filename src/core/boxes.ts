import type { Box } from "../../schemas/evidence.ts";

/** The smallest box around some boxes, in their own unit; null around none. */
export const unionBoxes = (boxes: readonly Box[]): Box | null =>
  boxes.reduce<Box | null>(
    (all, box) =>
      all === null
        ? box
        : [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])],
    null,
  );
