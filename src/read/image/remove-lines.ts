import type { Ruling } from "../layout/page-content.ts";
import type { RuleGroup } from "../layout/rulings.ts";
import { erasePieces, eraseRulings, isRemnant } from "./erase-rulings.ts";
import { type Component, findComponents } from "./find-components.ts";
import { findInk } from "./find-ink.ts";
import type { PictureRulings } from "./find-rulings.ts";
import type { Raster } from "./raster.ts";
import { INK, LINE_INK, SCALE } from "./straighten.ts";

/** A lone line this long (points) is no dash of the text. */
const LONE_LINE = 100;
/** A stroke belongs to a ruling this near (points). */
const NEAR = 3;

/** The picture without its drawn lines, and its pieces of ink. */
export function removeLines(grey: Raster, { across, down }: PictureRulings): { text: Raster; pieces: Component[] } {
  const erased = eraseRulings(grey, findInk(grey, LINE_INK), across, down, SCALE);
  const pieces = Map.groupBy(findComponents(findInk(erased, INK)), (piece) => isRemnant(piece, across, down, SCALE));
  return { text: erasePieces(erased, pieces.get(true) ?? []), pieces: pieces.get(false) ?? [] };
}

/** Strokes as the rulings that the layout takes, in points. */
export const toRulings = ({ across, down }: PictureRulings): Ruling[] => [
  ...across.map(({ from, to, at }): Ruling => [from / SCALE, at / SCALE, to / SCALE, at / SCALE]),
  ...down.map(({ from, to, at }): Ruling => [at / SCALE, from / SCALE, at / SCALE, to / SCALE]),
];

/** The strokes that are drawn lines, not dashes: those that touch one across them, and long ones. */
export function drawnLines({ across, down }: PictureRulings, groups: readonly RuleGroup[]): PictureRulings {
  const crossed = groups.filter((group) => group.across.length > 0 && group.down.length > 0);
  const isDrawn = (way: "across" | "down") => (stroke: PictureRulings["across"][number]) =>
    stroke.to - stroke.from > LONE_LINE * SCALE ||
    crossed.some((group) =>
      group[way].some(
        (rule) =>
          Math.abs(rule.at - stroke.at / SCALE) < NEAR &&
          rule.from - 1 <= stroke.from / SCALE &&
          stroke.to / SCALE <= rule.to + 1,
      ),
    );
  return { across: across.filter(isDrawn("across")), down: down.filter(isDrawn("down")) };
}
