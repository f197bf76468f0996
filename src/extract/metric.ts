import { findDates } from "../core/dates.ts";
import { tidy } from "../core/tidy.ts";
import { listedWith } from "./listed.ts";
import type { Quantity } from "./quantities.ts";

const SCOPE = /全[国省市县区镇乡州域街道]{1,2}|各[市县区镇乡](?:[（(][^（）()]*[）)])?/gu;
const LEAD_WORDS =
  /^(?:分别|采暖季前|入冬前|汛期前|力争|争取|鼓励|确保|努力|基本|全面|实现|完成|并|且|其中|使|将|要|以|到|至|前|底前|底|末|年底前|的|全[国省市县区镇乡州域]|[，、：:\s])+/u;
const TAIL_VERBS =
  /(?:总数|数量)?(?:力争|分别|稳定|保持|均|要|总体|年均|累计|全部|同比|平均|稳步|持续|逐步|明显|显著|大幅|不断|进一步)*(?:达到|达|提高到|提高至|提高|提升到|提升至|提升|扩大到|扩大至|增加到|增加|增长|下降到|下降至|下降|降低到|降低至|降低|降至|减少到|减少|压减|控制在|控制|保持在|稳定在|保持|为|是|至|到|实现|不得?|突破|超过|约|共|的)*\s*$/u;
const VERB_AHEAD =
  /^(?:新建|新增|新改建|改造|建成|建设|完成|打造|创建|培育|推广|新改扩建|治理|整治|发展|引进|淘汰|设置|设立|组织|开展|实施|评选|选取|选树|配备|更新)/u;

/** `A、B和C比2020年分别下降4%、3.5%和5%` → A, B, C. */
const subjectsOf = (text: string): string[] =>
  /分别/u.test(text)
    ? cleanBefore(text)
        .split(/[、和及]/u)
        .filter(Boolean)
    : [];

/** A noun that measures by itself: `其中民营企业占比`; `其中中心城区不少于2万个` counts a part of what the clause before names. */
const MEASURE_NOUN = /(?:率|占比|比例|比重|量|数|度|面积|规模)$/u;

/** `各县（市）提高5个百分点`: where, but not what. */
const PLACES_ONLY = /^(?:各|全)[省市县区州旗盟镇乡街道]{1,3}(?:[（(][^（）()]*[）)])?$/u;

/**
 * What a number measures: the words after it (`30%以上的城市社区…`), or where none follow the words before it
 * (`覆盖率达到90%`); null where neither says it.
 * @param all every quantity of the sentence, `quantity` among them: numbers listed with 、 share what stands before the first
 */
export function findMetric(sentence: string, quantity: Quantity, all: readonly Quantity[]): string | null {
  const shared = listedWith(sentence, all, all.indexOf(quantity));
  const { end: from } = shared.at(-1)!;
  const after = cleanAfter(sentence.slice(from, clauseEnd(sentence, from, all)));
  const first = shared[0]!;
  const previous = all.findLast((other) => other.end <= first.start)?.end ?? 0;
  const start = Math.max(clauseStart(sentence, first.start), previous);
  const own = sentence.slice(start, first.start);
  const subjects = subjectsOf(own);
  if (shared.length > 1 && subjects.length === shared.length) return subjects[shared.indexOf(quantity)]!;
  const part = /^\s*其中[，：]?/u.exec(own)?.[0] ?? "";
  const before = cleanBefore(own.slice(part.length));
  if ((part && !MEASURE_NOUN.test(before)) || PLACES_ONLY.test(before))
    return subjectBefore(sentence, quantity) || before || null;
  if (after.length >= 2 && (quantity.unit !== "%" || !/率$|比例$|比重$|占比$|覆盖面$|度$/u.test(before))) return after;
  return before || after || subjectBefore(sentence, quantity) || null;
}

function clauseEnd(sentence: string, from: number, all: readonly Quantity[]): number {
  const mark = sentence.slice(from).search(/[，；;。：]/u);
  const end = mark < 0 ? sentence.length : from + mark;
  const next = all.find((other) => other.start >= from && other.start < end);
  const pause = next ? sentence.lastIndexOf("、", next.start) : -1;
  return pause >= from ? pause : end;
}

function clauseStart(sentence: string, to: number): number {
  return Math.max(...["，", "；", ";", "。", "："].map((mark) => sentence.lastIndexOf(mark, to - 1))) + 1;
}

const cleanAfter = (text: string): string => tidy(text.replace(/^\s*(?:的|以上|左右|及)/u, "")).replace(/[。]$/u, "");

/** The year or value compared with is no part of what is measured: `能耗较2020年下降`, `利用率由30%提高到`. */
const BASELINE =
  /(?:较|比|与|同比)(?:上年|去年|(?:19|20)\d{2}\s*年[底末]?|同期)(?:相比|同期|水平)?|[由从](?:(?:19|20)\d{2}年[底末]?的?)?\s*\d[\d.]*[^，。；\d]{1,8}?(?=提高|提升|上升|增加|增长|扩大|下降|降低|降至|降到|减少|压减|缩小)/gu;

function cleanBefore(raw: string): string {
  const text = raw.replace(BASELINE, "");
  const dates = findDates(text);
  const last = dates.at(-1);
  const after = last ? text.slice(last.end).replace(/^[底末初]?(?:年底)?(?:以前|之前|前)?/u, "") : text;
  return trimWords(after) || trimWords(text.slice(0, last?.start ?? 0));
}

function trimWords(text: string): string {
  return tidy(text).replace(LEAD_WORDS, "").replace(TAIL_VERBS, "").replace(VERB_AHEAD, "").trim();
}

/** `A率、B率分别达到80%、90%` and `覆盖率…，达到90%`: the subject stands a clause before. */
function subjectBefore(sentence: string, quantity: Quantity): string {
  const start = clauseStart(sentence, quantity.start);
  if (start === 0) return "";
  return cleanBefore(
    sentence.slice(clauseStart(sentence, start - 1), start - 1).replace(/(?:不[少低]于|达到|超过|约)?\d.*$/u, ""),
  );
}

/** Where the number holds: `全县`, `各市（州）`; the last one named before it in its sentence. */
export function findScope(sentence: string, before: number): string | null {
  const found = [...sentence.slice(0, before).matchAll(SCOPE)].at(-1);
  return found ? found[0] : null;
}
