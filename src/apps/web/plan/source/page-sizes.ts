import type { Block } from "../../../../../schemas/block.ts";

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A4 in points. */
const UPRIGHT: PageSize = { width: 595, height: 842 };
const LYING: PageSize = { width: 842, height: 595 };

/** Guesses a page's size in points from what stands on it, until its picture tells. */
export function guessPageSize(blocks: readonly Block[]): PageSize {
  const right = Math.max(0, ...blocks.flatMap(({ bbox }) => bbox?.[2] ?? []));
  const foot = Math.max(0, ...blocks.flatMap(({ bbox }) => bbox?.[3] ?? []));
  const likely = right > UPRIGHT.width + 4 && foot < LYING.height + 4 ? LYING : UPRIGHT;
  return { width: Math.max(likely.width, right), height: Math.max(likely.height, foot) };
}
