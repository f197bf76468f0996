import type { Deadline } from "../../schemas/deadline.ts";
import { type Sentence, splitSentences } from "../core/brackets.ts";
import { type DateMention, findDates } from "../core/dates.ts";
import { foldMarks } from "../core/fold-width.ts";
import type { Item, Outline } from "../core/outline.ts";
import { evidenceOf, type Passage } from "../core/passage.ts";
import { tidy } from "../core/tidy.ts";
import { whoAndTo } from "./deadline-parties.ts";
import { readLimitLines, readLimits } from "./limits.ts";
import { findQuantities } from "./quantities.ts";
import { isTargetQuantity } from "./target-rules.ts";
import { findTimeMarks, type TimeMark } from "./time-marks.ts";

/** What is handed in or finished, in the words of the genre. */
const HAND_IN =
  /报送|填报|上报|报至|报到|报告|报备|备案|提交|报[\p{Script=Han}（）()]{1,30}(?:局|办|委|厅|部|室|组|处|科|中心|政府|站|所|专班|单位|公司)|报[县市省区镇]|报(?:一次|送)?[^告名刊道到废销警考价案]{0,6}(?:情况|进展|总结|信息|报表|材料)|反馈|送至|移交|提出申请/u;
const FINISH =
  /完成|实现|印发|出台|制定|建成|到位|落实|成立|启动|建立|公布|公示|编制|整改|验收|组织|申报|投入使用|(?:投入)?运营|投运|竣工|销号|上线|运行|通报|修订|召开|汇总|评估|部署|淘汰|关停|退出|拆除|取缔|清零|清退|设置|安装|配备|开展|启用|更换/u;

/** Who must hand in or finish what by when: dated duties in the text, and 完成时限 in closing brackets. */
export function extractDeadlines(outline: Outline): Deadline[] {
  const notice: Text = { passage: outline.noticeBody, phase: false, year: outline.year };
  const preamble: Text = { ...notice, passage: outline.preamble };
  return [notice, preamble, ...outline.items.flatMap((item) => textsOf(item, outline.year))].flatMap(readText);
}

/** A text with the year that its heading states; in a phase the first sentence's dates are the phase's own. */
interface Text {
  readonly passage: Passage;
  readonly phase: boolean;
  readonly year: number | null;
}

function textsOf(item: Item, above: number | null): Text[] {
  if (item.kind === "targets" || item.kind === "object") return [];
  const year =
    findDates(`${item.heading.text}${item.dates.text}`).findLast((date) => date.year !== null)?.year ?? above;
  const passages = item.heading.text.length > 40 ? [item.heading, item.intro] : [item.intro];
  const own = passages.map((passage) => ({ passage, phase: item.kind === "phases", year }));
  return [...own, ...item.children.flatMap((child) => textsOf(child, year))];
}

function readText({ passage, phase, year }: Text): Deadline[] {
  let known = year;
  const text = maskTitles(foldMarks(passage.text));
  const dated = splitSentences(text).flatMap((sentence, index) => {
    if (/[。\n]\s*$/u.test(passage.text.slice(Math.max(0, sentence.start - 1), sentence.start))) known = year;
    const dates = findDates(sentence.text, known);
    known = dates.findLast((date) => date.year !== null)?.year ?? known;
    const own = readSentence(sentence, dates, passage, phase && index === 0);
    return [...own, ...readLimits(sentence, passage)];
  });
  return [...dated, ...readLimitLines(text, passage)];
}

/** A date in the name of a document (《2030年前碳达峰行动方案》) limits nothing; the length stays. */
const maskTitles = (text: string): string =>
  text.replace(/《[^》]{0,200}》/gu, (title) => `《${"□".repeat(title.length - 2)}》`);

/** Each time mark of a sentence governs the words up to the next one. */
function readSentence(
  sentence: Sentence,
  dates: readonly DateMention[],
  passage: Passage,
  ownDates: boolean,
): Deadline[] {
  const marks = findTimeMarks(sentence.text, dates);
  return marks.flatMap((mark, index) => {
    const governed = governedBy(sentence.text, marks, index);
    const next = sentence.text.slice(
      mark.end,
      marks.slice(index + 1).find((next) => next.start > mark.end + 4)?.start ?? sentence.text.length,
    );
    const duty = hasVerb(next) ? next : sentence.text.slice(mark.end);
    if (!isDuty(mark, duty, ownDates)) return [];
    const values = {
      text: tidy(passage.text.slice(sentence.start, sentence.end)),
      due: mark.due,
      recurring: mark.recurring,
    };
    return [{ ...values, ...whoAndTo(governed), evidence: evidenceOf(passage, sentence.start, sentence.end) }];
  });
}

/** The words up to the next mark; marks listed with 、 (`6月底、12月底前报…`) govern the same words. */
function governedBy(text: string, marks: readonly TimeMark[], index: number): string {
  let first = index;
  let next = index + 1;
  while (first > 0 && index - first < MOST_LISTED && isListed(text, marks[first - 1]!, marks[first]!)) first--;
  while (next < marks.length && next - index < MOST_LISTED && isListed(text, marks[next - 1]!, marks[next]!)) next++;
  return text.slice(first === 0 ? 0 : marks[first]!.start, marks[next]?.start ?? text.length);
}

const MOST_LISTED = 12;

const isListed = (text: string, mark: TimeMark, next: TimeMark): boolean =>
  /^(?:首月)?(?:\d{1,2}[日号])?[底末以之前、和及与\s]{0,5}$/u.test(text.slice(mark.end, next.start));

/** `A于20日前、B于25日前报送…`: the verb of the last mark is the first one's too. */
const hasVerb = (text: string): boolean => HAND_IN.test(text) || FINISH.test(text) || text.length > 30;

/** A deadline hands something in; one with a day or month also where it finishes something that is no target. */
function isDuty(mark: TimeMark, duty: string, ownDates: boolean): boolean {
  const clause = mark.limited ? duty : firstClauses(duty);
  if (HAND_IN.test(clause)) return true;
  return mark.limited && (!ownDates || mark.recurring !== null) && FINISH.test(duty) && !hasTarget(duty);
}

/** Without a day, the handing in must stand in the same clause, or go on with 并, 形成, 将. */
function firstClauses(duty: string): string {
  const [first = "", second = ""] = duty.split("，");
  return /^\s*(?:并|形成|将|及时)/u.test(second) ? `${first}，${second}` : first;
}

/** `完成全部12个乡镇的选址`: all there are, however many, is no value to be reached. */
const ALL_OF_THEM = /(?:全部|所有)的?(?=\d{1,5}\s*[个家处所条座项])/u;

const hasTarget = (text: string): boolean =>
  findQuantities(text).some(
    (quantity) =>
      !ALL_OF_THEM.test(text.slice(Math.max(0, quantity.start - 3), quantity.end + 1)) &&
      isTargetQuantity(text, quantity, false, true),
  );
