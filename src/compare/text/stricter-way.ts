import type { Quantity } from "./quantity.ts";

/** What nobody wants more of: a bare number of it is a ceiling. */
const UNWANTED =
  /事故|投诉率|超标|缺[失勤]|流失|死亡|伤亡|损失|发病|不合格|误差|违[法规章]|空置|破损率|漏损|能耗|排放|隐患率/u;
const LESSENED = /下降|降低|减少|压减|削减|降幅/u;
/** Near, quick or close: the shorter, the stricter. */
const NEAR = /圈|响应|到达|到场|赶到|办结|反馈|间隔|半径|距离|处置|修复|整改|等候|等待/u;
/** Kept up: the longer, the stricter. */
const KEPT = /免费|值守|值班|保存|留存|存储|开放|在岗|保洁|时长|学习|学时|课时|运行|巡/u;
/** `近3年内无事故`: the longer without, the stricter. */
const WITHOUT =
  /(?:无|未|没有|不|零)[^，。；]{0,6}(?:事故|投诉|发生|案件|违法|违规|处罚|事件|伤亡|通报|举报|上访|曝光)/u;
/** `1公里以内无污染源`, `两侧各2公里不得焚烧`: the wider, the stricter. */
const FORBIDDEN = /无|没有|不得|不准|不见|看不到|禁止|严禁|禁[烧止放燃养]/u;

/** `低于80%不得分`: the bound of a sanction tells nothing of the demand. */
const SANCTION = /扣|不得分|不计分|减分/u;

/** `连续两周未更新的予以通报`: the sooner it falls, the stricter. */
const CONSEQUENCE = /通报|问责|约谈|追责|处罚|摘牌|否决|取消|除名|退出/u;

/** `淘汰10蒸吨及以下锅炉`: the wider the range that is done away with, the stricter. */
const ABOLISHED = /淘汰|取缔|关停|禁止|严禁|拆除|清退|报废|关闭/u;

type Bounded = Pick<Quantity, "kind" | "unit" | "comparator" | "clause">;

/** Which way a number would be stricter: a floor higher, a ceiling lower; null where the words do not tell. */
export function stricterWay(quantity: Bounded): "more" | "less" | null {
  const { kind, unit, comparator, clause } = quantity;
  if (kind === "points" || SANCTION.test(clause)) return null;
  if (CONSEQUENCE.test(clause)) return "less";
  if (kind === "duration" && WITHOUT.test(clause)) return "more";
  if (kind === "duration" && comparator.startsWith("<")) return "less";
  if (unit === "米" && !comparator.startsWith(">") && isAround(clause)) return "more";
  if (unit === "岁") return comparator.startsWith(">") ? "less" : "more";
  if (comparator !== "=")
    return isCeiling(comparator) === (kind !== "share" && ABOLISHED.test(clause)) ? "more" : "less";
  return wayOfBareNumber(quantity);
}

const isAround = (clause: string): boolean => /周[边围]|两侧|沿线|范围|以?内/u.test(clause) && FORBIDDEN.test(clause);

const isCeiling = (comparator: Quantity["comparator"]): boolean => comparator.startsWith("<");

const MEASURED = /^(?:米|公里|℃|分贝|级)$/u;

function wayOfBareNumber({ kind, unit, clause }: Bounded): "more" | "less" | null {
  if (kind === "duration") return NEAR.test(clause) ? "less" : KEPT.test(clause) ? "more" : null;
  if (MEASURED.test(unit)) return NEAR.test(clause) ? "less" : null;
  return UNWANTED.test(clause) && !LESSENED.test(clause) ? "less" : "more";
}
