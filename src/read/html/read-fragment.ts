import type { SourceBlock } from "../../core/source-block.ts";
import { readParagraphs } from "./html-paragraphs.ts";
import { parseHtml } from "./html-tree.ts";

/** Reads markup that stands inside a text, such as a `<table>` in Markdown, without looking for an article. */
export function readFragment(html: string): SourceBlock[] {
  const body = parseHtml(html);
  return body ? readParagraphs(body) : [];
}
