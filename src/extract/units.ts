import type { Facts } from "../../schemas/plan.ts";
import type { Unit } from "../../schemas/unit.ts";
import { distinctBy } from "../core/distinct.ts";
import type { Outline } from "../core/outline.ts";
import { squash } from "../core/tidy.ts";
import { familyOf } from "../core/unit-family.ts";
import { createNameSearch, findName, type NameSearch } from "./name-search.ts";
import { findAliases } from "./unit-aliases.ts";
import { groupNames, type NameGroup } from "./unit-groups.ts";
import { levelOf } from "./unit-level.ts";

type WithRoles = { readonly responsibilities: readonly { readonly units: readonly string[] }[] };

const unitsOf = (entries: readonly WithRoles[]): string[] =>
  entries.flatMap((entry) => entry.responsibilities.flatMap(({ units }) => units));

/** The index of bodies: every unit named in a responsibility or a duty of any fact. */
export function extractUnits(facts: Omit<Facts, "units">, outline: Outline): Unit[] {
  const standards = facts.standards.flatMap((standard) => [...standard.items, ...standard.bonus, ...standard.veto]);
  const assigned = facts.assignments.flatMap((assignment) => assignment.items);
  const named = [facts.tasks, facts.measures, facts.phases, standards, assigned].flatMap(unitsOf);
  return indexUnits([...named, ...facts.duties.flatMap((duty) => duty.units)], outline);
}

/**
 * Puts bodies together, one entry each, with every other name that the file gives them (`某县公安局`, `县公安局`,
 * `公安`). The longest name stands first; a name that the text does not hold is left out.
 * @param named the units as printed, in order
 */
export function indexUnits(named: readonly string[], outline: Outline): Unit[] {
  // Names that differ only in the width of their brackets are one name.
  const names = distinctBy(named.map(squash), (name) => name.normalize("NFKC"));
  const search = createNameSearch(outline);
  const taken = new Set(names);
  return groupNames(names, ownArea(outline), isOfAllLevels(outline)).flatMap((group) => {
    const aliases = findAliases(group, search, outline.header, taken);
    return createUnit([...group, ...aliases], search, outline);
  });
}

/** `财政、医保等部门` in a nation's or province's plan are those of every level, not its own. */
const isOfAllLevels = ({ header: { jurisdiction } }: Outline): boolean =>
  jurisdiction.level === "national" || jurisdiction.level === "province";

/** The level word of the plan's own place: `某县` → `县`. */
const ownArea = (outline: Outline): string =>
  /(省|自治区|市|州|县|区|旗|镇|乡|街道)$/u.exec(outline.header.jurisdiction.name ?? "")?.[1] ?? "";

/** An office inside the issuing body has the family of that body: `局财务科`. */
const INNER_OFFICE = /^(?:本)?[局委厅办](?!党).{1,12}[科处股室]$/u;

function createUnit(names: NameGroup, search: NameSearch, outline: Outline): Unit[] {
  const name = names.reduce((a, b) => (b.length > a.length ? b : a));
  const evidence = names.flatMap((candidate) => findName(candidate, search)).slice(0, 1);
  if (evidence.length === 0) return [];
  const aliases = names.filter((other) => other !== name);
  const family = familyOf(INNER_OFFICE.test(name) ? (outline.header.issuers[0] ?? name) : name);
  return [{ name, aliases, family, level: levelOf(name, outline.header.jurisdiction), evidence }];
}
