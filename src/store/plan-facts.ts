import type { Evidence } from "../../schemas/evidence.ts";
import type { FactKind, FactRow } from "../../schemas/fact-row.ts";
import type { Plan } from "../../schemas/plan.ts";
import type { Responsibility } from "../../schemas/responsibility.ts";
import type { FactTable } from "./tables.ts";

type Fact = Partial<Omit<FactRow, "document" | "kind" | "ordinal">> & Pick<FactRow, "text" | "path">;
type Reading = readonly Fact[];

const EMPTY = {
  number: null,
  category: null,
  metric: null,
  comparator: null,
  value: null,
  unit: null,
  points: null,
  starts: null,
  deadline: null,
  body: null,
  family: null,
  role: null,
  page: null,
} as const;

const pageOf = ({ evidence }: { readonly evidence: readonly Evidence[] }): number | null => evidence[0]?.page ?? null;
const printed = (number: string | number | null): string | null => (number === null ? null : String(number));

const targets = ({ targets }: Plan): Reading =>
  targets.map((target, at) => ({
    path: `/targets/${at}`,
    text: target.text,
    category: target.scope,
    metric: target.metric,
    comparator: target.comparator,
    value: target.value,
    unit: target.unit,
    deadline: target.deadline,
    page: pageOf(target),
  }));

const phases = ({ phases }: Plan): Reading =>
  phases.map((phase, at) => ({
    path: `/phases/${at}`,
    number: String(phase.ordinal),
    text: phase.name,
    starts: phase.start,
    deadline: phase.end,
    page: pageOf(phase),
  }));

const tasksAt =
  (key: "tasks" | "measures") =>
  (plan: Plan): Reading =>
    plan[key].map((task, at) => ({
      path: `/${key}/${at}`,
      number: task.number,
      text: task.title,
      category: task.parent?.title ?? null,
      page: pageOf(task),
    }));

const duties = ({ duties }: Plan): Reading =>
  duties.map((duty, at) => ({
    path: `/duties/${at}`,
    text: duty.text,
    body: duty.units.join("、"),
    page: pageOf(duty),
  }));

const deadlines = ({ deadlines }: Plan): Reading =>
  deadlines.map((deadline, at) => ({
    path: `/deadlines/${at}`,
    text: deadline.text,
    deadline: deadline.due ?? deadline.recurring,
    body: deadline.by.join("、") || null,
    page: pageOf(deadline),
  }));

const items = ({ standards }: Plan): Reading =>
  standards.flatMap((standard, s) =>
    standard.items.map((item, at) => ({
      path: `/standards/${s}/items/${at}`,
      number: printed(item.number),
      text: item.criterion ?? "",
      category: item.category,
      points: item.points,
      page: pageOf(item),
    })),
  );

const rulesAt =
  (key: "bonus" | "veto") =>
  ({ standards }: Plan): Reading =>
    standards.flatMap((standard, s) =>
      standard[key].map((rule, at) => ({
        path: `/standards/${s}/${key}/${at}`,
        text: rule.criterion,
        points: rule.maxPoints,
        page: pageOf(rule),
      })),
    );

const assignments = ({ assignments }: Plan): Reading =>
  assignments.flatMap((assignment, a) =>
    assignment.items.map((item, at) => ({
      path: `/assignments/${a}/items/${at}`,
      number: printed(item.number),
      text: item.task,
      category: item.category,
      deadline: item.due,
      page: pageOf(item),
    })),
  );

const basis = ({ basis }: Plan): Reading =>
  basis.map((each, at) => ({
    path: `/basis/${at}`,
    number: each.documentNumber,
    text: each.title,
    role: each.relation,
    page: pageOf(each),
  }));

const attachments = ({ attachments }: Plan): Reading =>
  attachments.map(({ number, title, kind }, at) => ({
    path: `/attachments/${at}`,
    number: printed(number),
    text: title,
    category: kind,
  }));

/** Everything that has `responsibilities`, with its path. */
function* responsible(
  plan: Plan,
): Generator<readonly [path: string, text: string, responsibilities: readonly Responsibility[]]> {
  for (const [at, each] of plan.phases.entries()) yield [`/phases/${at}`, each.name, each.responsibilities];
  for (const key of ["tasks", "measures"] as const)
    for (const [at, each] of plan[key].entries()) yield [`/${key}/${at}`, each.title, each.responsibilities];
  for (const [s, standard] of plan.standards.entries())
    for (const [at, item] of standard.items.entries())
      yield [`/standards/${s}/items/${at}`, item.criterion ?? "", item.responsibilities];
  for (const [a, assignment] of plan.assignments.entries())
    for (const [at, item] of assignment.items.entries())
      yield [`/assignments/${a}/items/${at}`, item.task, item.responsibilities];
}

/** One row for each body in each bracket. */
function responsibilities(plan: Plan): Reading {
  const families = new Map(
    plan.units.flatMap(({ name, aliases, family }) => [name, ...aliases].map((each) => [each, family] as const)),
  );
  return [...responsible(plan)].flatMap(([path, text, entries]) =>
    entries.flatMap(({ role, units }, at) =>
      units.map((body) => ({
        path: `${path}/responsibilities/${at}`,
        text,
        body,
        family: families.get(body) ?? null,
        role,
      })),
    ),
  );
}

const findings = ({ findings }: Plan): Reading =>
  findings.map(({ code, message, severity }, at) => ({
    path: `/findings/${at}`,
    text: message,
    metric: code,
    category: severity,
  }));

const READINGS: Readonly<Record<FactKind, (plan: Plan) => Reading>> = {
  target: targets,
  phase: phases,
  task: tasksAt("tasks"),
  measure: tasksAt("measures"),
  duty: duties,
  deadline: deadlines,
  "standard-item": items,
  "standard-bonus": rulesAt("bonus"),
  "standard-veto": rulesAt("veto"),
  assignment: assignments,
  basis,
  attachment: attachments,
  responsibility: responsibilities,
  finding: findings,
};

/** Every fact of a plan as a row. */
export const factRows = (plan: Plan): FactTable[] =>
  (Object.keys(READINGS) as FactKind[]).flatMap((kind) =>
    READINGS[kind](plan).map((fact, at) => ({ document_id: plan.id, kind, ordinal: at + 1, ...EMPTY, ...fact })),
  );
