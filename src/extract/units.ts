import type { Level } from "../../schemas/header.ts";
import type { Facts } from "../../schemas/plan.ts";
import type { Unit } from "../../schemas/unit.ts";
import { cityLevel } from "../core/gazetteer.ts";
import type { Outline } from "../core/outline.ts";
import { locate } from "../core/passage.ts";
import { isBody } from "../core/split-units.ts";
import { squash } from "../core/tidy.ts";
import { familyOf } from "../core/unit-family.ts";
import { endingClass, readUnitName } from "../core/unit-name.ts";
import { findAliases } from "./unit-aliases.ts";

/** The names of one body, in the order in which the file gives them. */
interface Group {
  readonly names: string[];
}

/**
 * The index of bodies: every unit named in a responsibility or a duty, once each, with the other names that the
 * file gives it (`某县公安局`, `县公安局`, `公安`). The longest name stands first.
 * @param named the units as printed, in order
 */
export function indexUnits(named: readonly string[], outline: Outline): Unit[] {
  const names = distinct(named.map(squash));
  const groups = mergeBareWords(groupNames(names, outline));
  const texts = outline.document.blocks.flatMap((block) => [...new Set([block.text, squash(block.text)])]);
  const taken = new Set(names);
  return groups.flatMap((group) => {
    const all = [...new Set([...group.names, ...findAliases(group.names, texts, outline, taken)])];
    const name = all.reduce((a, b) => (b.length > a.length ? b : a));
    const evidence = all.flatMap((candidate) => findEvidence(candidate, outline)).slice(0, 1);
    if (evidence.length === 0) return [];
    return [
      {
        name,
        aliases: all.filter((other) => other !== name),
        family: familyOf(name),
        level: levelOf(name, outline),
        evidence,
      },
    ];
  });
}

/** Names that differ only in the width of their brackets are one name; the first form stays. */
const distinct = (names: readonly string[]): string[] =>
  [...new Map(names.toReversed().map((name) => [name.normalize("NFKC"), name])).values()].toReversed();

function groupNames(names: readonly string[], outline: Outline): Group[] {
  const own = areaOf(outline);
  const groups = new Map<string, Group>();
  const areas = areasByStem(names);
  const places = placesByStem(names);
  for (const name of names) {
    const { place } = readUnitName(name);
    const general = keyOf(name, own, areas);
    const key = place && (places.get(general.split("|")[0]!)?.size ?? 0) > 1 ? `${general}|${place}` : general;
    const group = groups.get(key) ?? { names: [] };
    group.names.push(name);
    groups.set(key, group);
  }
  return mergeNear([...groups.values()]);
}

/** The level word of the plan's own place: bodies without one are its own. */
const areaOf = (outline: Outline): string =>
  /(省|市|州|县|区|旗|镇|乡|街道)$/u.exec(outline.header.jurisdiction.name ?? "")?.[1] ?? "";

function areasByStem(names: readonly string[]): Map<string, Set<string>> {
  const areas = new Map<string, Set<string>>();
  for (const name of names) {
    const { area, stem, ending } = readUnitName(name);
    const key = `${stem}|${endingClass(ending)}`;
    areas.set(key, (areas.get(key) ?? new Set()).add(area));
  }
  return areas;
}

/** The places printed with one function: two places are two bodies. */
function placesByStem(names: readonly string[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const name of names) {
    const { place, stem } = readUnitName(name);
    if (place) places.set(stem, (places.get(stem) ?? new Set()).add(place));
  }
  return places;
}

function keyOf(name: string, own: string, areas: ReadonlyMap<string, ReadonlySet<string>>): string {
  if (/领导小组(?:办公室)?$/u.test(name)) return leadingGroupKey(name);
  const { area, stem, ending } = readUnitName(name);
  const key = `${stem}|${endingClass(ending)}`;
  const others = [...(areas.get(key) ?? [])].filter((other) => other !== "");
  const resolved = area || (others.length === 1 ? others[0]! : own);
  return `${key}|${resolved}`;
}

/** A leading group is called by the end of its name: `…创建工作领导小组`, `领导小组`. */
const leadingGroupKey = (name: string): string => (name.endsWith("办公室") ? "领导小组办公室" : "领导小组");

