import type { Paragraph } from "../core/document.ts";
import { type Passage, passageOf, wholeBlocks } from "../core/passage.ts";
import { readPlaces } from "../core/places.ts";
import { squash, tidy } from "../core/tidy.ts";
import { isByline } from "./byline.ts";
import { isDocumentNumber, isTitleLine, PLAN_WORD } from "./line-kinds.ts";

/** A title of one or more lines: paragraphs `[from, to)`. `text` is the lines joined. */
export interface Title {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly passage: Passage;
}

/** `关于印发…`; what is passed on names its own subject behind the verb: `转发省教育厅关于…意见的通知`. */
const NOTICE =
  /关于.*(?:印发|转发|发布|公布|下发|颁布|颁发)|^.{0,60}?(?:转发|批转).*关于|^.{0,60}?(?:印发|转发|批转).{0,20}《.+》的通知$/u;
const NOTICE_END = /(?:的通知|的函|的公告|的通告|的决定|的)$/u;
/** How many lines from the top a title may begin, and how many lines it may have. */
const SEARCH_LINES = 40;
const MOST_LINES = 5;
/** A bracket that goes with the title; one with the day that a document was made or passed is a byline. */
const SUBTITLE = /^[（(](?:试行|暂行|修订|征求意见|讨论|草案|送审|送审稿|(?:19|20)\d{2}|\d{4}年)[^（）()]*[）)]$/u;

const titleOf = (paragraphs: readonly Paragraph[], from: number, to: number): Title => {
  const blocks = paragraphs.slice(from, to).map((p) => p.block);
  return { from, to, text: tidy(blocks.map((b) => b.text).join("\n")), passage: wholeBlocks(blocks) };
};

/** Finds the covering notice's title: `关于印发…的通知`, with the issuers' lines directly above it. */
export function findNoticeTitle(paragraphs: readonly Paragraph[]): Title | null {
  const first = noticeTitleFrom(paragraphs, 0);
  const second = first && noticeTitleFrom(paragraphs.slice(0, first.to + REPEAT_LINES), first.to);
  return second && isRepeat(first.text, second.text) ? second : first;
}

/** A web page prints the title over the document, which has it again with its number and addressees. */
const isRepeat = (heading: string, own: string): boolean =>
  squash(heading).includes(squash(own)) || squash(own).includes(squash(heading));
const REPEAT_LINES = 12;

function noticeTitleFrom(paragraphs: readonly Paragraph[], start: number): Title | null {
  for (let from = start; from < Math.min(paragraphs.length, SEARCH_LINES); from++) {
    for (let to = from + 1; to <= Math.min(from + MOST_LINES, paragraphs.length); to++) {
      if (!paragraphs.slice(from, to).every((p) => isTitleLine(p.block.text))) break;
      const title = titleOf(paragraphs, from, to);
      if (!/^.{0,80}?(?:关于|印发|转发|批转)/u.test(title.text)) continue;
      if (NOTICE.test(title.text) && isComplete(title.text, paragraphs[to])) return withIssuers(paragraphs, from, to);
    }
  }
  return null;
}

/** `…的通知` ends a title; a title that breaks off at 的 ends before the addressees. */
const isComplete = (text: string, next: Paragraph | undefined): boolean =>
  /的(?:通知|函|公告|通告|决定)$/u.test(text) || (NOTICE_END.test(text) && (!next || !isTitleLine(next.block.text)));

/** GB/T 9704-2012 §7.3.1: a title is 发文机关名称 + 事由 + 文种; the name may stand on lines of its own above 关于. */
function withIssuers(paragraphs: readonly Paragraph[], from: number, to: number): Title {
  const above = paragraphs[from - 1]?.block.text;
  const isNamedAbove =
    /^关于/u.test(tidy(paragraphs[from]!.block.text)) &&
    above !== undefined &&
    isTitleLine(above) &&
    ISSUER_LINE.test(tidy(above)) &&
    !isDocumentNumber(tidy(above)) &&
    !hasRedHead(paragraphs, from);
  return titleOf(paragraphs, isNamedAbove ? from - 1 : from, to);
}

const ISSUER_LINE =
  /(?:政府|办公室|办公厅|局|委员会|委|厅|部|管委会|中心|等[\d一二三四五六七八九十]+(?:个)?(?:部门|单位))$/u;
/** Several lines of bodies above the title are the red head of a joint document, not part of the title. */
const hasRedHead = (paragraphs: readonly Paragraph[], start: number): boolean => {
  const two = paragraphs[start - 2];
  return two !== undefined && ISSUER_LINE.test(tidy(two.block.text)) && isTitleLine(two.block.text);
};

/** What the notice says that it issues: `印发《…方案》的通知`, `印发…方案的通知` → the plan's title. */
export function issuedTitle(noticeTitle: string): string | null {
  const quoted = /(?:印发|转发|批转|发布|公布|下发|颁布|颁发)[^《]{0,20}《(.+)》/u.exec(noticeTitle)?.[1];
  return (
    quoted ??
    /(?:印发|转发|批转|发布|公布|下发|颁布|颁发)(.+?)的(?:通知|函|公告|通告|决定)?$/u.exec(noticeTitle)?.[1] ??
    null
  );
}

