import type { SaidFacts } from "../../core/sentences/said.ts";

/** What a problem's facts name, in Chinese; the facts themselves keep the API's words in every language. */
const ZH: Readonly<Record<string, string>> = {
  document: "文档",
  submission: "提交",
  batch: "批次",
  template: "模板文档",
  comparison: "比较",
  matrix: "多方案比较",
  assessment: "评分记录",
  correction: "更正",
  webhook: "回调",
  key: "有效密钥",
  evidence: "出处",
  file: "原件",
  "file store": "文件存储",
  store: "数据库",
  queue: "任务队列",
  standards: "评价标准",
  targets: "目标",
  responsibilities: "责任分工",
  dates: "带日期的阶段、时限或任务",
  queued: "正在排队",
  running: "正在处理",
  done: "已完成",
  failed: "已失败",
  cancelled: "已取消",
};

/** `document` → `文档`; a word that is not known is shown as it is. */
export const nounZh = (word: SaidFacts[string] | undefined, otherwise: string): string =>
  word === undefined ? otherwise : (ZH[word] ?? String(word));
