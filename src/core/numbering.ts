import { readNumber } from "./chinese-number.ts";
import { foldWidth } from "./fold-width.ts";

/**
 * The numbering styles of the genre, outermost first (GB/T 9704-2012 §7.3.3: 一、（一）1.（1）; with the part,
 * chapter, section and article styles of regulations, items named by what they are (任务一：), Roman numerals, decimal
 * numbering of technical plans, and circled digits).
 */
export type NumberingStyle =
  | "part"
  | "chapter"
  | "section"
  | "article"
  | "named"
  | "roman"
  | "han"
  | "han-bracket"
  | "decimal-path"
  | "digit"
  | "digit-bracket"
  | "digit-half"
  | "circled";

/** A number at the start of a paragraph: `number` as printed without 、 or a full stop, `value` its place in the row. */
export interface Numbering {
  readonly style: NumberingStyle;
  readonly number: string;
  readonly value: number;
  /** Offset in the text where the heading begins. */
  readonly end: number;
}

const HAN = "[一二三四五六七八九十]{1,4}";
/** `任务一：`, `专项行动3：`, `重点工程二、`; a mark or a space must follow, `任务一览` is none. */
const NAMES = "(?:重点|主要|专项|核心|关键|具体)?(?:任务|行动|工程|举措|措施|项目)";
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
/** One character each: Ⅰ to Ⅻ (U+2160), ㈠ to ㈩ (U+3220), ⑴ to ⒇ (U+2474), ⒈ to ⒛ (U+2488). */
const ROMAN_SIGN = "[\u2160-\u216b]";
const HAN_SIGN = "[\u3220-\u3229]";
const BRACKET_SIGN = "[\u2474-\u2487]";
const POINT_SIGN = "[\u2488-\u249b]";
/** `I`, `IV`, `XII` typed with Latin letters. */
const ROMAN_LETTERS = "X{0,1}(?:IX|IV|V?I{1,3}|V)|X";
const ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"];

/** One row a style; group 1 is the number as printed, group 2 its digits. */
const STYLES: readonly (readonly [NumberingStyle, RegExp])[] = [
  ["part", new RegExp(`^\\s*(第(${HAN}|\\d{1,2})(?:部分|篇))(?:[\\s、：:]+|$)`, "u")],
  ["chapter", new RegExp(`^\\s*(第(${HAN}|\\d{1,2})[章部编](?!分))[\\s、：:]*`, "u")],
  ["section", new RegExp(`^\\s*(第(${HAN}|\\d{1,2})节)(?:[\\s、：:]+|$)`, "u")],
  ["article", new RegExp(`^\\s*(第(${HAN}|\\d{1,3})条)[\\s、：:]*`, "u")],
  ["named", new RegExp(`^\\s*(${NAMES}\\s*(${HAN}|\\d{1,2}))(?:\\s*[：:、．]\\s*|\\s+(?=\\p{Script=Han}))`, "u")],
  ["roman", new RegExp(`^\\s*((${ROMAN_SIGN}))(?:\\s*[、．.：:]\\s*|\\s+(?=\\p{Script=Han}))`, "u")],
  ["roman", new RegExp(`^\\s*((${ROMAN_LETTERS}))\\s*(?:[、．]|\\.(?!\\w))\\s*`, "u")],
  ["han", new RegExp(`^\\s*【?((${HAN}))\\s*[、．.](?![0-9])\\s*`, "u")],
  ["han-bracket", new RegExp(`^\\s*([（(]\\s*(${HAN})\\s*[）)])\\s*[、.．]?\\s*`, "u")],
  ["han-bracket", new RegExp(`^\\s*((${HAN_SIGN}))\\s*[、.．]?\\s*`, "u")],
  [
    "decimal-path",
    /^\s*(\d{1,2}(?:[.．]\d{1,2}){1,3})(?!\d|[.．]\d|[%％]|\s*(?:万|亿|个|元|米|公里|平方|倍|吨|年|月|日|亩))[.．、]?\s*/u,
  ],
  ["digit", /^\s*((\d{1,3}))\s*(?:[．、]|\.(?!\d)|\.(?=(?:19|20)\d{2}\s*年))\s*/u],
  ["digit", new RegExp(`^\\s*((${POINT_SIGN}))\\s*[、.．]?\\s*`, "u")],
  ["digit-bracket", new RegExp(`^\\s*((${BRACKET_SIGN}))\\s*[、.．]?\\s*`, "u")],
  ["digit-bracket", /^\s*([（(]\s*(\d{1,3})\s*[）)])\s*[、.．]?\s*/u],
  ["digit-half", /^\s*((\d{1,2})[）)])\s*/u],
  ["circled", new RegExp(`^\\s*(([${CIRCLED}]))\\s*`, "u")],
];

/** Finds the number that a paragraph begins with (`（一）建立…` → `（一）`), or null. */
export function findNumbering(text: string): Numbering | null {
  const folded = foldWidth(text);
  for (const [style, pattern] of STYLES) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const number = text
      .slice(match[0].indexOf(match[1]!), match[0].indexOf(match[1]!) + match[1]!.length)
      .replace(/\s+/gu, "");
    const value = placeOf(style, match[2] ?? number);
    if (value !== null) return { style, number, value, end: match[0].length };
  }
  return null;
}

function placeOf(style: NumberingStyle, digits: string): number | null {
  if (style === "circled") return CIRCLED.indexOf(digits) + 1;
  if (style === "decimal-path") return Number(digits.split(/[.．]/u).at(-1));
  if (style === "roman") return ROMANS.indexOf(digits.normalize("NFKC")) + 1 || null;
  return readNumber(digits.normalize("NFKC").replace(/[().]/gu, ""));
}

/** How deep a decimal path is (`1.2.3` → 3); other styles have no depth of their own. */
export const pathDepth = (numbering: Pick<Numbering, "number">): number => numbering.number.split(/[.．]/u).length;
