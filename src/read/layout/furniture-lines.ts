import { squash } from "../../core/tidy.ts";
import type { PageLayout, PageLine } from "./page-layout.ts";

/** `— 8 —`, `- 3 -`, `第 3 页 共 9 页`, `3/9`, `3` (GB/T 9704-2012 §7.5). */
const PAGE_NUMBER = /^[-－—–―·]{0,3}(?:第?\d{1,4}页?(?:[/，,]?共?\d{1,4}页?)?)[-－—–―·]{0,3}$/u;
/** `（续表）`, `续表2`, `附表1（续）`: stands above a table that goes on. */
const CONTINUED = /^[（(]?(?:接上[页表]|续表\d{0,2}|附?表\d{0,2}[（(]?续表?)[）)]?$/u;
/** The share of the page's height that head and foot take up: 37 mm and 35 mm of 297 mm (GB/T 9704-2012 §5.2.1). */
const MARGIN = 0.13;
/** They are no lower on a landscape page (points). */
const LEAST_MARGIN = 109;
/** A running head stands at the same height on both pages, within this many points. */
const SAME_HEIGHT = 3;

const marginOf = (height: number): number => Math.max(LEAST_MARGIN, MARGIN * height);

/** Where the text of a page ends at the latest. */
export const bodyBottom = (page: PageLayout): number => (1 - MARGIN) * page.height;

/** Whether a text in the page's head or foot is its number. */
export function isPageNumber(text: string, y: { readonly from: number; readonly to: number }, height: number): boolean {
  const isOutside = y.to <= marginOf(height) || y.from >= height - marginOf(height);
  return isOutside && PAGE_NUMBER.test(squash(text));
}

/** Whether a line may stand between the two halves of a table that a page break cuts; `others` are pages nearby. */
export function isBetweenHalves(line: PageLine, page: PageLayout, others: readonly PageLayout[]): boolean {
  const text = squash(line.text);
  if (CONTINUED.test(text)) return true;
  const margin = marginOf(page.height);
  if (line.box[3] > margin && line.box[1] < page.height - margin) return false;
  return PAGE_NUMBER.test(text) || others.some((other) => other.items.some((item) => isSameHead(line, item)));
}

const isSameHead = (line: PageLine, item: PageLayout["items"][number]): boolean =>
  item.kind === "line" && Math.abs(item.box[1] - line.box[1]) < SAME_HEIGHT && headOf(item) === headOf(line);

const headOf = (line: PageLine): string => squash(line.text).replace(/\d+/gu, "#");
