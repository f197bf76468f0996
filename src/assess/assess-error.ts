export type AssessErrorCode = "not-a-filled-sheet" | "unknown-format" | "no-standard" | "too-large";

const WORDS: Readonly<Record<AssessErrorCode, { readonly en: string; readonly zh: string }>> = {
  "not-a-filled-sheet": {
    en: "It is not a filled sheet: expected a heading line with the columns 序号 (or 标识) and 得分, or JSON with rows. Fill in what fangan publish --format workbook gives.",
    zh: "不是填写好的评分表：应有含“序号”（或“标识”）和“得分”两列的表头行，或含 rows 的 JSON。请填写 fangan publish --format workbook 给出的表。",
  },
  "unknown-format": {
    en: "The filled sheet must be JSON, CSV or XLSX. Save it as one of these.",
    zh: "填写的表应为 JSON、CSV 或 XLSX。请另存为其中一种。",
  },
  "no-standard": {
    en: "It holds no standard (scoring or criteria table) to assess by. Give a plan that has one, or a standard/1 JSON.",
    zh: "其中没有可据以评价的标准（评分表或创建标准）。请提供含标准的方案，或 standard/1 JSON。",
  },
  "too-large": {
    en: "The filled sheet is larger than any scoring table. Check that it is the right file.",
    zh: "填写的表大得不像评分表。请核对文件。",
  },
};

/** Thrown where nothing can be assessed: `message` says why and what to do in English, `messageZh` in Chinese. */
export class AssessError extends Error {
  override readonly name = "AssessError";
  readonly code: AssessErrorCode;
  readonly messageZh: string;

  constructor(code: AssessErrorCode, detail = "", options?: ErrorOptions) {
    super(WORDS[code].en + (detail && ` (${detail})`), options);
    this.code = code;
    this.messageZh = WORDS[code].zh + (detail && `（${detail}）`);
  }
}
