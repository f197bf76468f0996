/** The sum, an unknown number counting as 0; null where there is nothing to add. Rounded so that 0.1 + 0.2 is 0.3. */
export const sumOf = (numbers: readonly (number | null)[]): number | null =>
  numbers.length === 0 ? null : round(numbers.reduce<number>((sum, one) => sum + (one ?? 0), 0));

export const round = (number: number): number => Math.round(number * 1e6) / 1e6;
