/**
 * A space that may once have been a line end: the line before it, its last word, the words behind it without inner spaces;
 * digits are half-width. Of long ones only the beginning and the end need be given.
 */
export interface Gap {
  readonly line: string;
  readonly word: string;
  readonly next: readonly string[];
  /** Whether a bracket is open. */
  readonly inside: boolean;
  /** The length of a full line where the lines of the file were wrapped, else null: each line was a paragraph. */
  readonly width: number | null;
}

const HAN = String.raw`\p{Script=Han}`;
const ROLE =
  "(?:(?:第一|常务|执行)?(?:副?组长|副?总?指挥长?|副?主任|副?总?召集人|政委|副政委)|成员(?:单位)?|顾问|联络员|秘书长)";
const ROLE_LINE = new RegExp(`^${ROLE}[：:]`, "u");
const LABEL =
  "(?:联系人|联系电话|电话|传真|邮编|邮箱|电子邮箱|地址|附件|责任单位|牵头单位|配合单位|完成时限|时间|地点|主题词)";
const OPEN_LABEL = new RegExp(`(?:^|[。；，\\s])(?:${ROLE}|${LABEL})[：:]$`, "u");
const GOES_ON_BEFORE = /[，、（(《“〔【[>＞»→|/—-]$/u;
const GOES_ON_BEHIND = /^[，、。；：！？）)》”〕】\]>＞»→|/—-]/u;
const NUMBERING =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章条节]|\d{1,2}[.．、](?!\d)|[①-⑳])/u;
const SECTION = /^(?:附\s*[件表]\s*(?:[\d一二三四五六七八九十]{1,2}(?!\d)|[：:]|$)|抄\s*送|[【[])/u;
const ATTACHMENT_MARK = /^附\s*[件表]\s*[\d一二三四五六七八九十]{0,2}$/u;
const ENDED = /[。；：:！？）)】]$/u;
const LABELLED = new RegExp(`^${HAN}{2,8}[：:]`, "u");
const SHORT = new RegExp(`^${HAN}{1,3}$`, "u");
const LONE = new RegExp(`^${HAN}$`, "u");
const DATE_AHEAD = /^\d{4}年\d{1,2}月\d{1,2}日/u;
const DATE_END = /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/u;
const SIGNED_LINE = /^[^，。；：]{4,40}\d{4}年\d{1,2}月\d{1,2}日(?:印发)?$/u;
const PRINTED = /^\d{4}年\d{1,2}月\d{1,2}日印/u;
const BODY = /(?:局|委|委员会|厅|部|会|室|府|中心|队|社|院|处|办|公司|小组|指挥部)$/u;
const TITLE =
  /^[^，。；：]{4,80}(?:通知|意见|方案|办法|措施|计划|细则|规定|清单|名单|标准|表)(?:[（(][^（()）]{1,14}[）)])?$/u;
const NUMBER_OF_DOCUMENT = /^[^，。；：]{1,14}〔\d{4}〕\d{1,4}号$/u;
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章条节]|\d{1,2}(?:[.．]? |(?:\.\d{1,2}){1,3} ?))[^，。；：\d][^，。；：]{1,30}$/u;
/** `第一章`, `1.1`: a number whose heading stands behind the space. */
const BARE_NUMBER =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章条节]|\d{1,2}(?:\.\d{1,2}){0,3}[.．、]?)$/u;
const PATH = new RegExp(String.raw`^\d{1,2}(?:\.\d{1,2}){1,3}\s*(?:${HAN}|$)`, "u");
const NAME_BEFORE = new RegExp(`[：:、，]${HAN}$`, "u");
const NAME_BEHIND = new RegExp(`^${HAN}(?:[，。；、（(：:]|$)`, "u");
const FULL_SLACK = 3;
const LONGEST_POST = 12;
const LONGEST_BODY = 40;
const LATIN_BEFORE = /[A-Za-z0-9％%.．]$/u;
const LATIN_BEHIND = /^[A-Za-z0-9]/u;
const SENTENCE = /[，。；]/u;

/**
 * Whether a space of a text whose line ends have become spaces ended a paragraph. It did not inside brackets, within a
 * name or word set wide (`组 长：李 明`), between a roster's names and posts, or beside a number in a sentence.
 */
export function endedParagraph(gap: Gap): boolean {
  const { line, word, next, inside } = gap;
  const [behind, ahead] = [next[0]!, next.join("")];
  if (inside || GOES_ON_BEFORE.test(word) || GOES_ON_BEHIND.test(behind) || OPEN_LABEL.test(line)) return false;
  if (line === word && BARE_NUMBER.test(word)) return false;
  if (ROLE_LINE.test(ahead)) return !(SHORT.test(word) && ROLE_LINE.test(word + ahead));
  if (NUMBERING.test(behind) || SECTION.test(behind)) return true;
  if (PATH.test(behind)) return ENDED.test(word) || HEADING.test(line);
  if (PRINTED.test(ahead)) return !BODY.test(word);
  if (ATTACHMENT_MARK.test(word) || NUMBER_OF_DOCUMENT.test(behind)) return true;
  if (NAME_BEFORE.test(word) && NAME_BEHIND.test(behind)) return false;
  if (isRosterLine(line)) return endsRoster(word, next);
  if (LONE.test(word) || (LONE.test(behind) && !beginsWithNumber(gap))) return false;
  if ((BODY.test(word) || ENDED.test(word)) && isSigned(next)) return true;
  if (gap.width !== null) return isWholeLine(line) || endsShort(word, gap.width);
  if (ENDED.test(word)) return true;
  return !(LATIN_BEFORE.test(word) || LATIN_BEHIND.test(behind)) || isWholeLine(line) || LABELLED.test(behind);
}

/** `二、工作目标 到 2025 年底…`: a lone word and a number behind a heading or a sentence begin the next paragraph. */
const beginsWithNumber = ({ line, word, next }: Gap): boolean =>
  LATIN_BEHIND.test(next[1] ?? "") && (isWholeLine(line) || ENDED.test(word));

/** `组 长：…`, `成员：…` with the names and posts behind it. */
export const isRosterLine = (line: string): boolean => ROLE_LINE.test(line.replace(/\s+/gu, ""));

/** A roster's line ends at a sentence, and before a signing body with its date. */
const endsRoster = (word: string, next: readonly string[]): boolean =>
  /[。！？]$/u.test(word) || (SENTENCE.test(next[0]!) && next[0]!.length > LONGEST_POST) || isSigned(next);

/** Whether signing bodies, or none, and a date come next. */
function isSigned(next: readonly string[]): boolean {
  if (SIGNED_LINE.test(next[0]!)) return true;
  const dated = next.findIndex((word) => !(BODY.test(word) && word.length <= LONGEST_BODY && !SENTENCE.test(word)));
  return dated !== -1 && DATE_AHEAD.test(next.slice(dated).join(""));
}

/** In wrapped text a line that is full goes on below, a shorter one with a sentence's end is a paragraph's last. */
const endsShort = (word: string, width: number): boolean =>
  /[：:]$/u.test(word) || (ENDED.test(word) && word.length < width - FULL_SLACK);

/** A heading, title, date or document number is whole, though a number follows it. */
const isWholeLine = (line: string): boolean =>
  HEADING.test(line) || TITLE.test(line) || DATE_END.test(line) || NUMBER_OF_DOCUMENT.test(line);
