import { expect, test } from "vitest";
import { findDates } from "../../src/core/dates.ts";
import { findQuantities } from "../../src/extract/quantities.ts";
import { findRespectiveDate } from "../../src/extract/respective-date.ts";

const years = (sentence: string): (string | null)[] => {
  const quantities = findQuantities(sentence);
  const dates = findDates(sentence);
  return quantities.map((quantity) => findRespectiveDate(sentence, quantity, quantities, dates)?.iso ?? null);
};

test.each([
  ["到2023年、2025年，普及率分别达到25%、30%", ["2023", "2025"]],
  ["2023年底、2024年底和2025年底，用水量降低3%、5%和8%", ["2023", "2024", "2025"]],
  ["到2023年、2025年，普及率达到25%", [null]],
  ["到2025年，普及率分别达到25%、30%", [null, null]],
  ["到2023年，普及率达到25%；到2025年，达到30%", [null, null]],
  ["到2023年、2025年，用水量、排水量分别降低5%、8%", [null, null]],
])("%s", (sentence, dates) => expect(years(sentence)).toEqual(dates));
