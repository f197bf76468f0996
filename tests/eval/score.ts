import { choicesOf, firstChoice, isSame, nearness, similarity, squashValue } from "./compare-values.ts";
import { type Entry, listOf, scorePairs, scoreRoles, scoreScalar, scoreSet, scoreText, Tally } from "./tally.ts";

/** The tallies of one file by category; `grounding` is apart from the total. */
export type Tallies = Record<string, Tally>;

type Scorer = (tally: Tally, gold: Entry, out: Entry) => void;

const field = (entry: unknown, key: string): unknown =>
  typeof entry === "object" && entry !== null ? (entry as Entry)[key] : undefined;
const plain = (title: unknown): string | undefined => squashValue(title)?.replace(/^[《<]|[》>]$/gu, "");
const sameTitle = (gold: Entry, out: Entry): boolean =>
  choicesOf(gold.title).some((title) => plain(title) === plain(out.title));
const nearTitle = (gold: Entry, out: Entry): boolean =>
  choicesOf(gold.title).some((title) => plain(title) === plain(out.title) || similarity(title, out.title) > 0.9);
const titleOf = (entry: Entry): string => String(firstChoice(entry.title));

const header: Scorer = (tally, { header: gold }, { header: out }) => {
  for (const key of ["title", "noticeTitle", "documentNumber", "issuedOn", "printedOn", "trial"])
    scoreScalar(tally, key, field(gold, key), field(out, key));
  for (const key of ["name", "level"])
    scoreScalar(
      tally,
      `jurisdiction.${key}`,
      field(field(gold, "jurisdiction"), key),
      field(field(out, "jurisdiction"), key),
    );
  for (const key of ["issuers", "recipients"]) scoreSet(tally, key, field(gold, key), field(out, key));
  const contacts = (entry: unknown): string[] => listOf(field(entry, "contacts")).map((c) => `${c.name}${c.phone}`);
  scoreSet(tally, "contacts", contacts(gold), contacts(out));
};

const basis: Scorer = (tally, gold, out) =>
  scorePairs(tally, gold.basis, out.basis, {
    label: "basis",
    name: titleOf,
    matches: sameTitle,
    compare: (a, b) => {
      scoreScalar(tally, "number", a.documentNumber, b.documentNumber);
      scoreScalar(tally, "relation", a.relation, b.relation);
    },
  });

const flatten = (sections: unknown): Entry[] => listOf(sections).flatMap((s) => [s, ...flatten(s.children)]);

const sections: Scorer = (tally, gold, out) =>
  scorePairs(tally, flatten(gold.sections), flatten(out.sections), {
    label: "section",
    name: (s) => `${s.number ?? ""} ${firstChoice(s.heading)}`,
    matches: (a, b) => isSame(a.heading, b.heading),
    compare: (a, b) => scoreScalar(tally, "kind", a.kind, b.kind),
  });

const quantitative = (targets: unknown): Entry[] => listOf(targets).filter((t) => t.kind === "quantitative");

const targets: Scorer = (tally, gold, out) =>
  scorePairs(tally, quantitative(gold.targets), quantitative(out.targets), {
    label: "target",
    name: (t) => [t.deadline, t.comparator, t.value, t.unit, t.metric].map(firstChoice).join(" "),
    matches: (a, b) =>
      isSame(a.deadline, b.deadline) &&
      isSame(a.comparator, b.comparator) &&
      choicesOf(a.value).map(Number).includes(Number(b.value)) &&
      isSame(a.unit, b.unit),
    compare: (a, b) => {
      scoreScalar(tally, "hedge", a.hedge, b.hedge);
      if (a.metric) scoreText(tally, "metric", a.metric, b.metric, 0.6);
    },
    rank: (a, b) => nearness(a.metric ?? "", b.metric),
  });

const phases: Scorer = (tally, gold, out) =>
  scorePairs(tally, gold.phases, out.phases, {
    label: "phase",
    name: (p) => String(firstChoice(p.name)),
    matches: (a, b) => isSame(a.name, b.name),
    compare: (a, b) => {
      const at = String(firstChoice(a.name));
      scoreScalar(tally, `${at} start`, a.start, b.start);
      scoreScalar(tally, `${at} end`, a.end, b.end);
      scoreText(tally, `${at} text`, a.text, b.text);
    },
  });

