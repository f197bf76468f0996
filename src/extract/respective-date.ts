import type { DateMention } from "../core/dates.ts";
import type { Quantity } from "./quantities.ts";

/** A stretch of a text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const BETWEEN = /^[底末]?\s*[、和及与]\s*$/u;
const MOST_LISTED = 12;

/**
 * The date of a number in two lists of the same length: `到2023年、2025年，…分别达到25%、30%` → 25% in 2023. Null where
 * no such lists stand in the sentence, or where something else is listed between them.
 */
export function findRespectiveDate(
  text: string,
  quantity: Quantity,
  quantities: readonly Quantity[],
  dates: readonly DateMention[],
): DateMention | null {
  const numbers = listAround(text, quantities, quantities.indexOf(quantity));
  const first = numbers[0]!;
  const last = dates.findLastIndex((date) => date.end <= first.start);
  if (last < 0 || text.slice(dates[last]!.end, first.start).includes("、")) return null;
  const listed = listAround(text, dates, last).filter((date) => date.end <= first.start);
  return listed.length > 1 && listed.length === numbers.length ? listed[numbers.indexOf(quantity)]! : null;
}

/** The stretches that are listed with one of them, apart by 、 or 和. */
function listAround<Each extends Stretch>(text: string, all: readonly Each[], at: number): readonly Each[] {
  let first = at;
  let last = at;
  const isListed = (index: number): boolean => BETWEEN.test(text.slice(all[index]!.end, all[index + 1]!.start));
  while (first > 0 && at - first < MOST_LISTED && isListed(first - 1)) first--;
  while (last + 1 < all.length && last - at < MOST_LISTED && isListed(last)) last++;
  return all.slice(first, last + 1);
}
