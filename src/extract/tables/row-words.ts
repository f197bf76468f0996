import { squash } from "../../core/tidy.ts";

const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])/u;
const plainOf = (text: string): string => squash(text).replace(NUMBERED, "");

/** `合计`, `总 分`, `合计分值`, `总计：`: the row that sums up the table. */
export const isTotalLabel = (text: string): boolean =>
  /^(?:合计|总计|共计|总分|总得分|得分合计|分值合计)(?:分值|得分|分数|总分)?(?:[（(].{0,10}[）)])?(?:[:：]?\d+(?:\.\d+)?分?)?[:：]?$/u.test(
    plainOf(text),
  );

/** `小计`: the row that sums up a category. */
export const isSubtotalLabel = (text: string): boolean => /^小计/u.test(plainOf(text));

/** `注：`, `说明：1.`, `要求：…`, `备注：…`: a line that explains the table. */
export const isNote = (text: string): boolean =>
  /^(?:说明|附?注|备注|要求|注意事项|评分说明|考核说明|有关说明|几点说明|附则)\s*\d?\s*[：:．.、]/u.test(text.trim());

/** `备注` in a cell of its own, the note beside it. */
export const isNoteMark = (text: string): boolean =>
  /^(?:说明|附?注|备注|有关说明|评分说明|考核说明)[：:]?$/u.test(squash(text));

/** What a category's name says its rows do: give points on top, decide alone, or take points. */
export type RowKind = "scored" | "bonus" | "veto" | "deduction";

const LONGEST_CATEGORY = 16;
const ITEMS = "(?:项目?|指标|事项|内容|因素|条件|情形|分值|类|部分)?";
/** `增加分类设施` is no 加分项: nothing but a word of its kind may stand before. */
const BONUS = new RegExp(
  `^(?:额外|附加|特色|创新|奖励|激励|工作|考核|其他|综合)*加分${ITEMS}$|^(?:附加|奖励)(?:分|项|分项)$`,
  "u",
);
const DEDUCTION = new RegExp(`^(?:额外|考核|工作|倒|其他|综合)*[扣减]分${ITEMS}$`, "u");

export function kindOfCategory(name: string): RowKind {
  const plain = plainOf(name)
    .replace(/[（(【[].*$/u, "")
    .replace(/[：:]$/u, "");
  if (plain.length > LONGEST_CATEGORY) return "scored";
  if (/否决/u.test(plain)) return "veto";
  if (BONUS.test(plain)) return "bonus";
  return DEDUCTION.test(plain) ? "deduction" : "scored";
}

/** `一`, `（二）`, `三、`: numbers a category where the items have digits. */
export const isHanNumber = (text: string): boolean =>
  /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/u.test(squash(text));