/** Tasks and measures; who is responsible is counted in a category of its own. */
const items =
  (key: "tasks" | "measures", roles: Tally): Scorer =>
  (tally, gold, out) =>
    scorePairs(tally, gold[key], out[key], {
      label: key,
      name: (t) => `${t.number ?? ""}${firstChoice(t.title)}`,
      matches: (a, b) => isSame(a.title, b.title),
      compare: (a, b) => {
        const at = String(firstChoice(a.title));
        if (a.parent !== undefined)
          scoreScalar(tally, `${at} parent`, a.parent && field(a.parent, "title"), field(b.parent, "title") ?? null);
        scoreText(tally, `${at} text`, a.text, b.text);
        scoreRoles(roles, at, a, b);
      },
    });

const deadlines: Scorer = (tally, gold, out) =>
  scorePairs(tally, gold.deadlines, out.deadlines, {
    label: "deadline",
    name: (d) => `${firstChoice(d.due) ?? firstChoice(d.recurring)} ${d.text ?? ""}`,
    matches: (a, b) => isSame(a.due ?? null, b.due ?? null) && isSame(a.recurring ?? null, b.recurring ?? null),
  });

function standardItem(tally: Tally, gold: Entry, out: Entry): void {
  const at = `item ${gold.number}`;
  scoreScalar(tally, `${at} category`, gold.category, out.category);
  if ("subcategory" in gold) scoreScalar(tally, `${at} subcategory`, gold.subcategory, out.subcategory);
  for (const key of ["criterion", "points", "scoring"]) scoreScalar(tally, `${at} ${key}`, gold[key], out[key]);
  scoreSet(tally, `${at} methods`, gold.methods, out.methods);
  const grades = (entry: Entry): string[] => Object.entries(entry.grades ?? {}).map(String);
  scoreSet(tally, `${at} grades`, grades(gold), grades(out));
  scoreRoles(tally, `${at} unit`, gold, out);
}

const standards: Scorer = (tally, gold, out) =>
  scorePairs(tally, gold.standards, out.standards, {
    label: "standard",
    name: titleOf,
    matches: nearTitle,
    compare: (a, b) => {
      for (const key of ["attachment", "trial", "total", "passMark"]) scoreScalar(tally, key, a[key], b[key]);
      scorePairs(tally, a.categories, b.categories, {
        label: "category",
        name: (c) => String(firstChoice(c.name)),
        matches: (x, y) => isSame(x.name, y.name),
        compare: (x, y) => scoreScalar(tally, `${firstChoice(x.name)} points`, x.points, y.points),
      });
      scorePairs(tally, a.items, b.items, {
        label: "item",
        name: (i) => `${i.number} ${JSON.stringify(firstChoice(i.criterion))}`,
        matches: (x, y) => String(x.number) === String(y.number),
        compare: (x, y) => standardItem(tally, x, y),
      });
      for (const key of ["bonus", "veto"])
        scorePairs(tally, a[key], b[key], {
          label: key,
          name: (r) => String(firstChoice(r.criterion)),
          matches: (x, y) => similarity(firstChoice(x.criterion), y.criterion) > 0.9,
          compare: (x, y) => {
            scoreScalar(tally, `${key} rule`, x.rule, y.rule);
            scoreScalar(tally, `${key} maxPoints`, x.maxPoints, y.maxPoints);
          },
        });
      scoreSet(tally, "notes", a.notes, b.notes);
    },
  });

const assignments: Scorer = (tally, gold, out) =>
  scorePairs(tally, gold.assignments, out.assignments, {
    label: "assignment",
    name: titleOf,
    matches: nearTitle,
    compare: (a, b) =>
      scorePairs(tally, a.items, b.items, {
        label: "row",
        name: (i) => `${i.number} ${firstChoice(i.task)}`,
        matches: (x, y) => isSame(x.task, y.task) || similarity(firstChoice(x.task), y.task) > 0.95,
        compare: (x, y) => {
          for (const key of ["number", "category", "due"]) scoreScalar(tally, `row ${x.number} ${key}`, x[key], y[key]);
          scoreText(tally, `row ${x.number} measures`, x.measures, y.measures);
          scoreRoles(tally, `row ${x.number} unit`, x, y);
        },
      }),
  });

const lists: Scorer = (tally, gold, out) =>
  scorePairs(tally, gold.lists, out.lists, {
    label: "list",
    name: titleOf,
    matches: nearTitle,
    compare: (a, b) => {
      const rows = (entry: Entry): string[] => (entry.rows as string[][]).map((row) => row.join("|"));
      scoreSet(tally, "column", a.columns, b.columns);
      scoreSet(tally, "row", rows(a), rows(b));
    },
  });

