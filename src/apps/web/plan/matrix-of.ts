import type { Plan } from "../../../../schemas/plan.ts";
import type { Role } from "../../../../schemas/responsibility.ts";

/** A row of the responsibility matrix: a piece of work, and each body's roles in it. */
export interface MatrixLine {
  readonly path: string;
  readonly label: string;
  readonly roles: ReadonlyMap<string, readonly Role[]>;
}

export interface DutyMatrix {
  readonly bodies: readonly string[];
  readonly lines: readonly MatrixLine[];
}

/** Sets bodies against work; names that mean one body share a column, the busiest body stands first. */
export function matrixOf(plan: Plan): DutyMatrix {
  const nameOf = bodyNames(plan);
  const lines = workOf(plan)
    .filter(({ responsibilities }) => responsibilities.length > 0)
    .map(({ path, label, responsibilities }) => ({ path, label, roles: rolesOf(responsibilities, nameOf) }));
  const counts = new Map<string, number>();
  for (const { roles } of lines) for (const body of roles.keys()) counts.set(body, (counts.get(body) ?? 0) + 1);
  return { lines, bodies: [...counts].toSorted((a, b) => b[1] - a[1]).map(([body]) => body) };
}

type Responsibilities = Plan["tasks"][number]["responsibilities"];

function workOf(plan: Plan): { path: string; label: string; responsibilities: Responsibilities }[] {
  const tasks = (["tasks", "measures"] as const).flatMap((root) =>
    plan[root].map(({ number, title, text, responsibilities }, index) => ({
      path: `${root}/${index}`,
      label: `${number ?? ""} ${title || text}`.trim(),
      responsibilities,
    })),
  );
  const rows = plan.assignments.flatMap(({ items }, table) =>
    items.map(({ number, task, responsibilities }, index) => ({
      path: `assignments/${table}/items/${index}`,
      label: `${number ?? ""} ${task}`.trim(),
      responsibilities,
    })),
  );
  const phases = plan.phases.map(({ name, responsibilities }, index) => ({
    path: `phases/${index}`,
    label: name,
    responsibilities,
  }));
  return [...tasks, ...rows, ...phases];
}

function bodyNames({ units }: Plan): (printed: string) => string {
  const names = new Map(units.flatMap(({ name, aliases }) => [name, ...aliases].map((each) => [each, name] as const)));
  return (printed) => names.get(printed) ?? printed;
}

function rolesOf(responsibilities: Responsibilities, nameOf: (printed: string) => string): Map<string, Role[]> {
  const roles = new Map<string, Role[]>();
  for (const { role, units } of responsibilities)
    for (const body of units.map(nameOf)) {
      const known = roles.get(body) ?? [];
      if (!known.includes(role)) roles.set(body, [...known, role]);
    }
  return roles;
}
