const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/**
 * Reads a whole number in Arabic (half or full width) or Chinese digits: `12`, `１２`, `十二`, `二〇二一`, `一百零五`.
 * Returns null for anything else.
 */
export function readNumber(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/\s+/gu, "");
  if (/^\d+$/.test(plain)) return Number(plain);
  if (!/^[〇零一二两三四五六七八九十百千]+$/u.test(plain)) return null;
  return /[十百千]/u.test(plain) ? readUnits(plain) : Number([...plain].map((c) => DIGITS[c]).join(""));
}

function readUnits(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) digit = DIGITS[character] ?? 0;
    else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}
