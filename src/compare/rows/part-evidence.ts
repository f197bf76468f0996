import { type DescribedRow, type Features, joinFeatures } from "./describe-row.ts";
import type { RowIndex } from "./row-index.ts";
import { rowLikeness, shareHeld } from "./similarity.ts";

/** One side of an alignment: rows that may be parts, the rows of the other side, and which belong together so far. */
export interface PartSide {
  readonly parts: readonly DescribedRow[];
  readonly wholes: readonly DescribedRow[];
  readonly wholesOf: ReadonlyMap<number, readonly number[]>;
  readonly partsOf: ReadonlyMap<number, readonly number[]>;
  /** How like its own counterpart a whole is, by its place. */
  readonly likenessOf: ReadonlyMap<number, number>;
  readonly index: RowIndex;
}

/** What speaks for a row's being a part of another; each a number of about 0 to 1, `news` up to 4. */
export interface PartEvidence {
  /** The share of the part that the whole holds. */
  readonly held: number;
  readonly likeness: number;
  /** Log of 1 + the weight of the characters that both have and the whole's counterparts have not: the part is another part. */
  readonly news: number;
  /** How like its counterpart the whole is already. */
  readonly answered: number;
  /** 1 where the row before or after belongs to the whole: the parts of a row stand together. */
  readonly beside: number;
  /** 1 where the whole stands between those that the rows around belong to, else how far from it (share of all). */
  readonly inOrder: number;
  readonly outOfOrder: number;
  /** How far apart their places in the tables are, 0 to 1. */
  readonly apart: number;
}

/** Gathers what speaks for the row at `part` being a part of the row at `whole`. */
export function partEvidence(side: PartSide, part: number, whole: number): PartEvidence {
  const [one, other] = [side.parts[part]!, side.wholes[whole]!];
  const strayed = strayOf(side, part, whole);
  return {
    held: shareHeld(side.index, one.demand.features, other.all),
    likeness: rowLikeness(side.index, one, other),
    news: Math.log1p(newsOf(side, one.demand.features, other.all, whole)),
    answered: side.likenessOf.get(whole) ?? 0,
    beside: [part - 1, part + 1].some((near) => side.wholesOf.get(near)?.includes(whole)) ? 1 : 0,
    inOrder: strayed === 0 ? 1 : 0,
    outOfOrder: strayed / side.wholes.length,
    apart: Math.abs((part + 0.5) / side.parts.length - (whole + 0.5) / side.wholes.length),
  };
}

function newsOf(side: PartSide, part: Features, whole: Features, at: number): number {
  const counterparts = side.partsOf.get(at) ?? [];
  const said = joinFeatures(counterparts.map((each) => side.parts[each]!.all)).characters;
  let news = 0;
  for (const each of part.characters)
    if (whole.characters.has(each) && !said.has(each)) news += side.index.weightOf("characters", each);
  return news;
}

/** How many rows the whole stands outside the stretch between what the nearest placed rows before and after belong to. */
function strayOf({ wholesOf, parts, wholes }: PartSide, part: number, whole: number): number {
  const before = nearest(wholesOf, part, -1, parts.length) ?? [-1];
  const after = nearest(wholesOf, part, 1, parts.length) ?? [wholes.length];
  const [first, last] = [Math.min(...before, ...after), Math.max(...before, ...after)];
  return Math.max(0, first - whole, whole - last);
}

function nearest(
  wholesOf: PartSide["wholesOf"],
  part: number,
  step: number,
  length: number,
): readonly number[] | undefined {
  for (let at = part + step; at >= 0 && at < length; at += step) {
    const found = wholesOf.get(at);
    if (found) return found;
  }
  return undefined;
}
