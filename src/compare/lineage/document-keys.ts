import { readPlaces } from "../../core/places.ts";
import { squash } from "../../core/tidy.ts";

/** Longest title that is taken apart; a longer one is no title. */
const LONGEST_TITLE = 200;
const QUOTES = /[《》〈〉<>「」『』“”"'‘’]/gu;
/** `…关于印发X的通知`, `…转发Y关于印发X的通知`: X is the document. */
const COVER = /(?:关于)?(?:印发|转发|下发|发布|公布|批转)(.{2,}?)(?:的)?(?:通知|公告|函)$/u;
const YEARS = /[(（]?(?:19|20)\d{2}(?:年)?(?:[-—–~～至到]{1,2}(?:19|20)\d{2}年?)?(?:年?度)?(?:修订版?|版)?[)）]?/gu;
const EDITION =
  /[(（](?:试行|暂行|修订稿?|修订版|修正|征求意见稿|草案|送审稿|[^()（）]{0,6}版)[)）]|(?:试行|暂行|修订|修正)(?=方案|办法|标准|$)/gu;

/** `鲁建城建字〔2020〕22号` in any brackets and widths; null for what is no number. */
export function numberKey(printed: string | null): string | null {
  if (printed === null) return null;
  const key = squash(printed.normalize("NFKC"))
    .replace(/[〔([{【〈<]/gu, "[")
    .replace(/[〕)\]}】〉>]/gu, "]")
    .replace(/第(?=\d)/u, "");
  return /\d/u.test(key) ? key : null;
}

/** The title of the document itself, without the notice that covers it, who sends it, and quotes. */
export function titleKey(printed: string | null): string | null {
  if (printed === null) return null;
  const plain = squash(printed.normalize("NFKC").slice(0, LONGEST_TITLE)).replace(QUOTES, "");
  const key = coveredTitle(plain).replace(/^关于(?:印发)?(?!.*的(?:通知|意见|决定)$)/u, "");
  return key.length > 3 ? key : null;
}

/** Takes covers off, the outer first (`A转发B关于印发C的通知` → `C`). */
function coveredTitle(title: string): string {
  const inner = COVER.exec(title)?.[1];
  return inner === undefined ? title : coveredTitle(inner);
}

/** The years that a title names: `2023—2025年` → `2023`, `2025`. */
export const yearsOf = (title: string): string[] => title.match(/(?:19|20)\d{2}/gu) ?? [];

/** The innermost place that a title begins with (`A市B区…` → `B区`), or "". */
export const placeOf = (title: string): string => readPlaces(title).at(-1)?.name ?? "";

/** The places around the innermost (`A省B市C区…` → `A省B市`), or "". */
export function outerPlaceOf(title: string): string {
  const places = readPlaces(title);
  return places.length < 2 ? "" : title.slice(0, places.at(-2)!.end);
}

/** Whether two titles may be of one place: `A市鼓楼区` and `鼓楼区`, not `A市鼓楼区` and `B市鼓楼区`. */
export const areOfOnePlace = (outer: string, other: string): boolean => outer.endsWith(other) || other.endsWith(outer);

/** The title with its innermost place alone: `A市B区…方案` and `B区…方案` are one. */
export const shortTitle = (title: string): string => placeOf(title) + withoutPlace(title);

const withoutPlace = (title: string): string => title.slice(readPlaces(title).at(-1)?.end ?? 0);

/** What a title is about: without place, years and edition. */
export function subjectOf(title: string): string {
  const subject = withoutPlace(title).replace(YEARS, "").replace(EDITION, "");
  return subject || title;
}

/** One plan in all its issues: `2021年…工作方案（试行）` and `2022年…实施方案` have one key. */
export const versionKey = (title: string): string => {
  const subject = subjectOf(title).replace(/[\p{P}\p{S}]/gu, "");
  return (
    subject
      .replace(/(?:工作|实施|行动|活动|总体|专项|具体|进一步)+(?=方案|计划|$)|[的年]|(?:19|20)\d{2}/gu, "")
      .replace(/行动|计划$/gu, "") || subject
  );
};
