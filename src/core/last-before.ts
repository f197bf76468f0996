/** The index of the last of some rising numbers that is not above `at`, 0 where none is; by binary search. */
export function lastBefore(rising: readonly number[], at: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (rising[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
