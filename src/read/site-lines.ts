/** Lines that a site sets round or below the article: path, neighbours, buttons, counters, sharing. */
const SITE_LINES = [
  /^(?:首页|主页|网站首页)\s*[>＞»→/-]/u,
  /^[【[（(]?\s*(?:上|下|前|后)一(?:篇|条|页)/u,
  /^(?:字\s*[体号]|字体大小|文字大小|分享到?|扫一扫|浏览次数|阅读次数|点击(?:数|次数|率)|访问量)\s*[：:【[（(]?/u,
  /^(?:当前|您的|您所在的?|现在的?)位置\s*[：:]?/u,
  /^(?:发布|更新|信息|发稿)(?:时间|日期)\s*[：:]\s*\d{4}.{0,80}$/u,
  /^(?:日期|时间)\s*[：:]\s*\d{4}.{0,30}(?:来源|作者|浏览|阅读|点击|访问|字\s*[体号])\s*[：:\d[【（(].{0,80}$/u,
  /^(?:索\s*引\s*号|公开方式|主题分类|发文机构)\s*[：:].{0,100}$/u,
  /^(?:信息来源|文章来源|来源)\s*[：:].{0,60}$/u,
  /^(?:责任编辑|编辑|初审|复审|终审|作者)\s*[：:].{0,30}$/u,
  /^扫一扫.{0,30}$/u,
  /^(?:版权所有|网站标识码|网站支持IPv6)\s*[：:©]?.{0,60}$/u,
  /^.{0,30}(?:ICP备|公网安备)\s*\d{5,}.{0,10}$/u,
];
const BUTTONS = /^(?:打印(?:本页)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|收藏(?:本页)?|我要纠错|TOP)+$/u;
const LONGEST_LINE = 140;

/** `上一篇：…`, `【打印】【关闭】`, `字体：大 中 小`, `来源：…`: a line that a site wrote, not the document. */
export const isSiteLine = (text: string): boolean =>
  text.length <= LONGEST_LINE &&
  (SITE_LINES.some((line) => line.test(text)) || BUTTONS.test(text.replace(/[\s【】[\]（()）|｜]/g, "")));
