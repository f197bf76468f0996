import type { Message } from "../../../schemas/message.ts";
import { message } from "../../core/outcome.ts";
import type { PageContent } from "../layout/page-content.ts";
import { hasText, hasUsableText } from "./usable-text.ts";

/** What is to be said of the pages whose fonts do not say which characters they draw: such a page is recognised. */
export function describeFonts(pages: readonly PageContent[]): Message[] {
  const numbers = pages.filter(({ glyphs }) => hasText(glyphs) && !hasUsableText(glyphs)).map(({ page }) => page);
  if (numbers.length === 0) return [];
  return [message("font-without-unicode", "warning", { pages: writePages(numbers), count: numbers.length })];
}

/** `2, 5–7`; the numbers rise. */
function writePages(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}
