import { assignBest, type Edge } from "./assign.ts";
import type { DescribedRow } from "./describe-row.ts";
import { pairEqualRows } from "./equal-rows.ts";
import { findOverlaps } from "./left-clauses.ts";
import type { Link } from "./link.ts";
import { findParts } from "./parts.ts";
import type { Row } from "./row.ts";
import { createRowIndex } from "./row-index.ts";
import { candidatePairs, type Sides } from "./sides.ts";
import { rowLikeness } from "./similarity.ts";
import { findStandingOut } from "./standing-out.ts";

/**
 * Rows of two standards of one subject that demand different things are seldom more alike than this: measured over
 * the standards of the fixtures, where 99 in 100 pairs of unlike rows stay below it.
 */
const LEAST_LIKENESS = 0.3;
/** Standards with fewer like rows than this share of the smaller one are of two subjects: only much likeness counts. */
const LEAST_KIN = 0.25;
const KIN_LIKENESS = 0.4;
const STRANGER_LIKENESS = 0.5;

/**
 * Aligns two lists of rows, many to many: rows in equal words, then the best one-to-one assignment of those alike,
 * then parts of splits and mergers, what stands out of the rest, and rows that overlap in a clause. Rows in no link were removed or added. The alignment of
 * (b, a) is that of (a, b) turned round.
 * @param describe makes a row ready; it is called only where some rows are not in equal words
 */
export function alignRows(
  template: readonly Row[],
  local: readonly Row[],
  describe: (row: Row) => DescribedRow,
): Link[] {
  if (orderKey(template) > orderKey(local)) return alignRows(local, template, describe).map(turnRound);
  const equal = pairEqualRows(template, local);
  if (equal.length === template.length && equal.length === local.length) return equal;
  const described = { template: template.map(describe), local: local.map(describe) };
  const sides = { ...described, index: createRowIndex([...described.template, ...described.local], template.length) };
  const assigned = [...equal, ...assignAlike(sides, equal)];
  const alike = assigned.filter(({ similarity }) => similarity >= STRANGER_LIKENESS);
  const kin = assigned.filter(({ similarity }) => similarity >= KIN_LIKENESS).length;
  if (kin < LEAST_KIN * Math.min(template.length, local.length)) return alike;
  return completeLinks(sides, assigned);
}

/** Adds the parts of splits and mergers, then what stands out of the rest. */
function completeLinks(sides: Sides, assigned: readonly Link[]): Link[] {
  const parted = [...assigned, ...findParts(sides, assigned)];
  const linked = [...parted, ...findStandingOut(sides, parted)];
  return [...linked, ...findOverlaps(sides, linked)].toSorted((a, b) => a.template - b.template || a.local - b.local);
}

/** Of two lists always the same one is taken first, so that ties fall alike whichever way the plans are given. */
const orderKey = (rows: readonly Row[]): string =>
  rows.map((row) => `${row.criterion}\n${row.scoring ?? ""}`).join("\n");

const turnRound = (link: Link): Link => ({ ...link, template: link.local, local: link.template });

function assignAlike(sides: Sides, equal: readonly Link[]): Link[] {
  const done = { template: new Set(equal.map((l) => l.template)), local: new Set(equal.map((l) => l.local)) };
  const edges = new Map<string, Edge & { readonly similarity: number }>();
  for (const [at, other] of candidatePairs(sides)) {
    if (done.template.has(at) || done.local.has(other)) continue;
    const [a, b] = [sides.template[at]!, sides.local[other]!];
    const similarity = rowLikeness(sides.index, a, b);
    if (similarity < LEAST_LIKENESS) continue;
    const worth = similarity - LEAST_LIKENESS / 2 + 0.04 * nearness(sides, at, other) + 0.04 * sameCategory(a, b);
    edges.set(`${at} ${other}`, { left: at, right: other, worth, similarity });
  }
  return assignBest([...edges.values()]).map(({ left, right }) => ({
    template: left,
    local: right,
    similarity: edges.get(`${left} ${right}`)!.similarity,
    how: "alike" as const,
  }));
}

/** 1 for rows at the same relative place of their tables, 0 for first against last. */
const nearness = ({ template, local }: Sides, at: number, other: number): number =>
  1 - Math.abs((at + 0.5) / template.length - (other + 0.5) / local.length);

function sameCategory(a: DescribedRow, b: DescribedRow): number {
  const [one, two] = [a.row.category, b.row.category];
  if (one === null || two === null) return 0;
  return one === two ? 1 : diceOfCharacters(one, two);
}

function diceOfCharacters(a: string, b: string): number {
  const [one, two] = [new Set(a), new Set(b)];
  const shared = [...one].filter((character) => two.has(character)).length;
  return (2 * shared) / (one.size + two.size || 1);
}
