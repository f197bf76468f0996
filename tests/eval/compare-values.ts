import { createHash } from "node:crypto";

/** A value of a gold file: itself, `{anyOf}` for several readings, or `{sha}` for a text by its digest. */
export type GoldValue = unknown;

/** A value as text, without white space and without differences of form that carry no meaning (brackets, quotes, dashes, closing marks). */
export const squashValue = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : String(value)
        .normalize("NFKC")
        .replace(/\s+/gu, "")
        .replace(/[〔［【[]/gu, "[")
        .replace(/[〕］】\]]/gu, "]")
        .replace(/[“”„"'‘’「」]/gu, "")
        .replace(/[~～∼–—]/gu, "-")
        .replace(/[。；;，,、.]+$/u, "");

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** The readings that a gold value accepts. */
export const choicesOf = (gold: GoldValue): unknown[] =>
  isObject(gold) && Array.isArray(gold.anyOf) ? gold.anyOf : [gold];

export const firstChoice = (gold: GoldValue): unknown => choicesOf(gold)[0];

const digest = (value: unknown): string =>
  createHash("sha256")
    .update(squashValue(value) ?? "")
    .digest("hex")
    .slice(0, 16);

const shaOf = (gold: GoldValue): string | null => (isObject(gold) && typeof gold.sha === "string" ? gold.sha : null);

export function isEqual(gold: GoldValue, out: unknown): boolean {
  const sha = shaOf(gold);
  return sha === null
    ? squashValue(gold) === squashValue(out)
    : out !== null && out !== undefined && digest(out) === sha;
}

/** Whether an output value is one of the readings that the gold accepts. */
export const isSame = (gold: GoldValue, out: unknown): boolean =>
  choicesOf(gold).some((choice) => isEqual(choice, out));

/** Share of the longer text's characters in the longest common subsequence of both. */
export function similarity(a: unknown, b: unknown): number {
  const x = squashValue(a) ?? "";
  const y = squashValue(b) ?? "";
  if (x === y) return 1;
  if (!x || !y) return 0;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  let previous = new Uint32Array(short.length + 1);
  for (let i = 1; i <= long.length; i++) {
    const row = new Uint32Array(short.length + 1);
    for (let j = 1; j <= short.length; j++)
      row[j] = long[i - 1] === short[j - 1] ? previous[j - 1]! + 1 : Math.max(previous[j]!, row[j - 1]!);
    previous = row;
  }
  return previous[short.length]! / long.length;
}

/** How near an output text comes to any reading of the gold, 0 to 1; a digest is met or not. */
export const nearness = (gold: GoldValue, out: unknown): number =>
  Math.max(
    ...choicesOf(gold).map((choice) => (shaOf(choice) ? Number(isEqual(choice, out)) : similarity(choice, out))),
  );
