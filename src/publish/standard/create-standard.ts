import type { Evidence } from "../../../schemas/evidence.ts";
import type { Plan } from "../../../schemas/plan.ts";
import type {
  PublishedEvidence,
  PublishedResponsibility,
  PublishedRow,
  PublishedRule,
  PublishedStandard,
} from "../../../schemas/published-standard.ts";
import type { Responsibility } from "../../../schemas/responsibility.ts";
import type { Standard, StandardItem, StandardRule } from "../../../schemas/standard.ts";
import type { UnitFamily } from "../../../schemas/unit.ts";
import { distinctBy } from "../../core/distinct.ts";
import { familyOf } from "../../core/unit-family.ts";
import { readCaps } from "./caps.ts";
import { carryIds, type Known } from "./carry-ids.ts";
import { entryOf, isDecisive } from "./entry.ts";

type FamilyOf = (name: string) => UnitFamily;

/**
 * The standards of a plan as data for other systems, in the plan's order.
 * @param previous standards of an earlier version: whose lines are alike pass on their ids. Without it ids come of the content alone.
 */
export function createStandards(plan: Plan, previous: readonly PublishedStandard[] = []): PublishedStandard[] {
  const titles = plan.standards.map(({ title }) => ({ criterion: title, scoring: null }));
  const known = previous.map(({ id, title }) => ({ id, criterion: title, scoring: null }));
  const ids = carryIds("standard", titles, known);
  const families = familiesOf(plan);
  return plan.standards.map((standard, at) => {
    const before = previous.find(({ id }) => id === ids[at]) ?? null;
    return { schema: "standard/1", id: ids[at]!, plan: sourceOf(plan), ...createStandard(standard, before, families) };
  });
}

function createStandard(
  standard: Standard,
  before: PublishedStandard | null,
  families: FamilyOf,
): Omit<PublishedStandard, "schema" | "id" | "plan"> {
  const rows = createRows(standard.items, before?.rows ?? [], families);
  return {
    title: standard.title,
    attachment: standard.attachment,
    trial: standard.trial,
    rows,
    categories: standard.categories.map(({ name, points }) => ({ name, points })),
    total: standard.total,
    attainable: attainableOf(rows),
    passMark: standard.passMark,
    bonus: createRules("bonus", standard.bonus, before?.bonus ?? [], families),
    ...readCaps(standard),
    veto: createRules("veto", standard.veto, before?.veto ?? [], families),
    notes: standard.notes,
  };
}

function createRows(
  items: readonly StandardItem[],
  before: readonly PublishedRow[],
  families: FamilyOf,
): PublishedRow[] {
  const ids = carryIds("row", items, before);
  return items.map((item, at) => {
    const entry = entryOf(item);
    const { number, category, subcategory, criterion, points, grades, scoring, methods } = item;
    return {
      id: ids[at]!,
      ordinal: at + 1,
      number,
      category,
      subcategory,
      criterion,
      points,
      grades,
      scoring,
      methods,
      responsibilities: item.responsibilities.map((one) => withFamilies(one, families)),
      entry,
      decisive: isDecisive(item, entry.kind),
      evidence: briefEvidence(item.evidence),
    };
  });
}

const RULE_NUMBERS = { bonus: "加", veto: "否" } as const;

function createRules(
  kind: keyof typeof RULE_NUMBERS,
  rules: readonly StandardRule[],
  before: readonly PublishedRule[],
  families: FamilyOf,
): PublishedRule[] {
  const wordings = rules.map(({ criterion, rule }) => ({ criterion, scoring: rule }));
  const known = before.map(({ id, criterion, rule }): Known => ({ id, criterion, scoring: rule }));
  const ids = carryIds(kind, wordings, known);
  return rules.map(({ criterion, rule, maxPoints, methods, responsibilities, evidence }, at) => ({
    id: ids[at]!,
    number: `${RULE_NUMBERS[kind]}${at + 1}`,
    criterion,
    rule,
    maxPoints,
    methods,
    responsibilities: responsibilities.map((one) => withFamilies(one, families)),
    evidence: briefEvidence(evidence),
  }));
}

const withFamilies = ({ role, units }: Responsibility, families: FamilyOf): PublishedResponsibility => ({
  role,
  units: units.map((name) => ({ name, family: families(name) })),
});

const briefEvidence = (evidence: readonly Evidence[]): PublishedEvidence[] =>
  distinctBy(
    evidence.map(({ quote, page }) => ({ quote, page })),
    ({ quote, page }) => `${page} ${quote}`,
  );

/** The family that the plan gives a body, else what its name says. */
function familiesOf(plan: Plan): FamilyOf {
  const families = new Map(
    plan.units.flatMap(({ name, aliases, family }) => [name, ...aliases].map((each) => [each, family] as const)),
  );
  return (name) => families.get(name) ?? familyOf(name);
}

function attainableOf(rows: readonly PublishedRow[]): number | null {
  const most = rows.flatMap(({ entry }) => (entry.kind === "points" || entry.kind === "grade" ? [entry.max ?? 0] : []));
  return most.length === 0 ? null : Math.round(most.reduce((sum, one) => sum + one, 0) * 1e6) / 1e6;
}

const sourceOf = ({ id, header }: Plan): PublishedStandard["plan"] => ({
  id,
  title: header.title,
  documentNumber: header.documentNumber,
  issuers: header.issuers,
  issuedOn: header.issuedOn,
  jurisdiction: { name: header.jurisdiction.name, level: header.jurisdiction.level },
});
