import type { Phase } from "../../schemas/phase.ts";
import type { Outline } from "../core/outline.ts";

/** Phases of one time line: an ordinal that does not grow begins another (an attachment's own steps). */
export function phaseRows(phases: readonly Phase[]): Phase[][] {
  const rows: Phase[][] = [];
  for (const phase of phases) {
    const row = rows.at(-1);
    if (row && row.at(-1)!.ordinal < phase.ordinal) row.push(phase);
    else rows.push([phase]);
  }
  return rows;
}

/** Neighbours of one time line. */
export const neighbours = (phases: readonly Phase[]): [Phase, Phase][] =>
  phaseRows(phases).flatMap((row) => row.slice(1).map((phase, index): [Phase, Phase] => [row[index]!, phase]));

const LONGEST_OPENING = 120;

/** How a phase opens in the source: its heading with the bracket of dates (`第一阶段（2025年一季度）：动员`), and its first sentence. */
export function openingOf(phase: Phase, outline: Outline): string {
  const at = phase.evidence[0];
  const block = (at && outline.document.blocks[at.block]?.text) ?? "";
  const start = at ? Math.max(...["。", "；", "\n"].map((mark) => block.lastIndexOf(mark, at.start - 1))) + 1 : 0;
  const text = block.slice(start, start + LONGEST_OPENING);
  return /^[^。]*。?[^。；;]*/u.exec(text)?.[0] ?? "";
}

const VAGUE = /[上中下]旬|[月年]初|月中|季度|半年|半个?月|[春夏秋冬暖]季|汛期/u;

/**
 * Whether a phase is dated by words finer or coarser than the dates that are read from them (`4月中旬`,
 * `第四季度`): in the bracket of its heading, else in the first clause after it.
 */
export function isVague(phase: Phase, outline: Outline): boolean {
  const opening = openingOf(phase, outline);
  const bracket = /[（(][^（）()]*\d[^（）()]*[）)]/u.exec(opening)?.[0];
  return VAGUE.test(bracket ?? /^[^。]*。?[^。，,；;]*/u.exec(opening)?.[0] ?? "");
}
