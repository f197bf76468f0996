/** A stretch of a text, `[start, end)`. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const BETWEEN = /^[底末]?\s*[、和及与]\s*$/u;
const MOST_LISTED = 12;

/**
 * The numbers or dates that are listed with one of them, apart by 、 or 和, in order and with itself:
 * `分别不少于3200吨、1500吨和800吨` → three. At most twelve to either side.
 * @param at the index of that one in `all`
 */
export function listedWith<Each extends Stretch>(text: string, all: readonly Each[], at: number): readonly Each[] {
  let first = at;
  let last = at;
  const isListed = (index: number): boolean => BETWEEN.test(text.slice(all[index]!.end, all[index + 1]!.start));
  while (first > 0 && at - first < MOST_LISTED && isListed(first - 1)) first--;
  while (last + 1 < all.length && last - at < MOST_LISTED && isListed(last)) last++;
  return all.slice(first, last + 1);
}
