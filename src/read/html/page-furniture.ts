import {
  createTextMeter,
  elementsOf,
  type HtmlElement,
  isElement,
  isUnseen,
  namesOf,
  type TextMeter,
  textOf,
} from "./html-tree.ts";

/** Words by which sites name what surrounds an article, as a whole word of the id or class. */
const FURNITURE_NAMES = new RegExp(
  `(?:^|[-_])(?:${[
    "nav(?:bar|igation)?|menu|crumbs?|breadcrumbs?|position|location|dqwz|weizhi|mianbao",
    "(?:bd)?share\\w*|fenxiang|qrcode|qr|ewm|erweima|print|dayin|tools?|toolbar|functions?",
    "footer|foot|bottom|copyright|banner|topbar|search|login|sidebar|aside",
    "prev|next|prevnext|sxp|pages?|pagination|related|xgxw|xgwj|hot|recommend|comment\\w*",
    "meta|xxgk_?(?:meta|head|table|info)|fujian|fj|attachments?|info|source|laiyuan|hits|fontsize",
  ].join("|")})(?:$|[-_])`,
  "i",
);
const META_LABELS =
  /索\s*引\s*号|发\s*布\s*(?:机\s*构|日\s*期)|公\s*开\s*(?:日\s*期|方\s*式)|主\s*题\s*(?:分\s*类|词)|生\s*成\s*日\s*期|有\s*效\s*性|信\s*息\s*分\s*类/g;
const META_TAGS = new Set(["table", "div", "ul", "dl"]);
const LONGEST_META = 800;
const FURNITURE_TAGS = new Set(["nav", "footer", "aside", "form"]);
/** Furniture is never a larger part of a page's text than this, whatever its name. */
const FURNITURE_SHARE = 0.3;
/** Furniture by name; a name never proves it for a large part of the page's text. */
function isFurniture(element: HtmlElement, measure: TextMeter, most: number): boolean {
  if (measure(element) >= most) return false;
  if (FURNITURE_TAGS.has(element.name) || isMetaTable(element, measure)) return true;
  return namesOf(element).some((name) => FURNITURE_NAMES.test(name));
}

/** The box of 索引号, 发布机构, 公开日期 … above an article: made by the site, not part of the document. */
function isMetaTable(element: HtmlElement, measure: TextMeter): boolean {
  if (!META_TAGS.has(element.name) || measure(element) > LONGEST_META) return false;
  const text = textOf(element);
  return new Set((text.match(META_LABELS) ?? []).map((label) => label.replace(/\s/g, ""))).size >= 2;
}

/** Detaches furniture and unseen elements below `body`, so that what is left is the text that a reader came for. */
export function dropFurniture(body: HtmlElement): void {
  const measure = createTextMeter();
  const most = measure(body) * FURNITURE_SHARE;
  const drop = (element: HtmlElement): void => {
    element.children = element.children.filter(
      (child) => !isElement(child) || !(isUnseen(child) || isFurniture(child, measure, most)),
    );
    elementsOf(element).forEach(drop);
  };
  drop(body);
}
