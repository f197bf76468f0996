import {
  createTextMeter,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  namesOf,
  type TextMeter,
} from "./html-tree.ts";

/** Names that content systems of government sites give to the article's box (拓尔思 TRS, 大汉 UCAP, 博达 VSB, …). */
const ARTICLE_NAMES =
  /^(?:trs_(?:editor|ueditor|preappend|web_content).*|view.*trs_uniform.*|ucap-?content|zoom(?:con)?|vsb_?content.*|v_news_content|j-fontcontent|pages_content|wzcon|bt[-_]content|contxt|(?:article|news|text|main|detail|info|xxgk|xl|view|con|nr|wz|art)?[-_]?(?:content|article|artcon|con|cont|text|body|main|nr|zw|neirong|zhengwen)(?:[-_]?(?:content|con|text|box|body|main|detail|txt|nr))?)$/i;
const CONTAINERS = new Set("div section article main center td tr tbody table form body span".split(" "));
const TABLE_PARTS = new Set(["table", "tbody", "tr"]);
const LINKS = new Set(["a"]);
const MAIN_SHARE = 0.7;
const LEFT_BEHIND_SHARE = 0.15;

/**
 * The box that holds the document: of the boxes named like an article the innermost that holds nearly all of their
 * text; where no name helps, the innermost container outside which no sentence stands. Text of links does not count.
 */
export function findArticle(body: HtmlElement): HtmlElement {
  const measure = createTextMeter(LINKS);
  const total = measure(body);
  const named: HtmlElement[] = [];
  collect(body, (element) => namesOf(element).some((name) => ARTICLE_NAMES.test(name)), named);
  const best = Math.max(0, ...named.map((element) => measure(element)));
  const innermost = named.filter((element) => measure(element) >= best * 0.9).at(-1);
  return innermost && best >= total * 0.5 ? innermost : descend(body, measure);
}

function collect(element: HtmlElement, accept: (element: HtmlElement) => boolean, into: HtmlElement[]): void {
  if (accept(element)) into.push(element);
  for (const child of elementsOf(element)) collect(child, accept, into);
}

function descend(body: HtmlElement, measure: TextMeter): HtmlElement {
  let here = body;
  // A table entered on the way is layout only where the way leads on into one of its cells.
  let article = body;
  for (;;) {
    const size = measure(here);
    const child = elementsOf(here).find((element) => measure(element) >= size * MAIN_SHARE);
    if (child === undefined || !CONTAINERS.has(child.name) || leavesText(here, child, measure)) return article;
    here = child;
    if (!TABLE_PARTS.has(here.name)) article = here;
  }
}

/** Whether going down to `child` would lose a sentence. */
function leavesText(parent: HtmlElement, child: HtmlElement, measure: TextMeter): boolean {
  if (measure(parent) - measure(child) > measure(parent) * LEFT_BEHIND_SHARE) return true;
  return parent.children.some((node) => node !== child && /[。；]|附件|方案|通知/u.test(plainText(node)));
}

function plainText(node: HtmlNode): string {
  if (isText(node)) return node.data;
  return isElement(node) && node.name !== "a" ? node.children.map(plainText).join("") : "";
}