/** Two names of five characters or more that differ by one inserted character are one body (`精细化推进办`, `精细推进办`). */
function mergeNear(groups: readonly Group[]): Group[] {
  const merged: Group[] = [];
  for (const group of groups) {
    const near = merged.find((other) => other.names.some((a) => group.names.some((b) => isNear(a, b))));
    if (near) near.names.push(...group.names);
    else merged.push({ names: [...group.names] });
  }
  return merged;
}

const TELLING = /[一二三四五六七八九十东西南北中上下前后大小新老\d第各]/u;

function isNear(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 1 || short.length < 5) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return at > 1 && at < short.length && short.slice(at) === long.slice(at + 1) && !TELLING.test(long[at]!);
}

/** `发改、教育、公安等部门`: a function's word alone is the body of that function, where there is just one. */
function mergeBareWords(groups: readonly Group[]): Group[] {
  const whole = groups.filter((group) => group.names.some(isBody));
  const bare = groups.filter((group) => !whole.includes(group));
  const left = bare.filter((group) => {
    const owner = ownerOf(group.names[0]!, whole);
    owner?.names.push(...group.names);
    return !owner;
  });
  return [...whole, ...left];
}

const LONGEST_WORD = 6;

function ownerOf(word: string, groups: readonly Group[]): Group | null {
  if (word.length > LONGEST_WORD) return null;
  const stem = readUnitName(word).stem;
  const containing = groups.filter((group) =>
    group.names.some((name) => name.includes(word) || readUnitName(name).stem.includes(stem)),
  );
  if (containing.length === 1) return containing[0]!;
  if (containing.length > 1)
    return containing.find((group) => group.names.some((name) => readUnitName(name).stem === stem)) ?? null;
  const family = groups.filter(
    (group) => familyOf(word) !== "其他" && group.names.some((name) => familyOf(name) === familyOf(word)),
  );
  return family.length === 1 ? family[0]! : null;
}

function findEvidence(name: string, outline: Outline): Unit["evidence"] {
  for (const block of outline.document.blocks) {
    const at = block.text.indexOf(name);
    if (at >= 0) return [locate(block, at, at + name.length)];
  }
  return findSpaced(name, outline);
}

/** A name that the source wraps or spaces out: the same characters with white space between them. */
function findSpaced(name: string, outline: Outline): Unit["evidence"] {
  for (const block of outline.document.blocks) {
    if (!squash(block.text).includes(name)) continue;
    const pattern = new RegExp([...name].map((c) => c.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("\\s*"), "u");
    const match = pattern.exec(block.text);
    if (match) return [locate(block, match.index, match.index + match[0].length)];
  }
  return [];
}

const LEVEL_OF_AREA: Readonly<Record<string, Level>> = {
  省: "province",
  自治区: "province",
  州: "prefecture",
  盟: "prefecture",
  县: "county",
  区: "county",
  旗: "county",
  镇: "township",
  乡: "township",
  街道: "township",
  开发区: "zone",
  高新区: "zone",
  经开区: "zone",
};

function levelOf(name: string, outline: Outline): Level | null {
  if (familyOf(name) === "乡镇街道") return "township";
  const { area, place } = readUnitName(name);
  const own = outline.header.jurisdiction;
  if (area === "市")
    return place ? (cityLevel(place) ?? "prefecture") : own.name?.endsWith("市") ? own.level : "prefecture";
  return LEVEL_OF_AREA[area] ?? (isBody(name) && !/^各|有关|相关|居委|派出所/u.test(name) ? own.level : null);
}

type WithRoles = { readonly responsibilities: readonly { readonly units: readonly string[] }[] };

const unitsOf = (entries: readonly WithRoles[]): string[] =>
  entries.flatMap((entry) => entry.responsibilities.flatMap((r) => r.units));

/** The index of bodies over all facts that name them. */
export function extractUnits(facts: Omit<Facts, "units">, outline: Outline): Unit[] {
  const standards = facts.standards.flatMap((standard) => [...standard.items, ...standard.bonus, ...standard.veto]);
  const assigned = facts.assignments.flatMap((assignment) => assignment.items);
  const named = [facts.tasks, facts.measures, facts.phases, standards, assigned].flatMap(unitsOf);
  return indexUnits([...named, ...facts.duties.flatMap((duty) => duty.units)], outline);
}
