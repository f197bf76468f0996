import { squash } from "../../core/tidy.ts";

/** What a column's heading says it holds; `content` and `other` leave it to what the column holds. */
export type Hint =
  | "number"
  | "grade"
  | "scoring"
  | "methods"
  | "points"
  | "ignored"
  | "supervise"
  | "support"
  | "lead"
  | "responsible"
  | "due"
  | "task"
  | "measures"
  | "category"
  | "subcategory"
  | "criterion"
  | "content"
  | "person"
  | "post"
  | "other";

const UNIT = "(?:单位|部门|主体|科室|处室|股室|机构)";
const ASSESS = "(?:考评|考核|评价|检查|查看|验收|评估|测评|督查|核查|检验|考察|评审|评定|认定|审核|核验|评分)";

/** The first row that matches decides: `评分标准` is scoring before `标准` is a criterion. */
const WORDS: readonly (readonly [Hint, RegExp])[] = [
  ["number", /^(?:序号?|编号|项号|项次|号|No\.?)$/iu],
  [
    "grade",
    /^(?:优秀?|优良|良好?|中等?|一般|较好|较差|差|及格|不?合格|不?达标|基本(?:合格|达标)|[一二三四五]星级?|[A-E][级档]?)$/u,
  ],
  [
    "scoring",
    /(?:评分|计分|扣分|打分|赋分|记分|给分|加减分|加扣分|得分)(?:标准|办法|细则|规则|方法|说明|依据|要点|要求|原则)$/u,
  ],
  ["scoring", /^(?:考评(?:标准|办法|细则)|评价标准|考核办法|评分)$/u],
  ["methods", new RegExp(`${ASSESS}(?:方式|方法|形式|手段|途径)$`, "u")],
  [
    "points",
    /^(?:(?:各项|标准|考核|评价|考评|评分|基本|基础|满|总|应得|权重|项目|分项|单项|指标)?分[值数]?|分值.{0,3}|总分值|权重|满分值|权重分值|配分|赋分|分值权重)$/u,
  ],
  [
    "ignored",
    /得分|自评|自查|评分$|扣分|打分|复核|备注|佐证|备查|责任人|(?:责任|分管|牵头|包[保联]|联系|挂[点牌]|主管)领导|联系人|电话|进展|完成情况|存在问题|考核分$/u,
  ],
  ["responsible", new RegExp(`负责(?:考核|考评|评分|落实|实施)?${UNIT}`, "u")],
  [
    "supervise",
    new RegExp(`(?<![被受])(?:监督|督导|指导|督办|督查|监管|考核|考评|评分|验收|评价|检查)(?:指导|责任)?${UNIT}$`, "u"),
  ],
  ["support", new RegExp(`(?:配合|参与|协同|协办|协助|参加|协作|成员)(?:责任)?${UNIT}?$`, "u")],
  ["lead", new RegExp(`牵头(?:责任)?${UNIT}|^牵头$`, "u")],
  ["responsible", new RegExp(`(?:责任|承办|实施|主办|主责|负责|落实|分工|承担|职责)${UNIT}`, "u")],
  [
    "category",
    /类别|类型|领域|板块|^方面$|一级指标|^(?:考核|考评|评价|测评|检查|评分|创建|评估|指标)?(?:项目|大项|大类)$/u,
  ],
  ["due", /(?:时限|期限|时间|节点)(?:要求|安排|节点)?$|^(?:进度安排|时间进度|完成日期)$/u],
  ["task", /任务|事项$|^(?:重点|主要)?工作$|工作名称/u],
  ["measures", /措施|举措|做法|路径/u],
  ["subcategory", /二级指标|子项|分项|小项|细项|小类/u],
  ["criterion", /指标|标准|要求|条件|要点/u],
  ["content", /内容/u],
  ["person", /^(?:姓名|名字|人员)$/u],
  ["post", /职务|职位|^(?:工作|所在|任职)?单位$/u],
];

/** Reads a column's heading (`标准分（100分）` → points); brackets do not count. */
export function hintOf(heading: string): Hint {
  const plain = squash(heading).replace(/[（(【[][^（）()【】[\]]*[）)】\]]/gu, "");
  return WORDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? "other";
}

export const UNIT_HINTS: readonly Hint[] = ["lead", "responsible", "support", "supervise"];
