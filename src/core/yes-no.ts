/** What is written for yes and no in a sheet; the first of each is what lists offer. */
export const YES_WORDS = ["是", "符合", "达标", "√", "✓", "有", "y", "yes", "true"] as const;
export const NO_WORDS = ["否", "不符合", "不达标", "×", "✗", "无", "n", "no", "false"] as const;

const YES = new Set<string>(YES_WORDS);
const NO = new Set<string>(NO_WORDS);

/** Reads 是 or 否, also true and false; null for anything else. */
export function readYesNo(value: string | number | boolean): boolean | null {
  if (typeof value === "boolean") return value;
  const word = String(value).trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}
