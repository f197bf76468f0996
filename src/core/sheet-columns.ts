/** The headings of a standard as a table; what is published under them is read back under them when filled in. */
export const COLUMNS = {
  id: "标识",
  kind: "类型",
  category: "类别",
  subcategory: "二级指标",
  number: "序号",
  criterion: "评价内容",
  points: "分值",
  grades: "等次分值",
  scoring: "评分标准",
  methods: "评价方式",
  responsibilities: "责任单位",
  value: "得分",
  counted: "计分",
  remark: "备注",
} as const;
export type SheetColumn = keyof typeof COLUMNS;

/** The kinds of lines, as the column 类型 names them. */
export const LINE_KINDS = { row: "条目", bonus: "加分项", veto: "否决项" } as const;
export type LineKind = keyof typeof LINE_KINDS;

/** Marks a line of a sheet that is none of the standard's (sums, the result), in the column 标识. */
export const NOT_A_LINE = "#";

/** Stands before a standard's id in the first cell of its scoring sheet. */
export const STANDARD_MARK = "#";

/** What stands before the cells that say who is assessed, by whom and when. */
export const SUBJECT_LABELS = { subject: "被评对象：", assessor: "评分人：", date: "日期：" } as const;
