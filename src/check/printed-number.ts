const DIGITS = "零一二三四五六七八九";

/** Writes 1 to 99 in Chinese digits: 12 → `十二`, 20 → `二十`. */
export function toHan(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? "" : `${tens > 1 ? DIGITS[tens] : ""}十`;
  return head + (ones > 0 ? DIGITS[ones] : "");
}

/** A printed number with another value in it: (`（二）`, 3) → `（三）`, (`3.1`, 4) → `3.4`, (`①`, 2) → `②`. */
export function withValue(number: string, value: number): string {
  if (/[①-⑳]/u.test(number)) return String.fromCodePoint("①".codePointAt(0)! + value - 1);
  if (/\d/.test(number)) return number.replace(/\d+(?=\D*$)/, String(value));
  return number.replace(/[一二三四五六七八九十]+/u, toHan(value));
}
