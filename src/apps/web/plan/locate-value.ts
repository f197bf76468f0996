import type { Block } from "../../../../schemas/block.ts";
import type { Evidence } from "../../../../schemas/evidence.ts";

const DATE = /^\d{4}(?:-\d{2})*$/u;
const withoutSpaces = (text: string): string => text.replace(/\s/gu, "");
/** `2020年12月17日` and `2020-12-17` have the same digits in the same order. */
const digitsOf = (text: string): string => (text.match(/\d+/gu) ?? []).map(Number).join("-");

/** The quotes that say a value of the header: those that say it whole, else its parts (a title over three lines) in the file's order. */
export function quotesOf(value: string, quotes: readonly Evidence[]): Evidence[] {
  const words = withoutSpaces(value);
  const whole = quotes.filter(({ quote }) =>
    DATE.test(value) ? digitsOf(quote).startsWith(digitsOf(value)) : withoutSpaces(quote).includes(words),
  );
  if (whole.length > 0 || DATE.test(value)) return whole;
  return quotes.filter(({ quote }) => words.includes(withoutSpaces(quote))).toSorted((a, b) => a.block - b.block);
}

/** Finds a value's own words in the text: in a block of nothing else (a signature) if there is one, else where they first stand. */
export function locate(value: string, blocks: readonly Block[]): Evidence[] {
  const words = DATE.test(value) ? spell(value) : value;
  const block = blocks.find(({ text }) => text === words) ?? blocks.find(({ text }) => text.includes(words));
  if (!block || words === "") return [];
  const start = block.text.indexOf(words);
  const { id, page, bbox } = block;
  return [{ block: id, start, end: start + words.length, quote: words, page, bbox }];
}

/** `2020-12-07` → `2020年12月7日`. */
function spell(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month === undefined ? "" : `${month}月`}${day === undefined ? "" : `${day}日`}`;
}
