/** Multiples in front of a unit: `万户`, `亿元`. */
const MULTIPLES: readonly (readonly [string, number])[] = [
  ["万亿", 1e12],
  ["亿", 1e8],
  ["千万", 1e7],
  ["百万", 1e6],
  ["万", 1e4],
  ["千", 1e3],
];

/** Names of one unit, and units that are multiples of another: `[name, base, factor]`. */
const NAMES: readonly (readonly [string, string, number])[] = [
  ["%", "%", 1],
  ["‰", "%", 0.1],
  ["米", "米", 1],
  ["公里", "米", 1000],
  ["千米", "米", 1000],
  ["km", "米", 1000],
  ["平方米", "平方米", 1],
  ["㎡", "平方米", 1],
  ["m2", "平方米", 1],
  ["平方公里", "平方米", 1e6],
  ["公顷", "平方米", 1e4],
  ["吨", "吨", 1],
  ["公斤", "吨", 0.001],
  ["家", "个", 1],
  ["处", "个", 1],
  ["座", "个", 1],
  ["个", "个", 1],
  ["所", "个", 1],
];

/** A unit as a base and how many of it make one: `万户` → `户`, 10000. */
export interface Measure {
  readonly base: string;
  readonly factor: number;
}

/** Reads a unit of any width; a unit that is not known is its own base. Null is a number without a unit. */
export function readMeasure(unit: string | null): Measure {
  const plain = (unit ?? "").normalize("NFKC").replace(/\s+/gu, "");
  const [multiple, times] = MULTIPLES.find(([word]) => plain.startsWith(word)) ?? ["", 1];
  // 千米 and 公里 are names of their own: 千 is not taken off them.
  const whole = NAMES.find(([name]) => name === plain);
  const rest = NAMES.find(([name]) => name === plain.slice(multiple.length));
  if (whole) return { base: whole[1], factor: whole[2] };
  return { base: rest?.[1] ?? plain.slice(multiple.length), factor: times * (rest?.[2] ?? 1) };
}

/** Shares, marks, times and densities; any other unit counts what a territory has, the more the larger it is. */
const SHARE = /^$|[%‰/]|百分点|^(?:个)?(?:分|天|日|小?时|工作日|分钟|年|月|周|倍|级|次|成|位)$/u;

/** Whether a number in this unit grows with the territory it holds for: `个`, `户`, `公里`, but not `%`. */
export const isCount = (unit: string | null): boolean => !SHARE.test(readMeasure(unit).base);

/** Both values in the smaller of their two units; null where the units measure different things. */
export function inCommonUnit(
  template: { readonly value: number; readonly unit: string | null },
  local: { readonly value: number; readonly unit: string | null },
): { template: number; local: number } | null {
  const [one, other] = [readMeasure(template.unit), readMeasure(local.unit)];
  if (one.base !== other.base) return null;
  const unit = Math.min(one.factor, other.factor);
  return { template: scale(template.value, one.factor / unit), local: scale(local.value, other.factor / unit) };
}

/** `3.5 × 10000` and `0.1 + 0.2` without the noise of binary fractions. */
export const scale = (value: number, factor: number): number => Number((value * factor).toPrecision(12));
