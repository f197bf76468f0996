import type { ComponentType } from "preact";
import type { Plan } from "../../../../../schemas/plan.ts";
import { ReviewTab } from "../../review/review-tab.tsx";
import { AttachmentsTab } from "./attachments-tab.tsx";
import { DeadlinesTab } from "./deadlines-tab.tsx";
import { FindingsTab } from "./findings-tab.tsx";
import { MatrixTab } from "./matrix-tab.tsx";
import { OverviewTab } from "./overview-tab.tsx";
import { PhasesTab } from "./phases-tab.tsx";
import { StandardsTab } from "./standards-tab.tsx";
import { TablesTab } from "./tables-tab.tsx";
import { TargetsTab } from "./targets-tab.tsx";
import { TasksTab } from "./tasks-tab.tsx";
import { UnitsTab } from "./units-tab.tsx";

export type TabName =
  | "overview"
  | "targets"
  | "phases"
  | "tasks"
  | "matrix"
  | "units"
  | "standards"
  | "deadlines"
  | "tables"
  | "attachments"
  | "findings"
  | "review";

export interface Tab {
  readonly name: TabName;
  /** The first parts of the paths of the facts that it shows. */
  readonly roots: readonly string[];
  /** How many entries it has; null for a tab that is always there. */
  readonly count: (plan: Plan) => number | null;
  readonly View: ComponentType;
}

const answered = (each: { readonly responsibilities: readonly unknown[] }): boolean => each.responsibilities.length > 0;

export const TABS: readonly Tab[] = [
  { name: "overview", roots: ["header", "basis", "sections"], count: () => null, View: OverviewTab },
  { name: "targets", roots: ["targets"], count: ({ targets }) => targets.length, View: TargetsTab },
  { name: "phases", roots: ["phases"], count: ({ phases }) => phases.length, View: PhasesTab },
  {
    name: "tasks",
    roots: ["tasks", "measures"],
    count: ({ tasks, measures }) => tasks.length + measures.length,
    View: TasksTab,
  },
  {
    name: "matrix",
    roots: [],
    count: ({ tasks, measures, phases, assignments }) =>
      [...tasks, ...measures, ...phases, ...assignments.flatMap(({ items }) => items)].filter(answered).length,
    View: MatrixTab,
  },
  {
    name: "units",
    roots: ["duties", "units"],
    count: ({ duties, units }) => duties.length + units.length,
    View: UnitsTab,
  },
  { name: "standards", roots: ["standards"], count: ({ standards }) => standards.length, View: StandardsTab },
  { name: "deadlines", roots: ["deadlines"], count: ({ deadlines }) => deadlines.length, View: DeadlinesTab },
  {
    name: "tables",
    roots: ["assignments", "lists", "rosters", "forms"],
    count: ({ assignments, lists, rosters, forms }) =>
      assignments.length + lists.length + rosters.length + forms.length,
    View: TablesTab,
  },
  { name: "attachments", roots: ["attachments"], count: ({ attachments }) => attachments.length, View: AttachmentsTab },
  { name: "findings", roots: ["findings"], count: ({ findings }) => findings.length, View: FindingsTab },
  { name: "review", roots: [], count: () => null, View: ReviewTab },
];

/** Tabs that would be empty are left out, but for those that say so in words. */
export const tabsOf = (plan: Plan): readonly Tab[] =>
  TABS.filter(({ name, count }) => name === "findings" || count(plan) !== 0);

/** The tab that shows a fact. */
export const tabOfFact = (path: string): TabName =>
  TABS.find(({ roots }) => roots.includes(path.split("/")[0]!))?.name ?? "overview";
