/** What the plan lacks that a format needs. */
export type Lack = "standards" | "targets" | "responsibilities" | "dates";

const EN: Readonly<Record<Lack, string>> = {
  standards: "a standard (scoring or criteria table)",
  targets: "a target",
  responsibilities: "a responsibility",
  dates: "a dated phase, deadline or task",
};
const ZH: Readonly<Record<Lack, string>> = {
  standards: "标准（评分表或创建标准）",
  targets: "目标",
  responsibilities: "责任分工",
  dates: "有日期的阶段、时限或任务",
};

/** Thrown where a plan has nothing for a format: an empty file would look like a published one. */
export class PublishError extends Error {
  override readonly name = "PublishError";
  readonly code = "nothing-to-publish";
  readonly format: string;
  readonly lack: Lack;
  readonly messageZh: string;

  constructor(format: string, lack: Lack) {
    super(
      `The plan has no ${EN[lack].replace(/^an? /, "")}, so nothing can be published as ${format}. Choose another format.`,
    );
    this.format = format;
    this.lack = lack;
    this.messageZh = `方案中没有${ZH[lack]}，无法发布为 ${format}。请另选格式。`;
  }
}
