import { HAN, NUMERAL, readNumeral } from "./numerals.ts";

/** A share in per cent at `[start, end)`, not yet bounded. */
export interface Share {
  readonly value: number;
  readonly over: boolean;
  readonly whole: "all" | "maybe" | null;
  readonly start: number;
  readonly end: number;
}

const PATTERN = new RegExp(
  [
    `(?<percent>\\d{1,6}(?:\\.\\d{1,4})?)\\s?(?<sign>[%％‰])`,
    `百分之(?<han>百|${HAN}(?:点${HAN})?|\\d{1,3}(?:\\.\\d{1,4})?)`,
    `(?<below>${NUMERAL})分之(?<above>${NUMERAL})`,
    "(?<tenths>[一二三四五六七八九]|[1-9])成(?![立为员果效熟本份套人功])",
    "(?<half>过半数?|半数|一半|大多数)",
    "(?<all>全覆盖|应[\\p{Script=Han}]{1,2}尽[\\p{Script=Han}]{1,2}|全面覆盖|无遗漏|零遗漏|不[漏落]一?\\p{Script=Han}|一\\p{Script=Han}不[漏落]|无死角|无盲区)",
    "(?<maybe>所有|全部|全员|逐一|均|每个|各个|每户|每家|全体|一律|清零|为零|(?<each>[件人户家条项村处])\\k<each>)",
  ].join("|"),
  "gu",
);

const HALF_OVER = /^过半|^大多数/u;

function shareOf(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups.percent) return Number(groups.percent) / (groups.sign === "‰" ? 10 : 1);
  if (groups.han) return readPercent(groups.han);
  if (groups.below) return (100 * readNumeral(groups.above ?? "")) / readNumeral(groups.below);
  if (groups.tenths) return 10 * readNumeral(groups.tenths);
  return groups.half ? 50 : 100;
}

function readPercent(text: string): number {
  if (text === "百") return 100;
  const [whole = "", part] = text.split("点");
  return part ? Number(`${readNumeral(whole)}.${readNumeral(part)}`) : readNumeral(whole);
}

/** Finds shares: `30%`, `百分之三十`, `三分之二`, `八成`, `半数`, `全覆盖`, `应收尽收`. */
export const findShares = (text: string): Share[] =>
  [...text.matchAll(PATTERN)].flatMap((match) => {
    const groups = match.groups ?? {};
    const value = shareOf(groups);
    if (!Number.isFinite(value)) return [];
    const whole = groups.all || value === 100 ? "all" : null;
    return [
      {
        value,
        over: HALF_OVER.test(groups.half ?? ""),
        whole: groups.maybe ? ("maybe" as const) : whole,
        start: match.index,
        end: match.index + match[0].length,
      },
    ];
  });
