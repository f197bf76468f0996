import { readNumber } from "../../core/chinese-number.ts";

export const HAN = "[〇零一二两三四五六七八九十百千]{1,8}";
/** Arabic with thousands and decimals, or Chinese; `半` where a half counts. */
export const NUMERAL = `\\d{1,12}(?:[,，]\\d{3}){0,4}(?:\\.\\d{1,6})?|${HAN}`;

const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Reads `1,800`, `2.5`, `十二`, `3万`; NaN for anything else. */
export function readNumeral(text: string): number {
  const scale = SCALES[text.at(-1) ?? ""] ?? 1;
  const digits = (scale === 1 ? text : text.slice(0, -1)).replace(/[,，]/gu, "");
  return (/^\d/u.test(digits) ? Number(digits) : (readNumber(digits) ?? Number.NaN)) * scale;
}
