/** What of a text counts when two are set against each other: letters, digits and Chinese characters. */
const lettersOf = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");

/** Longer texts are cut: no cell of a table comes near it, and the cost stays bounded. */
const LONGEST = 4_000;

/**
 * How alike two texts are, 0 to 1: twice the length of their longest common subsequence over the sum of their lengths. Replacing a
 * fifth of the characters leaves 0.8, whatever the length; adding or dropping a fifth leaves more.
 * @param least a likeness below it may come out as 0: it saves the work.
 */
export function likenessOf(one: string, other: string, least = 0): number {
  const [a, b] = [lettersOf(one).slice(0, LONGEST), lettersOf(other).slice(0, LONGEST)];
  if (a === b) return 1;
  const both = a.length + b.length;
  if (a === "" || b === "" || (2 * sharedCount(a, b)) / both < least) return 0;
  return (2 * commonLength(a, b)) / both;
}

/** How many characters they share in any order: the longest common subsequence is never longer. */
function sharedCount(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (const unit of a.split("")) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return b.split("").reduce((shared, unit) => {
    const left = counts.get(unit) ?? 0;
    counts.set(unit, left - 1);
    return left > 0 ? shared + 1 : shared;
  }, 0);
}

/** The length of the longest common subsequence, by Hyyrö's bit-parallel rows (2004): one bit a character of `a`. */
function commonLength(a: string, b: string): number {
  const all = (1n << BigInt(a.length)) - 1n;
  const places = new Map<string, bigint>();
  a.split("").forEach((unit, at) => {
    places.set(unit, (places.get(unit) ?? 0n) | (1n << BigInt(at)));
  });
  let open = all;
  for (const unit of b.split("")) {
    const matches = open & (places.get(unit) ?? 0n);
    open = ((open + matches) | (open - matches)) & all;
  }
  return a.length - open.toString(2).replaceAll("0", "").length;
}
