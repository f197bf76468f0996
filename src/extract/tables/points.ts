/** Reads a cell that holds nothing but points: `5`, `5分`, `２.５`; null for anything else. */
export function readPoints(text: string): number | null {
  const match = /^\+?(\d{1,4}(?:\.\d{1,2})?)分?$/u.exec(text.normalize("NFKC").replace(/\s+/gu, ""));
  return match ? Number(match[1]) : null;
}

const CLOSING =
  /\s*[（(【[]\s*(?:共|计|满分|分值)?[:：]?\s*(\d{1,4}(?:\.\d{1,2})?)\s*分\s*[）)】\]]\s*[。；;，,：:]?$/u;
const CLOSING_BARE = /(?<=[\p{Script=Han}\s])(\d{1,3}(?:\.\d)?)\s*分$/u;

/** Reads the points of a whole, which may name those of the bonus apart: `100`, `100+5`; null for anything else. */
export const readTotal = (text: string): number | null =>
  readPoints(text.replace(/(?<=\d\s*分?)\s*[+＋]\s*\d{1,3}\s*分?$/u, ""));

/** A text and the points in the bracket that closes it: `组织领导（20分）` → `组织领导`, 20. */
export interface Pointed {
  readonly text: string;
  readonly points: number | null;
}

const BRACKETS = /[（(【[]\s*\d{1,4}(?:\.\d{1,2})?\s*分\s*[）)】\]]/gu;

/** Parts a criterion from its closing bracket of points; of several brackets none is the whole's. */
export function cutPoints(text: string): Pointed {
  const match = CLOSING.exec(text);
  return match && (text.match(BRACKETS)?.length ?? 0) <= 1
    ? { text: text.slice(0, match.index), points: Number(match[1]) }
    : { text, points: null };
}

/** Parts a label from its points, which may stand without a bracket: `组织领导20分`. */
export function cutLabelPoints(text: string): Pointed {
  const bracketed = cutPoints(text);
  if (bracketed.points !== null) return bracketed;
  const match = CLOSING_BARE.exec(text);
  return match ? { text: text.slice(0, match.index).trim(), points: Number(match[1]) } : bracketed;
}

/** A row's number as data: a plain integer is a number, `1.10` and `（1）` stay as printed, blank is null. */
export function readNumberCell(text: string): number | string | null {
  const plain = text.replace(/[.．、]$/u, "");
  return /^\d{1,5}$/u.test(plain) ? Number(plain) : plain || null;
}

/** Sums that are equal but for what binary fractions lose. */
export const isEqual = (a: number, b: number): boolean => Math.abs(a - b) < 0.001;

export const sumOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, v) => sum + (v ?? 0), 0);