/** Finds the plan's own title at or after paragraph `from`: the text that the notice names, else the first title-like lines. */
export function findPlanTitle(paragraphs: readonly Paragraph[], from: number, expected: string | null): Title | null {
  if (expected) {
    const named = findRun(paragraphs, from, paragraphs.length, (text) => isSameTitle(text, expected));
    if (named) return withSubtitle(paragraphs, named);
  }
  const until = Math.min(paragraphs.length, from + SEARCH_LINES);
  const found = findRun(
    paragraphs,
    from,
    until,
    (text) => PLAN_WORD.test(bare(text)) && bare(text).length >= 4 && !NOTICE.test(text),
  );
  return found && withSubtitle(paragraphs, wholeTitle(paragraphs, dropStray(paragraphs, found), from));
}

/** Finds the title of a notice that is the plan itself: `关于开展…专项行动的通知`. */
export function findOwnTitle(paragraphs: readonly Paragraph[]): Title | null {
  const found = findRun(paragraphs, 0, Math.min(paragraphs.length, SEARCH_LINES), (text) =>
    OWN_NOTICE.test(bare(text)),
  );
  return found && withIssuers(paragraphs, found.from, found.to);
}

/**
 * A notice may name its subject in its title and pass the plan on in its text: `现将《…方案》印发给你们`,
 * `制定了《…方案》，现印发给你们`, `现印发《…方案》`.
 */
export function findPassedOn(paragraphs: readonly Paragraph[], notice: Title): Title | null {
  const named = paragraphs
    .slice(notice.to, notice.to + COVER_LINES)
    .flatMap(({ block }) => PASSED_ON.exec(tidy(block.text))?.slice(1).filter(Boolean) ?? []);
  const plan = named[0] ? findPlanTitle(paragraphs, notice.to, named[0]) : null;
  return plan && isSameTitle(plan.text, named[0]!) ? plan : null;
}
const PASSED_ON =
  /现(?:予以?)?(?:印发|下发|转发|发布)[^《》。]{0,20}《([^《》]{4,80})》|《([^《》]{4,80})》[^《》。]{0,20}(?:印发|下发|发给|转发|发布)/u;
/** A covering notice's text is short: its addressees, a paragraph or two, its signature. */
const COVER_LINES = 12;
const OWN_NOTICE = /关于.{4,}的?(?:通知|通告|公告|决定|函)$/u;

/** Without its subtitle in brackets: `…方案（2023—2025年）` → `…方案`. */
const bare = (text: string): string => text.replace(/(?:[（(][^（）()]*[）)])+$/u, "");

const isSameTitle = (text: string, expected: string): boolean => {
  const a = squash(bare(text)).replace(/[《》]/gu, "");
  const b = squash(bare(expected)).replace(/[《》]/gu, "");
  return (
    a === b ||
    (topicOf(a).length >= 6 && topicOf(a) === topicOf(b)) ||
    (a.length >= 6 && PLAN_WORD.test(a) && (a.endsWith(b) || b.endsWith(a)) && Math.abs(a.length - b.length) <= 12)
  );
};

/** What a title is about, whoever is named before 关于: a notice may pass on `省教育厅等部门关于…实施意见`. */
const topicOf = (title: string): string => title.replace(/^.*?关于/u, "").replace(/的(?=\p{Script=Han}{2,4}$)/u, "");

function findRun(
  paragraphs: readonly Paragraph[],
  from: number,
  until: number,
  accepts: (text: string) => boolean,
): Title | null {
  for (let start = from; start < until; start++) {
    for (let end = start + 1; end <= Math.min(start + MOST_LINES, until); end++) {
      if (!isTitleLine(paragraphs[end - 1]!.block.text)) break;
      const title = titleOf(paragraphs, start, end);
      if (accepts(title.text)) return title;
    }
  }
  return null;
}

/** A line above that names no place is not part of a title that begins with one. */
function dropStray(paragraphs: readonly Paragraph[], found: Title): Title {
  const start = paragraphs.slice(found.from, found.to).findIndex((p) => readPlaces(tidy(p.block.text)).length > 0);
  const first = tidy(paragraphs[found.from]!.block.text);
  return start > 0 &&
    !/关于/u.test(first) &&
    PLAN_WORD.test(bare(titleOf(paragraphs, found.from + start, found.to).text))
    ? titleOf(paragraphs, found.from + start, found.to)
    : found;
}

/** A title found by its last word may begin a line or two higher (`A市卫健委等十部门 / 关于…的实施意见`). */
function wholeTitle(paragraphs: readonly Paragraph[], found: Title, from: number): Title {
  if (found.to - found.from > 1 || found.from === from) return found;
  const above = paragraphs[found.from - 1]!.block.text;
  const joins = /^关于/u.test(found.text) && ISSUER_LINE.test(tidy(above)) && isTitleLine(above);
  return joins ? titleOf(paragraphs, found.from - 1, found.to) : found;
}

function withSubtitle(paragraphs: readonly Paragraph[], title: Title): Title {
  const next = paragraphs[title.to];
  const line = next ? tidy(next.block.text) : "";
  return SUBTITLE.test(line) && !isByline(line) ? titleOf(paragraphs, title.from, title.to + 1) : title;
}

/** No title, before paragraph `at`: the document begins with its text. */
export const emptyTitle = (at: number): Title => ({ from: at, to: at, text: "", passage: passageOf([]) });
