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
/** Lines that a site sets round or below the article: neighbours, buttons, counters, sharing. */
const FURNITURE_LINES = [
  /^[【[（(]?\s*(?:上|下|前|后)一(?:篇|条|页)/u,
  /^(?:字\s*[体号]|字体大小|文字大小|分享到?|扫一扫|浏览次数|阅读次数|点击(?:数|次数|率)|访问量)\s*[：:【[（(]?/u,
  /^(?:当前|您的|您所在的?|现在的?)位置\s*[：:]?/u,
  /^(?:发布|更新|信息|发稿)(?:时间|日期)\s*[：:]\s*\d{4}.{0,80}$/u,
  /^(?:信息来源|文章来源|来源)\s*[：:].{0,60}$/u,
  /^(?:责任编辑|编辑|初审|复审|终审|作者)\s*[：:].{0,30}$/u,
  /^扫一扫.{0,30}$/u,
];
const BUTTONS = /^(?:打印(?:本页)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|收藏(?:本页)?|我要纠错|TOP)+$/u;
const LONGEST_LINE = 140;

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

/** `上一篇：…`, `【打印】【关闭】`, `字体：大 中 小`, `来源：…`: a paragraph that the site wrote. */
export const isFurnitureLine = (text: string): boolean =>
  text.length <= LONGEST_LINE &&
  (FURNITURE_LINES.some((line) => line.test(text)) || BUTTONS.test(text.replace(/[\s【】[\]（）()|｜]/g, "")));

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
