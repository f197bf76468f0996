import type { Ruling } from "./page-content.ts";

/** Two places nearer than this (points) are one: borders are drawn in pieces, doubled, or as thin boxes. */
export const SNAP = 3;

/** A merged ruling: `at` is its y (across) or x (down), `from`–`to` its extent along itself. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Rulings that touch each other: the drawn lines of one table, or of something else. */
export interface RuleGroup {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** No cell has a side this short (points): it is a dot of a dotted line that runs the other way, or a corner. */
const SHORTEST = 4;
/** A page with more than this many merged lines is a drawing or a map; its lines would cost time and hold no table. */
const MOST_RULES = 3000;

/** Joins a page's rulings piece by piece and groups what touches. A drawing too dense for tables gives none. */
export function groupRulings(rulings: readonly Ruling[]): RuleGroup[] {
  const across = mergeRules(rulings.filter(isAcross).map(([x0, y0, x1, y1]) => rule((y0 + y1) / 2, x0, x1)));
  const down = mergeRules(
    rulings.filter((ruling) => !isAcross(ruling)).map(([x0, y0, x1, y1]) => rule((x0 + x1) / 2, y0, y1)),
  );
  if (across.length + down.length > MOST_RULES) return [];
  return joinBeside(findGroups(across, down));
}

/**
 * Groups beside each other of the same height are one table: where a merged cell fills a whole page, browsers draw
 * neither its top nor its foot, and no ruling crosses its column.
 */
function joinBeside(groups: readonly RuleGroup[]): RuleGroup[] {
  const joined: RuleGroup[] = [];
  for (const group of groups) {
    const at = joined.findIndex((other) => isBeside(other, group));
    if (at < 0) joined.push(group);
    else
      joined[at] = {
        across: [...joined[at]!.across, ...group.across],
        down: [...joined[at]!.down, ...group.down].sort((a, b) => a.at - b.at),
      };
  }
  return joined;
}

const isBeside = (a: RuleGroup, b: RuleGroup): boolean => {
  if (a.across.length === 0 || b.across.length === 0 || a.down.length === 0 || b.down.length === 0) return false;
  const [[aFrom, aTo], [bFrom, bTo]] = [heightOf(a), heightOf(b)];
  return Math.abs(aFrom - bFrom) <= SNAP && Math.abs(aTo - bTo) <= SNAP;
};

const heightOf = ({ down }: RuleGroup): [from: number, to: number] => [
  down.reduce((least, { from }) => Math.min(least, from), Infinity),
  down.reduce((most, { to }) => Math.max(most, to), -Infinity),
];

const isAcross = ([x0, y0, x1, y1]: Ruling): boolean => Math.abs(x1 - x0) >= Math.abs(y1 - y0);

const rule = (at: number, a: number, b: number): Rule => ({ at, from: Math.min(a, b), to: Math.max(a, b) });

/** Joins pieces on one line that overlap or nearly touch. */
const mergeRules = (rules: readonly Rule[]): Rule[] => splitLevels(rules).flatMap(mergeLevel);

function mergeLevel(pieces: readonly Rule[]): Rule[] {
  const at = pieces.reduce((sum, piece) => sum + piece.at, 0) / pieces.length;
  const merged: Rule[] = [];
  for (const { from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    const open = merged.at(-1);
    if (open && from <= open.to + SNAP) merged[merged.length - 1] = { ...open, to: Math.max(open.to, to) };
    else merged.push({ at, from, to });
  }
  return merged.filter(({ from, to }) => to - from >= SHORTEST);
}

/** Rules whose places lie within SNAP of the level's first. */
function splitLevels(rules: readonly Rule[]): Rule[][] {
  const levels: Rule[][] = [];
  for (const piece of [...rules].sort((a, b) => a.at - b.at)) {
    const level = levels.at(-1);
    if (level && piece.at - level[0]!.at <= SNAP) level.push(piece);
    else levels.push([piece]);
  }
  return levels;
}

function findGroups(across: readonly Rule[], down: readonly Rule[]): RuleGroup[] {
  const parents = [...across, ...down].map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
    return root;
  };
  down.forEach((vertical, index) => {
    for (const [row, horizontal] of across.entries()) {
      if (touches(horizontal, vertical)) parents[rootOf(row)] = rootOf(across.length + index);
    }
  });
  const groups = Map.groupBy(parents.keys(), rootOf);
  return [...groups.values()].map((members) => ({
    across: members.filter((index) => index < across.length).map((index) => across[index]!),
    down: members.filter((index) => index >= across.length).map((index) => down[index - across.length]!),
  }));
}

const touches = (across: Rule, down: Rule): boolean => reaches(across, down.at) && reaches(down, across.at);

const reaches = (line: Rule, place: number): boolean => line.from - SNAP <= place && place <= line.to + SNAP;
