import { findDates } from "../core/dates.ts";
import { isParagraph, type Node, type Paragraph } from "../core/document.ts";
import type { DateMark } from "../core/outline.ts";
import { locate } from "../core/passage.ts";
import { isBody, splitUnits } from "../core/split-units.ts";
import { tidy } from "../core/tidy.ts";
import { findSignedDate, isDocumentNumber } from "./line-kinds.ts";
import { isSignature } from "./signature.ts";

/** `（2021年3月2日县政府第5次常务会议通过）`: the day on which a meeting passed the document is its date. */
const PASSED = /^[（(][^（）()]{0,20}\d\s*日[^（）()]{0,60}[）)]$/u;
const MOST_LINES = 6;

/** A line below a title that says who made the document and when: bodies alone, a day alone, or a bracket with a day. */
export const isByline = (text: string): boolean =>
  findSignedDate(text) !== null || PASSED.test(tidy(text)) || isSignature(text);

/** The byline at the head of a text; a 发文字号 may stand among its lines. */
export function findByline(body: readonly Node[]): Paragraph[] {
  const end = body.findIndex((node) => !isParagraph(node) || !isHead(node));
  return body
    .slice(0, Math.min(end < 0 ? 0 : end, MOST_LINES))
    .filter(isParagraph)
    .filter(({ block }) => isByline(block.text));
}

const isHead = ({ block }: Paragraph): boolean => isByline(block.text) || isDocumentNumber(tidy(block.text));

/** The day that a byline states, or null. */
export function findBylineDate(byline: readonly Paragraph[]): DateMark | null {
  for (const { block } of byline) {
    const day = findDates(block.text).find((date) => date.day !== null && date.iso !== null);
    if (day) return { iso: day.iso!, evidence: [locate(block, 0, block.text.length)] };
  }
  return null;
}

/** `（某县人民政府办公室2025年2月27日印发）`: who put the document out, before or behind the day. */
const PUT_OUT =
  /^[（(]\s*([^（）()\d]{0,60}?)\s*(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:由|经)?([^（）()\d]{0,60}?)(?:印发|发布|公布|颁布)\s*[）)]$/u;

/** The bodies that a byline in brackets says put the document out; none where it says nothing of them. */
export function findBylineIssuers(byline: readonly Paragraph[]): string[] {
  for (const { block } of byline) {
    const match = PUT_OUT.exec(tidy(block.text));
    const names = match ? splitUnits(match[1]! || match[2]!) : [];
    if (names.length > 0 && names.every((name) => isBody(name) && name.length >= 4)) return names;
  }
  return [];
}
