import type { Standard } from "../../../schemas/standard.ts";
import { foldWidth } from "../../core/fold-width.ts";

const NUMBER = String.raw`\s*(\d+(?:\.\d+)?)\s*分`;

/** `加分项最高加10分`, `加分合计不超过5分`, `另设加分项10分`. */
const BONUS_CAP = new RegExp(
  `(?:加分|奖励分)(?:项目?|总分|总计|合计|累计|分值)*[，,]?(?:最[高多]|不(?:得|能)?超过|上限为?|总分)?(?:为|加)?${NUMBER}`,
  "u",
);
/** `加分后总分不超过110分`, `但总得分不能超过 100 分`. */
const TOTAL_CAP = new RegExp(
  `总(?:得|成绩|评)?分(?:值)?(?:最[高多](?:为|不超过)?|不(?:得|能|可)?超过|上限为?)${NUMBER}`,
  "u",
);

/**
 * The bounds that rules and notes state: of all bonuses together, and of rows and bonuses together; null where none is stated. A
 * bonus's own bound is its `maxPoints`.
 */
export function readCaps(standard: Standard): { bonusCap: number | null; totalCap: number | null } {
  if (standard.bonus.length === 0) return { bonusCap: null, totalCap: null };
  const rules = standard.bonus.map(({ rule }) => rule ?? "");
  return {
    bonusCap: findNumber(BONUS_CAP, standard.notes),
    totalCap: findNumber(TOTAL_CAP, [...standard.notes, ...rules]),
  };
}

function findNumber(pattern: RegExp, texts: readonly string[]): number | null {
  const found = texts.map((text) => pattern.exec(foldWidth(text))?.[1]).find((number) => number !== undefined);
  return found === undefined ? null : Number(found);
}
