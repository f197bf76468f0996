import { z } from "zod";
import { Change, Direction, Relation, TokenDiff } from "./change.ts";
import { ComparisonFinding } from "./comparison-finding.ts";
import { Deadline } from "./deadline.ts";
import { Evidence } from "./evidence.ts";
import { Phase } from "./phase.ts";
import { Role } from "./responsibility.ts";
import { Target } from "./target.ts";
import { UnitFamily } from "./unit.ts";

/** A plan as a comparison names it. */
export const PlanReference = z.object({ id: z.string(), title: z.string().nullable() });
export type PlanReference = z.infer<typeof PlanReference>;

/** A row of a standard, or a task: its place in the plan, its words, and where they stand. */
export const RowReference = z.object({
  /** Counts the rows of the standard, or the tasks of the plan, from 1. */
  ordinal: z.int().positive(),
  /** As printed (`12`, `1.1`, `（三）`); null where the row has none. */
  number: z.union([z.number(), z.string()]).nullable(),
  category: z.string().nullable(),
  text: z.string(),
  evidence: z.array(Evidence),
});
export type RowReference = z.infer<typeof RowReference>;

/** Which words and numbers made the similarity; each list is in the order of the template. */
export const Explanation = z.object({
  words: z.array(z.string()),
  numbers: z.array(z.string()),
  templateOnly: z.array(z.string()),
  localOnly: z.array(z.string()),
});
export type Explanation = z.infer<typeof Explanation>;

/**
 * One entry of a many-to-many alignment: a template row that is split over two local rows gives two entries. `template`
 * and `local` are the printed numbers where a standard's printed numbers are distinct numbers, else the ordinals;
 * for tasks always the ordinals. `similarity` is 0 to 1; `direction` the common one of the changes, null where they have none.
 */
export const RowPair = z.object({
  template: z.number().nullable(),
  local: z.number().nullable(),
  relation: Relation,
  direction: Direction.nullable(),
  similarity: z.number().min(0).max(1),
  explanation: Explanation,
  changes: z.array(Change),
  diff: TokenDiff,
  templateRow: RowReference.nullable(),
  localRow: RowReference.nullable(),
  /** Which standards of the two plans the rows belong to, counted from 0; null for tasks. */
  standard: z.object({ template: z.int().nullable(), local: z.int().nullable() }).nullable(),
});
export type RowPair = z.infer<typeof RowPair>;

/** Targets of one metric and deadline; `delta` is the local value less the template's, in their common unit. */
export const TargetPair = z.object({
  template: Target.nullable(),
  local: Target.nullable(),
  relation: Relation,
  direction: Direction.nullable(),
  delta: z.number().nullable(),
  changes: z.array(Change),
});
export type TargetPair = z.infer<typeof TargetPair>;

/** Phases of one purpose; a delta in days is positive where the local plan is later, null where a date is missing. */
export const PhasePair = z.object({
  template: Phase.nullable(),
  local: Phase.nullable(),
  relation: Relation,
  startDeltaDays: z.int().nullable(),
  endDeltaDays: z.int().nullable(),
  changes: z.array(Change),
});
export type PhasePair = z.infer<typeof PhasePair>;

/** Deadlines of one demand; `deltaDays` is positive where the local one is later. A later one is `looser`. */
export const DeadlinePair = z.object({
  template: Deadline.nullable(),
  local: Deadline.nullable(),
  relation: Relation,
  direction: Direction.nullable(),
  deltaDays: z.int().nullable(),
  changes: z.array(Change),
});
export type DeadlinePair = z.infer<typeof DeadlinePair>;

/** What the bodies of a family do in a plan: the names in each role, and in how many places. */
export const FamilyRole = z.object({ role: Role, units: z.array(z.string()), count: z.int().positive() });
export type FamilyRole = z.infer<typeof FamilyRole>;

export const FamilyPair = z.object({
  family: UnitFamily,
  template: z.array(FamilyRole),
  local: z.array(FamilyRole),
  relation: Relation,
});
export type FamilyPair = z.infer<typeof FamilyPair>;

/** How many entries have each relation. */
export const RelationCounts = z.object({
  identical: z.int().nonnegative(),
  reworded: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  added: z.int().nonnegative(),
  removed: z.int().nonnegative(),
});
export type RelationCounts = z.infer<typeof RelationCounts>;

/**
 * Counts of the relations of standard rows, and of each section; `coverage` is the share (0 to 1) of template rows that
 * the local plan keeps, of tasks where the template has no standard, null where it has neither.
 */
export const ComparisonSummary = z.object({
  ...RelationCounts.shape,
  stricter: z.int().nonnegative(),
  looser: z.int().nonnegative(),
  coverage: z.number().min(0).max(1).nullable(),
  sections: z.object({
    standards: RelationCounts,
    tasks: RelationCounts,
    targets: RelationCounts,
    phases: RelationCounts,
    deadlines: RelationCounts,
    responsibilities: RelationCounts,
  }),
});
export type ComparisonSummary = z.infer<typeof ComparisonSummary>;

/** What could not be compared, or was compared otherwise than asked: two standards, rows without numbers … */
export const ComparisonMessage = z.object({
  code: z.enum([
    "no-standard",
    "several-standards",
    "standard-unmatched",
    "numbers-repeated",
    "numbers-missing",
    "list-not-standard",
  ]),
  plan: z.enum(["template", "local", "both"]),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
  messageZh: z.string(),
});
export type ComparisonMessage = z.infer<typeof ComparisonMessage>;

/** A local plan set against a template, or any plan against any other. */
export const Comparison = z.object({
  schema: z.literal("comparison/1"),
  template: PlanReference,
  local: PlanReference,
  standards: z.array(RowPair),
  targets: z.array(TargetPair),
  phases: z.array(PhasePair),
  tasks: z.array(RowPair),
  deadlines: z.array(DeadlinePair),
  responsibilities: z.array(FamilyPair),
  summary: ComparisonSummary,
  findings: z.array(ComparisonFinding),
  messages: z.array(ComparisonMessage),
});
export type Comparison = z.infer<typeof Comparison>;
