import type { Direction, Relation } from "../../../schemas/change.ts";
import type { ComparisonSummary } from "../../../schemas/comparison.ts";
import type { Severity } from "../../../schemas/finding.ts";
import type { Level } from "../../../schemas/header.ts";
import type { Role } from "../../../schemas/responsibility.ts";

/** What something is called in a report. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** A label with a sign that tells it apart without colour. */
export interface SignedLabel extends Label {
  readonly sign: string;
}

export const RELATION: Readonly<Record<Relation, SignedLabel>> = {
  identical: { zh: "一致", en: "identical", sign: "＝" },
  reworded: { zh: "改写", en: "reworded", sign: "≈" },
  changed: { zh: "变更", en: "changed", sign: "≠" },
  added: { zh: "新增", en: "added", sign: "＋" },
  removed: { zh: "删去", en: "removed", sign: "－" },
};
export const RELATIONS = Object.keys(RELATION) as Relation[];

export const DIRECTION: Readonly<Record<Direction, SignedLabel>> = {
  stricter: { zh: "更严", en: "stricter", sign: "▲" },
  looser: { zh: "更松", en: "looser", sign: "▼" },
  other: { zh: "有别", en: "other", sign: "◇" },
};

export type SectionName = keyof ComparisonSummary["sections"];

export const SECTION: Readonly<Record<SectionName, Label>> = {
  standards: { zh: "标准", en: "Standards" },
  targets: { zh: "目标", en: "Targets" },
  phases: { zh: "阶段", en: "Phases" },
  tasks: { zh: "任务", en: "Tasks" },
  deadlines: { zh: "时限", en: "Deadlines" },
  responsibilities: { zh: "责任分工", en: "Responsibilities" },
};
export const SECTIONS = Object.keys(SECTION) as SectionName[];

export const SEVERITY: Readonly<Record<Severity, Label>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "提醒", en: "warning" },
  info: { zh: "提示", en: "info" },
};

export const ROLE: Readonly<Record<Role, Label>> = {
  lead: { zh: "牵头", en: "lead" },
  responsible: { zh: "责任", en: "responsible" },
  support: { zh: "配合", en: "support" },
  supervise: { zh: "监督指导", en: "supervise" },
};

export const LEVEL: Readonly<Record<Level, Label>> = {
  national: { zh: "国家", en: "national" },
  province: { zh: "省级", en: "province" },
  prefecture: { zh: "市级", en: "prefecture" },
  county: { zh: "县级", en: "county" },
  township: { zh: "乡镇", en: "township" },
  zone: { zh: "开发区", en: "zone" },
};

export const TEMPLATE: Label = { zh: "上级方案", en: "template" };
export const LOCAL: Label = { zh: "本级方案", en: "local" };

/** Names of the fields that changes are listed by; one that is not here is called by its key. */
const FIELDS: Readonly<Record<string, string>> = {
  number: "序号",
  category: "类别",
  subcategory: "二级指标",
  criterion: "要求",
  points: "分值",
  grades: "等次",
  scoring: "评分标准",
  methods: "考评方式",
  responsibilities: "责任单位",
  title: "标题",
  text: "内容",
  parent: "上级条目",
  metric: "指标",
  scope: "范围",
  comparator: "比较",
  value: "数值",
  max: "上限",
  unit: "单位",
  deadline: "时限",
  hedge: "语气",
  name: "名称",
  start: "开始",
  end: "结束",
  due: "期限",
  recurring: "周期",
  by: "报送单位",
  to: "接收单位",
};

export const fieldLabel = (field: string): Label => ({
  zh: Object.hasOwn(FIELDS, field) ? FIELDS[field]! : field,
  en: field,
});
