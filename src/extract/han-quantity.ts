import { readNumber } from "../core/chinese-number.ts";

const HAN_NUMBER = "(?:[二三四五六七八九十百千]|一(?=[百千万]))[一二三四五六七八九十百千零]{0,6}";
const COUNT = "个百分点|百分点|个|家|处|座|所|户|公里|亩|条|套|台|辆";
/** What is a quantity from a hundred upwards only: `二百项`, but not `十项行动`. */
const MANY =
  "万?(?:个|家|处|座|所|户|公里|亩|条|套|台|辆|项|名|人次|人|户次|件|张|场|吨|平方米|立方米|平方公里)|[万亿]元";

/** Numbers in words, with named groups that {@link readHanQuantity} reads: `百分之八十`, `七成`, `三分之二`, `半数`, `三十万亩`. */
export const HAN_PATTERN = [
  "百分之(?<percent>[一二三四五六七八九十百]+)",
  "(?<![十百第])(?<tenths>[二三四五六七八九])成(?<rest>[一二三四五六七八九半])?(?![立为功员效果本熟年品交都群长绩套型])",
  "(?<whole>[二三四五六七八九十])分之(?<parts>[一二三四五六七八九])",
  "(?<half>半数|一半)(?=以上|以下)|(?<=减少|降低|下降|压减|缩减)(?<cut>一半)",
  "翻(?<doublings>[一两二三])番",
  `(?<many>(?=[一二三四五六七八九][一二三四五六七八九十百千零]{0,5}[百千]|[^万]{1,6}万)${HAN_NUMBER})(?<manyUnit>${MANY})`,
  `(?<han>${HAN_NUMBER})(?<hanUnit>${COUNT})(?=以上|以内|左右|[，。；]|[^阶步方环统层月小百][\\p{Script=Han}]{2})`,
].join("|");

type Groups = Readonly<Record<string, string | undefined>>;

/** The value and unit of a match of {@link HAN_PATTERN}; null where it is none. */
export function readHanQuantity(group: Groups): { value: number; unit: string } | null {
  const number = (text: string): number => readNumber(text) ?? 0;
  if (group.percent) return { value: number(group.percent), unit: "%" };
  if (group.tenths) return { value: number(group.tenths) * 10 + readRest(group.rest), unit: "%" };
  if (group.whole) return { value: Math.round((number(group.parts!) / number(group.whole)) * 10_000) / 100, unit: "%" };
  if (group.half ?? group.cut) return { value: 50, unit: "%" };
  if (group.doublings) return { value: number(group.doublings), unit: "番" };
  if (group.many) return { value: number(group.many), unit: group.manyUnit! };
  return group.han ? { value: number(group.han), unit: group.hanUnit! } : null;
}

/** `七成五` is 75, `七成半` too. */
const readRest = (rest: string | undefined): number => (rest === "半" ? 5 : readNumber(rest ?? "〇")!);
