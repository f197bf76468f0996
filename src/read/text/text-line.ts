/** A physical line of a text file; `page` counts from 1 where the file has form feeds, else null. */
export interface TextLine {
  readonly text: string;
  readonly page: number | null;
}

/** The text of the line that stands for a form feed. */
export const FORM_FEED = "\f";

const LINE_END = /\r\n|[\n\r\v\u0085\u2028\u2029]/;
const INVISIBLE = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u2060\ufeff\ufffe]/g;
const BAR = `[-—–―－─_~～·•]{1,3}`;
const PAGE_NUMBER = new RegExp(
  String.raw`^(?:${BAR}\s*\d{1,4}\s*${BAR}|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)$`,
);

/** Splits text at its line ends; a form feed becomes a line of its own, control and zero-width characters go. */
export function splitLines(text: string): TextLine[] {
  const paged = text.includes(FORM_FEED);
  const lines: TextLine[] = [];
  text.split(FORM_FEED).forEach((page, index) => {
    const number = paged ? index + 1 : null;
    if (index > 0) lines.push({ text: FORM_FEED, page: index });
    for (const line of page.split(LINE_END)) lines.push({ text: line.replace(INVISIBLE, ""), page: number });
  });
  return lines;
}

/** `附件2` between two tables is the heading of the second. */
export const ATTACHMENT = /^\s*附\s*[件表录]\s*[\d０-９一二三四五六七八九十]{0,3}\s*(?:[：:].*)?$/u;

export const isBlank = (line: TextLine): boolean => line.text.trim() === "";

/** A page number that is not merely a number: `— 8 —`, `- 3 -`, `第 3 页 共 9 页`. */
export const isPageNumber = (text: string): boolean => text.length < 30 && PAGE_NUMBER.test(text.trim());
