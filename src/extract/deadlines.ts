import type { Deadline } from "../../schemas/deadline.ts";
import { findBrackets, type Sentence, splitSentences } from "../core/brackets.ts";
import { type DateMention, findDates } from "../core/dates.ts";
import type { Item, Outline } from "../core/outline.ts";
import { evidenceOf, type Passage } from "../core/passage.ts";
import { splitUnits } from "../core/split-units.ts";
import { tidy } from "../core/tidy.ts";
import { findQuantities } from "./quantities.ts";

/** What is handed in or finished, in the words of the genre. */
const HAND_IN =
  /报送|上报|报至|报到|报告|报备|备案|提交|报[\p{Script=Han}]{2,30}(?:局|办|委|厅|部|室|组|处|科|中心|政府|站|所|专班|单位|公司)|报(?:县|市|省|区|镇)|反馈|报名|汇总报|送至|移交/u;
const FINISH =
  /完成|印发|出台|制定|建成|到位|落实|成立|启动|建立|公布|公示|编制|整改|验收|组织|申报|投入使用|竣工|销号|开展/u;
const BEFORE = /^[底末初]?\s*(?:年底)?\s*(?:以前|之前|前)/u;
const RECURRING = /每(?:个)?(?:年度?|月|季度?|半年|周|学期)/u;

/** Who must hand in or finish what by when: dated duties in the text, and 完成时限 in closing brackets. */
export function extractDeadlines(outline: Outline): Deadline[] {
  const texts = outline.items.flatMap(textsOf);
  return [{ passage: outline.noticeBody, phase: false }, ...texts].flatMap(({ passage, phase }) =>
    readPassage(passage, phase),
  );
}

interface Text {
  readonly passage: Passage;
  readonly phase: boolean;
}

function textsOf(item: Item): Text[] {
  if (item.kind === "targets" || item.kind === "object") return [];
  const phase = item.kind === "phases";
  const own = item.heading.text.length > 40 ? [item.heading, item.intro] : [item.intro];
  return [...own.map((passage) => ({ passage, phase })), ...item.children.flatMap(textsOf)];
}

function readPassage(passage: Passage, phase: boolean): Deadline[] {
  const sentences = splitSentences(passage.text);
  let year: number | null = null;
  return sentences.flatMap((sentence) => {
    if (/[。\n]\s*$/u.test(passage.text.slice(Math.max(0, sentence.start - 1), sentence.start))) year = null;
    const dates = findDates(sentence.text, year);
    year = dates.findLast((date) => date.year !== null)?.year ?? year;
    return [...readSentence(sentence, dates, passage, phase), ...readLimits(sentence, passage)];
  });
}

function readSentence(sentence: Sentence, dates: readonly DateMention[], passage: Passage, phase: boolean): Deadline[] {
  const text = sentence.text;
  const handsIn = HAND_IN.test(text);
  if (!handsIn && (phase || !FINISH.test(text) || hasTarget(text))) return [];
  const recurring = handsIn ? readRecurring(text, dates) : [];
  const once = recurring.length ? [] : dates.filter((date) => date.iso !== null && isLimit(text, date));
  const values = [
    ...recurring.map((value) => ({ due: null, recurring: value })),
    ...once.map((date) => ({ due: date.iso, recurring: null })),
  ];
  return values.map((value) => ({
    text: tidy(text),
    ...value,
    ...whoAndTo(text),
    evidence: evidenceOf(passage, sentence.start, sentence.end),
  }));
}

const hasTarget = (text: string): boolean =>
  findQuantities(text).some((quantity) => quantity.compared || quantity.unit === "%");

/** `2021年2月底前`, `于6月20日前`; a date without 前 limits nothing. */
const isLimit = (text: string, date: DateMention): boolean =>
  BEFORE.test(text.slice(date.end, date.end + 6)) &&
  !/责任|时限|期限/u.test(text.slice(Math.max(0, date.start - 6), date.start));

/** `每年10月25日前` → `--10-25`, `每年6月底、12月底前` → two, `每月5日前` → `monthly`; the handing in must stand near. */
function readRecurring(text: string, dates: readonly DateMention[]): string[] {
  const word = RECURRING.exec(text);
  if (!word || !HAND_IN.test(nearClauses(text, word.index))) return [];
  if (/月/u.test(word[0])) return ["monthly"];
  if (/季/u.test(word[0])) return ["quarterly"];
  if (!/年/u.test(word[0]) || /半年/u.test(word[0])) return [];
  const yearly = dates.filter(
    (date) => date.month !== null && date.start >= word.index && date.start < word.index + 40,
  );
  const pad = (value: number): string => String(value).padStart(2, "0");
  const days = yearly.map((date) => `--${pad(date.month!)}${date.day === null ? "" : `-${pad(date.day)}`}`);
  return days.length ? days : ["yearly"];
}

/** The clause at an offset and the one after it. */
function nearClauses(text: string, at: number): string {
  const start = text.lastIndexOf("，", at) + 1;
  const first = text.indexOf("，", at);
  const second = first < 0 ? -1 : text.indexOf("，", first + 1);
  return text.slice(start, second < 0 ? text.length : second);
}

const BY = /^(?:[^，]{0,30}?[，])?\s*(?:请|各参与)?([^，。；]{2,40}?)(?:要|应|须|需|应当|负责|将|于|在|按|根据|每)/u;
const TO =
  /(?:报送至?|上报至?|报告|报送给|提交至?|报至|报备至?|反馈至|报)\s*([\p{Script=Han}]{2,30}?(?:局|办公室|办|委员会|委|厅|部|领导小组|室|组|处|科|中心|政府|站|所|专班|单位))(?=[，。；;、备（(\s]|$|进|汇|审|并)/u;
const TOWARDS = /向\s*([\p{Script=Han}]{2,30}?)\s*(?:报送|上报|报告|提交|报备|反馈)/u;

function whoAndTo(text: string): Pick<Deadline, "by" | "to"> {
  const by = BY.exec(tidy(text))?.[1] ?? "";
  const units = splitUnits(by).filter(
    (unit) => /[局委办厅部镇乡道府位门会所心村区县市]$|[）)]$/u.test(unit) && unit.length <= 30,
  );
  return { by: units, to: TOWARDS.exec(text)?.[1] ?? TO.exec(text)?.[1] ?? null };
}

const LIMIT = /(?:完成时限|完成时间|时间节点|时限|整改期限)\s*[：:]\s*([^；;，,）)。]+)/u;

/** `（牵头单位：…；完成时限：2023年6月底）` */
function readLimits(sentence: Sentence, passage: Passage): Deadline[] {
  return findBrackets(sentence.text).flatMap((bracket) => {
    const limit = LIMIT.exec(bracket.content);
    const due = limit && findDates(limit[1]!).findLast((date) => date.iso !== null)?.iso;
    if (!limit || !due) return [];
    const lead = /牵头单位\s*[：:]\s*([^；;]+)/u.exec(bracket.content)?.[1] ?? "";
    const start = sentence.start + bracket.start;
    return [
      {
        text: tidy(limit[0]),
        due,
        recurring: null,
        by: splitUnits(lead),
        to: null,
        evidence: evidenceOf(passage, start, sentence.start + bracket.end),
      },
    ];
  });
}
