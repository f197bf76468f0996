import type { DateMention } from "../core/dates.ts";
import { listedWith } from "./listed.ts";
import type { Quantity } from "./quantities.ts";

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
  const numbers = listedWith(text, quantities, quantities.indexOf(quantity));
  const first = numbers[0]!;
  const last = dates.findLastIndex((date) => date.end <= first.start);
  if (last < 0 || text.slice(dates[last]!.end, first.start).includes("、")) return null;
  const listed = listedWith(text, dates, last).filter((date) => date.end <= first.start);
  return listed.length > 1 && listed.length === numbers.length ? listed[numbers.indexOf(quantity)]! : null;
}
