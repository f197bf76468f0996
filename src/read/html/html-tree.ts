import { type CheerioAPI, load } from "cheerio";
import { ReadError } from "../../core/outcome.ts";

/** A node of the parsed page; cheerio does not export the type, so it is taken from its document. */
export type HtmlNode = ReturnType<CheerioAPI["root"]>[number]["children"][number];
export type HtmlElement = Extract<HtmlNode, { attribs: unknown }>;

/** The parser takes time with the square of the depth: 100,000 nested elements take over a minute. Real pages stay below 100. */
const DEEPEST = 2000;
const NESTING_TAG = /<(\/?)(?:div|span|font|b|i|u|em|strong|section|table|ul|ol|dl|blockquote|center|a|sup|sub)\b/gi;
const UNSEEN = new Set(
  "head script style noscript template iframe object embed svg video audio canvas input select button textarea".split(
    " ",
  ),
);
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/**
 * Parses a page.
 * @throws ReadError `too-large` where elements nest deeper than any page does.
 */
export function parseHtml(html: string): HtmlElement | null {
  const depth = measureDepth(html);
  if (depth > DEEPEST) throw new ReadError("too-large", { depth, limit: DEEPEST });
  return load(html)("body").get(0) ?? null;
}

function measureDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, close] of html.matchAll(NESTING_TAG)) {
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

export const isElement = (node: HtmlNode): node is HtmlElement => "attribs" in node;

export const isText = (node: HtmlNode): node is Extract<HtmlNode, { data: string }> => node.type === "text";

export const elementsOf = (element: HtmlElement): HtmlElement[] => element.children.filter(isElement);

/** Elements that a browser does not draw, or that are controls. */
export const isUnseen = (element: HtmlElement): boolean =>
  UNSEEN.has(element.name) || "hidden" in element.attribs || HIDDEN_STYLE.test(element.attribs.style ?? "");

/** The words of an element's id and class. */
export const namesOf = ({ attribs }: HtmlElement): string[] =>
  `${attribs.id ?? ""} ${attribs.class ?? ""}`.split(/\s+/).filter(Boolean);

/** All text below a node, as it stands in the page. */
export function textOf(node: HtmlNode): string {
  if (isText(node)) return node.data;
  return isElement(node) && !isUnseen(node) ? node.children.map(textOf).join("") : "";
}

/** Gives an element's count of characters other than white space; each element is counted once, so nesting costs nothing. */
export type TextMeter = (element: HtmlElement) => number;

/** Creates a meter for a tree that does not change while it is in use; text inside elements named in `except` does not count. */
export function createTextMeter(except: ReadonlySet<string> = new Set()): TextMeter {
  const sizes = new Map<HtmlElement, number>();
  const measure = (node: HtmlNode): number => {
    if (isText(node)) return node.data.replace(/\s/g, "").length;
    if (!isElement(node) || isUnseen(node) || except.has(node.name)) return 0;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    const size = node.children.reduce((sum, child) => sum + measure(child), 0);
    sizes.set(node, size);
    return size;
  };
  return measure;
}

/** The first element below that passes, in reading order. */
export function findElement(root: HtmlElement, accept: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const child of elementsOf(root)) {
    const found = accept(child) ? child : findElement(child, accept);
    if (found) return found;
  }
  return null;
}
