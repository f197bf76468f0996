import type { AttachmentKind } from "../../../../schemas/attachment.ts";
import type { FindingCode, Severity } from "../../../../schemas/finding.ts";
import type { Level } from "../../../../schemas/header.ts";
import type { Role } from "../../../../schemas/responsibility.ts";
import type { SectionKind } from "../../../../schemas/section.ts";
import type { SubmissionState } from "../../../../schemas/submission.ts";
import { inBoth } from "./in-both.ts";

interface KindWords {
  readonly levels: Readonly<Record<Level, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  /** One or two letters, for the cells of a matrix. */
  readonly roleLetters: Readonly<Record<Role, string>>;
  readonly sections: Readonly<Record<SectionKind, string>>;
  readonly attachments: Readonly<Record<AttachmentKind, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly states: Readonly<Record<SubmissionState, string>>;
  readonly findings: Readonly<Record<FindingCode, string>>;
}

/** What enumerations of the schemas are called. */
export const kindWords = inBoth<KindWords>(
  {
    levels: {
      national: "国家",
      province: "省级",
      prefecture: "市级",
      county: "县级",
      township: "乡镇",
      zone: "开发区",
    },
    roles: { lead: "牵头", responsible: "责任", support: "配合", supervise: "督导" },
    roleLetters: { lead: "牵", responsible: "责", support: "配", supervise: "督" },
    sections: {
      guidance: "总体要求",
      object: "创建对象",
      targets: "目标",
      tasks: "任务",
      phases: "步骤",
      measures: "措施",
      attachment: "附件",
      other: "其他",
    },
    attachments: { standard: "标准", list: "名单", roster: "成员", form: "表格", other: "其他" },
    severities: { error: "错误", warning: "疑点", info: "提示" },
    states: { queued: "排队中", running: "处理中", done: "完成", failed: "失败", cancelled: "已取消" },
    findings: {
      "total-mismatch": "合计不符",
      "numbering-gap": "序号缺漏",
      "duplicate-number": "序号重复",
      "date-conflict": "日期不一致",
      "deadline-before-issue": "时限早于印发",
      "phase-before-issue": "阶段早于印发",
      "phase-overlap": "阶段重叠",
      "phase-gap": "阶段间断",
      "phase-undated": "阶段无时间",
      "target-conflict": "目标值不一",
      "attachment-missing": "附件缺失",
      "attachment-unlisted": "附件未列入",
      "attachment-title-mismatch": "附件名称不一",
      "duplicate-unit": "单位重复",
      "count-mismatch": "数目不符",
      "unit-unassigned": "无责任单位",
    },
  },
  {
    levels: {
      national: "nation",
      province: "province",
      prefecture: "city",
      county: "county",
      township: "township",
      zone: "zone",
    },
    roles: { lead: "lead", responsible: "responsible", support: "support", supervise: "supervise" },
    roleLetters: { lead: "L", responsible: "R", support: "S", supervise: "V" },
    sections: {
      guidance: "guidance",
      object: "object",
      targets: "targets",
      tasks: "tasks",
      phases: "phases",
      measures: "measures",
      attachment: "attachment",
      other: "other",
    },
    attachments: { standard: "standard", list: "list", roster: "roster", form: "form", other: "other" },
    severities: { error: "error", warning: "query", info: "note" },
    states: { queued: "waiting", running: "at work", done: "done", failed: "failed", cancelled: "cancelled" },
    findings: {
      "total-mismatch": "total does not add up",
      "numbering-gap": "gap in numbering",
      "duplicate-number": "number twice",
      "date-conflict": "dates differ",
      "deadline-before-issue": "deadline before issue",
      "phase-before-issue": "phase before issue",
      "phase-overlap": "phases overlap",
      "phase-gap": "gap between phases",
      "phase-undated": "phase without date",
      "target-conflict": "targets conflict",
      "attachment-missing": "attachment missing",
      "attachment-unlisted": "attachment unlisted",
      "attachment-title-mismatch": "attachment titles differ",
      "duplicate-unit": "body twice",
      "count-mismatch": "count differs",
      "unit-unassigned": "no body assigned",
    },
  },
);
