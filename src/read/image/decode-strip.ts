/** A recognised character: `place` is its middle in steps of the strip, `sure` the model's probability. */
export interface ReadCharacter {
  readonly text: string;
  readonly place: number;
  readonly sure: number;
}

/**
 * Reads the characters out of the model's probabilities (connectionist temporal classification: the likeliest class
 * of each step, repeats and blanks dropped). The model says where each one is: its middle, weighted by probability.
 */
export function decodeStrip(probabilities: Float32Array, characters: readonly string[]): ReadCharacter[] {
  const classes = characters.length;
  const steps = probabilities.length / classes;
  const read: { text: string; place: number; sure: number; weight: number }[] = [];
  let before = 0;
  for (let step = 0; step < steps; step += 1) {
    const { index, value } = findLikeliest(probabilities, step * classes, classes);
    if (index !== 0) {
      if (index !== before) read.push({ text: characters[index]!, place: 0, sure: 0, weight: 0 });
      const open = read.at(-1)!;
      open.place += step * value;
      open.weight += value;
      open.sure = Math.max(open.sure, value);
    }
    before = index;
  }
  return read.map(({ text, place, sure, weight }) => ({ text, place: place / weight + 0.5, sure }));
}

function findLikeliest(values: Float32Array, from: number, count: number): { index: number; value: number } {
  let index = 0;
  for (let each = 1; each < count; each += 1) if (values[from + each]! > values[from + index]!) index = each;
  return { index, value: values[from + index]! };
}
