/** A row is measured against so many of the other version: whichever shares most with it. */
const MOST = 12;

/** The characters and pairs of characters of a text. */
function partsOf(text: string): Set<string> {
  const letters = text.normalize("NFKC").match(/[\p{L}\p{N}]/gu) ?? [];
  return new Set([...letters, ...letters.slice(1).map((letter, at) => letters[at]! + letter)]);
}

/**
 * For each text the places of the few others that share most with it, rare parts counting more than common ones: so that not all pairs
 * need to be measured. Texts that share nothing are no candidates.
 */
export function findCandidates(texts: readonly string[], others: readonly string[]): number[][] {
  const places = new Map<string, number[]>();
  for (const [at, other] of others.entries())
    for (const part of partsOf(other)) {
      const known = places.get(part);
      if (known) known.push(at);
      else places.set(part, [at]);
    }
  return texts.map((text) => {
    const shared = new Map<number, number>();
    for (const part of partsOf(text)) {
      const having = places.get(part) ?? [];
      const weight = 1 / having.length;
      for (const at of having) shared.set(at, (shared.get(at) ?? 0) + weight);
    }
    const order = [...shared].toSorted(([first, a], [second, b]) => b - a || first - second);
    return order.slice(0, MOST).map(([at]) => at);
  });
}