const rosters: Scorer = (tally, gold, out) =>
  scorePairs(tally, gold.rosters, out.rosters, {
    label: "roster",
    name: titleOf,
    matches: nearTitle,
    compare: (a, b) => {
      const members = (entry: Entry): string[] => listOf(entry.members).map((m) => `${m.role}|${m.name}|${m.position}`);
      scoreSet(tally, "member", members(a), members(b));
    },
  });

const forms: Scorer = (tally, gold, out) =>
  scorePairs(tally, gold.forms, out.forms, {
    label: "form",
    name: titleOf,
    matches: nearTitle,
    compare: (a, b) => scoreSet(tally, "field", a.fields, b.fields),
  });

const attachments: Scorer = (tally, gold, out) =>
  scorePairs(tally, gold.attachments, out.attachments, {
    label: "attachment",
    name: (a) => `${a.number} ${firstChoice(a.title)}`,
    matches: (a, b) => String(a.number) === String(b.number),
    compare: (a, b) => {
      scoreScalar(tally, "title", a.title, b.title);
      scoreScalar(tally, "kind", a.kind, b.kind);
    },
  });

const namesOf = (unit: Entry): unknown[] => [unit.name, ...((unit.aliases as unknown[] | undefined) ?? [])];
const nameValue = (name: unknown): unknown => field(name, "value") ?? name;

const units: Scorer = (tally, gold, out) =>
  scorePairs(tally, gold.units, out.units, {
    label: "unit",
    name: (u) => String(u.name),
    matches: (a, b) => namesOf(a).some((x) => namesOf(b).some((y) => isSame(x, y))),
    compare: (a, b) => {
      scoreScalar(tally, `${a.name} family`, a.family, b.family);
      scoreSet(tally, `${a.name} names`, namesOf(a), namesOf(b).map(nameValue));
    },
  });

const findings: Scorer = (tally, gold, out) => {
  const wanted = listOf(gold.findings).map((f) => (f.optional ? { value: f.code, optional: true } : f.code));
  scoreSet(
    tally,
    "finding",
    wanted,
    listOf(out.findings).map((f) => f.code),
  );
};

const EVIDENCED = [
  "targets",
  "phases",
  "tasks",
  "measures",
  "deadlines",
  "standards",
  "lists",
  "rosters",
  "forms",
  "attachments",
  "findings",
];

/** Every quote must stand where its evidence says, and every fact must have one. */
const grounding: Scorer = (tally, _gold, out) => {
  const blocks = new Map(listOf(out.blocks).map((block) => [block.id, String(block.text)]));
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const e of listOf(field(value, "evidence"))) {
      if (e.quote && blocks.get(e.block)?.slice(Number(e.start), Number(e.end)) === e.quote) tally.tp++;
      else tally.extra.push(`${path}: ${JSON.stringify(e).slice(0, 80)}`);
    }
    for (const [key, child] of Object.entries(value))
      if (key !== "evidence" && key !== "blocks") visit(child, `${path}.${key}`);
  };
  visit(out, "$");
  for (const key of EVIDENCED)
    for (const [index, entry] of listOf(out[key]).entries())
      if (listOf(entry.evidence).length === 0) tally.missed.push(`${key}[${index}] has no evidence`);
};

/** Scores a plan against its gold, fact by fact; the verdicts are those of the owner's `score.mjs`. */
export function score(gold: Entry, out: Entry): Tallies {
  const tallies: Tallies = {};
  const responsibilities = new Tally();
  const scorers: Record<string, Scorer> = {
    header,
    basis,
    sections,
    targets,
    phases,
    tasks: items("tasks", responsibilities),
    measures: items("measures", responsibilities),
    deadlines,
    standards,
    assignments,
    lists,
    rosters,
    forms,
    attachments,
    units,
    findings,
    grounding,
  };
  for (const [key, scorer] of Object.entries(scorers)) {
    const tally = new Tally();
    tallies[key] = tally;
    scorer(tally, gold, out);
  }
  return { ...tallies, responsibilities };
}

/** All categories but grounding, added up. */
export function totalOf(all: readonly Tallies[]): Tally {
  const sum = new Tally();
  for (const tallies of all)
    for (const [key, tally] of Object.entries(tallies)) {
      if (key === "grounding") continue;
      sum.tp += tally.tp;
      sum.missed.push(...tally.missed);
      sum.extra.push(...tally.extra);
    }
  return sum;
}
