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
const FIELDS: Readonly<Record<string, Label>> = {
  number: { zh: "序号", en: "number" },
  category: { zh: "类别", en: "category" },
  subcategory: { zh: "二级指标", en: "sub-indicator" },
  criterion: { zh: "要求", en: "demand" },
  points: { zh: "分值", en: "points" },
  grades: { zh: "等次", en: "grades" },
  scoring: { zh: "评分标准", en: "scoring" },
  methods: { zh: "考评方式", en: "method of assessment" },
  responsibilities: { zh: "责任单位", en: "responsible bodies" },
  title: { zh: "标题", en: "title" },
  text: { zh: "内容", en: "text" },
  parent: { zh: "上级条目", en: "parent item" },
  metric: { zh: "指标", en: "metric" },
  scope: { zh: "范围", en: "scope" },
  comparator: { zh: "比较", en: "comparison" },
  value: { zh: "数值", en: "value" },
  max: { zh: "上限", en: "upper limit" },
  unit: { zh: "单位", en: "unit" },
  deadline: { zh: "时限", en: "deadline" },
  hedge: { zh: "语气", en: "strength of wording" },
  name: { zh: "名称", en: "name" },
  start: { zh: "开始", en: "start" },
  end: { zh: "结束", en: "end" },
  due: { zh: "期限", en: "due" },
  recurring: { zh: "周期", en: "period" },
  by: { zh: "报送单位", en: "sent by" },
  to: { zh: "接收单位", en: "sent to" },
};

export const fieldLabel = (field: string): Label =>
  Object.hasOwn(FIELDS, field) ? FIELDS[field]! : { zh: field, en: field };
