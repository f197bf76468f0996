import type { FamilyPair, FamilyRole } from "../../../schemas/comparison.ts";
import type { Plan } from "../../../schemas/plan.ts";
import { type Responsibility, Role } from "../../../schemas/responsibility.ts";
import { UnitFamily } from "../../../schemas/unit.ts";
import { familyOf } from "../../core/unit-family.ts";

type Families = ReadonlyMap<UnitFamily, FamilyRole[]>;

/**
 * What the bodies of each family do in the two plans, in the order of the families' table. `identical` where a family
 * has the same roles, whatever its bodies are called; `changed` where it has others.
 */
export function compareResponsibilities(template: Plan, local: Plan): FamilyPair[] {
  const [ours, theirs] = [familiesOf(template), familiesOf(local)];
  return UnitFamily.options.flatMap((family) => {
    const [one, other] = [ours.get(family) ?? [], theirs.get(family) ?? []];
    return one.length + other.length === 0
      ? []
      : [{ family, template: one, local: other, relation: relationOf(one, other) }];
  });
}

function relationOf(template: readonly FamilyRole[], local: readonly FamilyRole[]): FamilyPair["relation"] {
  if (template.length === 0) return "added";
  if (local.length === 0) return "removed";
  const [one, other] = [template, local].map((roles) => roles.map(({ role }) => role).join());
  return one === other ? "identical" : "changed";
}

/** Every body that a plan gives something to do, by family; the roles stand in the order of their table. */
function familiesOf(plan: Plan): Families {
  const counts = new Map<string, { family: UnitFamily; role: Role; units: Set<string>; count: number }>();
  for (const { role, units } of responsibilitiesOf(plan)) {
    for (const unit of units) {
      const family = familyOf(unit);
      const entry = counts.get(`${family} ${role}`) ?? { family, role, units: new Set(), count: 0 };
      entry.units.add(unit);
      entry.count++;
      counts.set(`${family} ${role}`, entry);
    }
  }
  const families = new Map<UnitFamily, FamilyRole[]>();
  for (const role of Role.options) {
    for (const entry of counts.values()) {
      if (entry.role !== role) continue;
      const roles = families.get(entry.family) ?? [];
      families.set(entry.family, [...roles, { role, units: [...entry.units], count: entry.count }]);
    }
  }
  return families;
}

/** A duty says what a body is responsible for. */
function responsibilitiesOf(plan: Plan): Responsibility[] {
  const rows = plan.standards.flatMap(({ items, bonus, veto }) => [...items, ...bonus, ...veto]);
  const holders = [
    ...plan.tasks,
    ...plan.measures,
    ...plan.phases,
    ...plan.assignments.flatMap((a) => a.items),
    ...rows,
  ];
  const duties = plan.duties.map(({ units }): Responsibility => ({ role: "responsible", units }));
  return [...holders.flatMap(({ responsibilities }) => responsibilities), ...duties];
}
