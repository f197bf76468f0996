import { isBody } from "../core/split-units.ts";
import { familyOf } from "../core/unit-family.ts";
import { endingClass, readUnitName } from "../core/unit-name.ts";

/** The names of one body, in the order in which the file gives them. */
export type NameGroup = readonly string[];

/** Characters that tell two bodies apart where all others are the same (`东区大队`, `西区大队`). */
export const TELLING = /[一二三四五六七八九十东西南北中上下前后大小新老分总\d第各]/u;

/**
 * Puts the names of one body together: with the place in front or without, in short or in full, with a character more or
 * less, or as the bare word of its function (`某县公安局`, `县公安局`, `公安`).
 * @param own the level word of the plan's own place (`县`): bodies without one are its own
 * @param isOfAllLevels whether a bare word names the bodies of that function at every level
 */
export function groupNames(names: readonly string[], own: string, isOfAllLevels = false): readonly NameGroup[] {
  const spread = spreadOf(names);
  const groups = Map.groupBy(names, (name) => keyOf(name, own, spread));
  const merged = mergeNear([...groups.values()]);
  return isOfAllLevels ? merged : adoptBareWords(merged);
}

/** In which areas and places the names of one function stand. */
interface Spread {
  readonly areas: ReadonlyMap<string, ReadonlySet<string>>;
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
}

const functionOf = (name: string): string => {
  const { stem, ending } = readUnitName(name);
  return `${stem}|${endingClass(ending)}`;
};

function spreadOf(names: readonly string[]): Spread {
  const areas = new Map<string, Set<string>>();
  const places = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, value: string): void => {
    if (value) map.set(key, (map.get(key) ?? new Set()).add(value));
  };
  for (const name of names) {
    const { area, place } = readUnitName(name);
    add(areas, functionOf(name), area);
    add(places, functionOf(name), place);
  }
  return { areas, places };
}

/** Function, level and, where the function stands in several places, the place. */
function keyOf(name: string, own: string, { areas, places }: Spread): string {
  if (LEADING_GROUP.test(name)) return leadingGroupKey(name);
  const key = functionOf(name);
  const { area, place } = readUnitName(name);
  const others = [...(areas.get(key) ?? [])];
  const resolved = area || (others.length === 1 ? others[0]! : own);
  const several = (places.get(key)?.size ?? 0) > 1;
  return `${key}|${resolved}|${several ? place : ""}`;
}

const LEADING_GROUP = /领导小组(?:办公室)?$/u;

/** A plan has one leading group and calls it by the end of its name: `…创建工作领导小组`, `领导小组`. */
const leadingGroupKey = (name: string): string => (name.endsWith("办公室") ? "领导小组办公室" : "领导小组");

/** In a file that names more bodies, only equal names are put together: each is compared with all others. */
const MOST_COMPARED = 1_500;

/** Two long names that differ by one inserted character are one body (`精细化推进办`, `精细推进办`). */
function mergeNear(groups: readonly NameGroup[]): readonly NameGroup[] {
  if (groups.length > MOST_COMPARED) return groups;
  const merged: string[][] = [];
  for (const group of groups) {
    const near = merged.find((other) => other.some((a) => group.some((b) => isNear(a, b))));
    if (near) near.push(...group);
    else merged.push([...group]);
  }
  return merged;
}

const SHORTEST_NEAR = 5;

function isNear(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 1 || short.length < SHORTEST_NEAR) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return at > 1 && at < short.length && short.slice(at) === long.slice(at + 1) && !TELLING.test(long[at]!);
}

/** `发改、教育、公安等部门`: a function's word alone is the body of that function, where there is just one. */
function adoptBareWords(groups: readonly NameGroup[]): readonly NameGroup[] {
  if (groups.length > MOST_COMPARED) return groups;
  const whole = groups.filter((group) => group.some(isBody)).map((group) => [...group]);
  const bare = groups.filter((group) => !group.some(isBody));
  const left = bare.filter((group) => {
    const owner = ownerOf(group[0]!, whole);
    owner?.push(...group);
    return !owner;
  });
  return [...whole, ...left];
}

const LONGEST_WORD = 6;

function ownerOf<Group extends NameGroup>(word: string, groups: readonly Group[]): Group | null {
  if (word.length > LONGEST_WORD) return null;
  const { stem } = readUnitName(word);
  const containing = groups.filter((group) =>
    group.some((name) => name.includes(word) || readUnitName(name).stem.includes(stem)),
  );
  if (containing.length === 1) return containing[0]!;
  if (containing.length > 1)
    return containing.find((group) => group.some((name) => readUnitName(name).stem === stem)) ?? null;
  const family = familyOf(word);
  const related = family === "其他" ? [] : groups.filter((group) => group.some((name) => familyOf(name) === family));
  return related.length === 1 ? related[0]! : null;
}
