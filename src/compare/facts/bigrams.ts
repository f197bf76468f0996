/** Every two characters that stand side by side, each once; a single character is its own. */
export function bigramsOf(text: string): ReadonlySet<string> {
  const characters = [...text];
  if (characters.length < 2) return new Set(characters);
  return new Set(characters.slice(1).map((character, index) => characters[index]! + character));
}

/** How much a bigram tells: less, the more texts have it (`生活垃圾` in a plan about nothing else). */
export type Weigh<Gram = string> = (gram: Gram) => number;

const evenly = (): number => 1;

/** Weighs a bigram by how few of the texts of two lists have it: 1 for one text, or one of each list, less for more. */
export function weighByRarity(texts: readonly ReadonlySet<string>[]): Weigh {
  const counts = new Map<string, number>();
  for (const grams of texts) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return (gram) => 1 / Math.sqrt(Math.max((counts.get(gram) ?? 0) / 2, 1));
}

/** The share (0 to 1) of both texts that they have in common (Dice), by weight; 0 where a text is empty. Symmetric. */
export function shareOf<Gram>(one: ReadonlySet<Gram>, other: ReadonlySet<Gram>, weigh: Weigh<Gram> = evenly): number {
  const both = weightOf(one, weigh) + weightOf(other, weigh);
  return both === 0 ? 0 : (2 * commonWeight(one, other, weigh)) / both;
}

/** The share (0 to 1) of the shorter text that the longer one holds. Symmetric. */
export function coverOf<Gram>(one: ReadonlySet<Gram>, other: ReadonlySet<Gram>, weigh: Weigh<Gram> = evenly): number {
  const shorter = Math.min(weightOf(one, weigh), weightOf(other, weigh));
  return shorter === 0 ? 0 : commonWeight(one, other, weigh) / shorter;
}

/** Sums in sorted order, so that the sum is the same whichever text comes first. */
function commonWeight<Gram>(one: ReadonlySet<Gram>, other: ReadonlySet<Gram>, weigh: Weigh<Gram>): number {
  return sum([...one].filter((gram) => other.has(gram)).map(weigh));
}

const weightOf = <Gram>(grams: ReadonlySet<Gram>, weigh: Weigh<Gram>): number => sum([...grams].map(weigh));
const sum = (values: readonly number[]): number => values.toSorted((a, b) => a - b).reduce((a, b) => a + b, 0);
