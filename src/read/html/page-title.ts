import { findElement, type HtmlElement, textOf } from "./html-tree.ts";
import { tidyText } from "./tidy-text.ts";

const META_TITLE = /<meta\s[^>]{0,100}name\s*=\s*["']ArticleTitle["'][^>]{0,40}content\s*=\s*["']([^"'<>]{1,200})["']/i;
const LONGEST_TITLE = 200;
const SHORTEST_TITLE = 6;

/**
 * The title that the page shows: its `<h1>`, else the `ArticleTitle` that 国办 rules make sites state
 * (政府网站发展指引, 2017, 附件). `<title>` is not used: it is cut and mixed with the site's name.
 */
export function findPageTitle(html: string, body: HtmlElement): string | null {
  const heading = findElement(body, ({ name }) => name === "h1");
  const titles = [heading ? tidyText(textOf(heading)) : "", META_TITLE.exec(html)?.[1]?.trim() ?? ""];
  return titles.find(({ length }) => length >= SHORTEST_TITLE && length <= LONGEST_TITLE) ?? null;
}
