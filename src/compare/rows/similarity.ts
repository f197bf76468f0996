import type { DescribedRow, Features } from "./describe-row.ts";
import type { RowIndex } from "./row-index.ts";

type Weigh = (feature: string) => number;

const weightOf = (features: Iterable<string>, weigh: Weigh): number => {
  let sum = 0;
  for (const feature of features) sum += weigh(feature);
  return sum;
};

const sharedWeight = (a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const feature of small) if (large.has(feature)) sum += weigh(feature);
  return sum;
};

/**
 * About the weight of one rare word. It is added where a share is taken of little text, so that two words in
 * common do not make two short rows the same.
 */
const DOUBT = 0.7;

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number {
  const [weightA, weightB] = [weightOf(a, weigh), weightOf(b, weigh)];
  const shared = sharedWeight(a, b, weigh);
  const dice = (2 * shared) / (weightA + weightB || 1);
  const held = shared / (Math.min(weightA, weightB) + DOUBT);
  return 0.75 * dice + 0.25 * held;
}

/** How like two texts are, 0 to 1: half by words, half by character pairs, the rare ones weighing most. */
export const textLikeness = (index: RowIndex, a: Features, b: Features): number =>
  (likeness(a.words, b.words, index.wordWeight) + likeness(a.pairs, b.pairs, index.pairWeight)) / 2;

/** The share (0 to 1) of a text's weighted words and character pairs that another holds. */
export function shareHeld(index: RowIndex, part: Features, whole: Features): number {
  const words = sharedWeight(part.words, whole.words, index.wordWeight);
  const pairs = sharedWeight(part.pairs, whole.pairs, index.pairWeight);
  const weight = featureWeight(index, part);
  return weight === 0 ? 0 : (words + pairs) / weight;
}

/** How much a text has to say: the weight of its words and character pairs. */
export const featureWeight = (index: RowIndex, features: Features): number =>
  weightOf(features.words, index.wordWeight) + weightOf(features.pairs, index.pairWeight);

/** A demand may stand in the other's scoring cell; less sure than like criteria. */
const MOVED = 0.9;

/**
 * How like two rows are, 0 to 1: by their criteria, by all their text, or by the criterion of one in all of the
 * other, whichever is most. The same whichever row comes first.
 */
export function rowLikeness(index: RowIndex, a: DescribedRow, b: DescribedRow): number {
  const criteria = textLikeness(index, a.criterion.features, b.criterion.features);
  const all = textLikeness(index, a.all, b.all);
  const moved = Math.max(
    textLikeness(index, a.criterion.features, b.all),
    textLikeness(index, a.all, b.criterion.features),
  );
  return Math.min(1, Math.max(criteria, (criteria + all) / 2, all * MOVED, moved * MOVED));
}
