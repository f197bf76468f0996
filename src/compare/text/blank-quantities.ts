import { findAmounts } from "./amounts.ts";
import { findDates } from "./deadline-dates.ts";
import { findPeriods } from "./periods.ts";
import { findShares } from "./shares.ts";

const BOUNDS =
  /(?:不得?|不应|不能)(?:低于|少于|小于|超过|高于|大于|多于|超出)|达到|至少|最低|最多|控制[在到]|超过|低于|少于|高于|大于|不足|不到|(?:及)?以[上下内]|之内|左右/gu;

/** Takes numbers, their units and the words that bound them out of a text: what is left says what is demanded, not how much. */
export function blankQuantities(text: string): string {
  const shares = findShares(text).filter(({ start }) => /[\d百分一二三四五六七八九]/u.test(text[start]!));
  const spans = [...findDates(text), ...findPeriods(text), ...shares, ...findAmounts(text)];
  const characters = text.split("");
  for (const { start, end } of spans) characters.fill(" ", start, end);
  return characters.join("").replace(BOUNDS, " ");
}
