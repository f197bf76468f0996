import type { Evidence } from "../../schemas/evidence.ts";
import type { Phase } from "../../schemas/phase.ts";
import type { Section } from "../../schemas/section.ts";
import type { Standard, StandardItem } from "../../schemas/standard.ts";
import type { Target } from "../../schemas/target.ts";
import type { Task } from "../../schemas/task.ts";

export const phase = (
  ordinal: number,
  name: string,
  start: string | null,
  end: string | null,
  evidence: Evidence[],
): Phase => ({
  ordinal,
  name,
  start,
  end,
  text: "",
  responsibilities: [],
  evidence,
});

export const section = (
  number: string | null,
  heading: string,
  evidence: Evidence[],
  children: Section[] = [],
): Section => ({
  number,
  heading,
  kind: "tasks",
  level: 1,
  evidence,
  children,
});

export const task = (number: string, title: string, text: string, units: string[], evidence: Evidence[]): Task => ({
  number,
  title,
  parent: null,
  text,
  responsibilities: units.length > 0 ? [{ role: "responsible", units }] : [],
  evidence,
});

export const target = (
  metric: string,
  value: number,
  deadline: string | null,
  evidence: Evidence[],
  given: Partial<Target> = {},
): Target => ({
  kind: "quantitative",
  text: evidence[0]?.quote ?? "",
  metric,
  scope: null,
  comparator: ">=",
  value,
  unit: "%",
  deadline,
  hedge: null,
  evidence,
  ...given,
});

export const standardItem = (
  number: number,
  category: string | null,
  points: number | null,
  evidence: Evidence[],
  units: string[] = [],
): StandardItem => ({
  number,
  category,
  subcategory: null,
  criterion: `第${number}项`,
  points,
  grades: null,
  scoring: null,
  methods: [],
  responsibilities: units.length > 0 ? [{ role: "responsible", units }] : [],
  evidence,
});

export const standard = (
  items: StandardItem[],
  total: number | null,
  evidence: Evidence[],
  given: Partial<Standard> = {},
): Standard => ({
  title: "考核评分表",
  attachment: 1,
  trial: false,
  items,
  categories: [],
  total,
  passMark: null,
  bonus: [],
  veto: [],
  notes: [],
  evidence,
  ...given,
});
