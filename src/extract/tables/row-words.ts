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

/** What a category's name says its rows do: give points on top, decide alone, or take points. */
export type RowKind = "scored" | "bonus" | "veto" | "deduction";

export function kindOfCategory(name: string): RowKind {
  const plain = plainOf(name);
  if (plain.length > 20) return "scored";
  if (/否决/u.test(plain)) return "veto";
  if (/加分|^(?:附加|奖励)[分项]/u.test(plain) && !/扣分|减分/u.test(plain)) return "bonus";
  return /^(?:倒)?[扣减]分(?:项目?|指标|事项|因素)?/u.test(plain) ? "deduction" : "scored";
}
