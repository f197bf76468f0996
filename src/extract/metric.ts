import { findDates } from "../core/dates.ts";
import { tidy } from "../core/tidy.ts";
import { dropBaselines, isOpenYear } from "./baseline.ts";
import { listedWith } from "./listed.ts";
import type { Quantity } from "./quantities.ts";
import { isQualifier } from "./target-rules.ts";

const SCOPE = /全[国省市县区镇乡州域街道]{1,2}|各(?:乡镇|镇街|县区|[市县区镇乡])(?:[（(][^（）()]*[）)])?/gu;
const LEAD_WORDS =
  /^(?:分别|采暖季前|入冬前|汛期前|力争|争取|鼓励|确保|努力|基本|全面|实现|完成|并|且|其中|使|将|(?:用|通过|经过|未来|今后)?(?:[一二两三四五六七八九十]|\d{1,2})年(?:之?内|以内|时间|左右|期间|的?努力)|要|以|到|至|前|底前|底|末|年底前|的|全[国省市县区镇乡州域]|[，、：:\s])+/u;
const TAIL_VERBS =
  /(?:总数|数量)?(?:力争|分别|稳定|保持|新增|均|要|总体|年均|每年|逐年|累计|全部|同比|平均|稳步|持续|逐步|明显|显著|大幅|不断|进一步)*(?:达到|达|提高到|提高至|提高|提升到|提升至|提升|上升到|上升至|上升|升至|升到|扩大到|扩大至|增加到|增加至|增加|增长|增至|增到|下降到|下降至|下降|降低到|降低至|降低|降至|降到|降为|减少到|减少至|减少|减至|减到|压减到|压减至|压减|压缩到|压缩至|压缩|缩短到|缩短至|缩短|控制在|控制|保持在|稳定在|保持|为|是|至|到|实现|不得?|突破|超过|约|共|在|的)*\s*$/u;
const VERBS =
  "(?:新建|新增|改建|扩建|改扩建|新改建|改造|建成|建设|完成|打造|创建|培育|推广|新改扩建|治理|整治|发展|引进|淘汰|设置|设立|组织|开展|实施|评选|选取|选树|配备|更新|创成|净增|安装|惠及|招引|拆除|拔除|清理|消除|举办)";
const VERB_AHEAD = new RegExp(`^(?:累计|共|总共|再|每年)*(?:${VERBS}[、和及或](?=${VERBS}))*${VERBS}`, "u");

/** `A、B和C比2020年分别下降4%、3.5%和5%` → A, B, C. */
const subjectsOf = (text: string): string[] =>
  /分别/u.test(text)
    ? cleanBefore(text)
        .split(/[、和]|(?<![普涉])及(?![时格])/u)
        .filter(Boolean)
    : [];

/** A noun that measures by itself: `其中民营企业占比`; `其中中心城区不少于2万个` counts a part of what the clause before names. */
const MEASURE_NOUN = /(?:率|占比|比例|比重|量|数|度|面积|规模)$/u;

/** `口袋公园50个（其中街头绿地20个）`: what stands in a bracket with the number. */
const OPEN_BRACKET = /[（(]([^（）()]*)$/u;

/** `各县（市）提高5个百分点`: where, but not what. */
const PLACES_ONLY = /^(?:各|全|每个?)[省市县区州旗盟镇乡街道村社行政]{1,4}(?:[（(][^（）()]*[）)])?$/u;

/**
 * What a number measures: the words after it (`30%以上的城市社区…`), or where none follow the words before it
 * (`覆盖率达到90%`); null where neither says it.
 * @param all every quantity of the sentence, `quantity` among them: numbers listed with 、 share what stands before the first
 */
export function findMetric(sentence: string, quantity: Quantity, all: readonly Quantity[]): string | null {
  const at = all.indexOf(quantity);
  return metricOf(sentence, quantity, all.slice(Math.max(0, at - MOST_AROUND), at + MOST_AROUND + 1), FARTHEST);
}

/** So many quantities to either side are looked at; what is farther away says nothing of a number. */
const MOST_AROUND = 40;

function metricOf(sentence: string, quantity: Quantity, all: readonly Quantity[], farthest: number): string | null {
  const measured = all.filter((other) => other === quantity || !isQualifier(sentence, other));
  const shared = listedWith(sentence, measured, measured.indexOf(quantity));
  const { end: from } = shared.at(-1)!;
  const after = cleanAfter(sentence.slice(from, clauseEnd(sentence, from, measured)));
  const first = shared[0]!;
  const previous = measured.findLast((other) => other.end <= first.start)?.end ?? 0;
  const start = Math.max(clauseStart(sentence, first.start), previous);
  const own = sentence.slice(start, first.start);
  const inner = OPEN_BRACKET.exec(own)?.[1];
  if (inner !== undefined && cleanBefore(inner)) return cleanBefore(inner);
  const subjects = subjectsOf(own);
  if (shared.length > 1 && subjects.length === shared.length) return subjects[shared.indexOf(quantity)]!;
  const part = /^\s*其中[，：]?/u.exec(own)?.[0] ?? "";
  const before = cleanBefore(own.slice(part.length));
  if ((part && !MEASURE_NOUN.test(before)) || PLACES_ONLY.test(before))
    return subjectBefore(sentence, quantity, measured, farthest) || before || null;
  if (after.length >= 2 && (quantity.unit !== "%" || !/率$|比例$|比重$|占比$|覆盖面$|度$/u.test(before))) return after;
  return before || after || subjectBefore(sentence, quantity, measured, farthest) || null;
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

const cleanAfter = (text: string): string =>
  tidy(text.replace(/^\s*(?:[（(][^（）()]*(?:[）)]|$)|的|以上|左右|及)/u, "")).replace(/[。]$/u, "");

function cleanBefore(raw: string): string {
  const text = dropBaselines(raw);
  const dates = findDates(text).filter((date) => !isOpenYear(text, date));
  const last = dates.at(-1);
  const after = last ? text.slice(last.end).replace(/^[底末初]?(?:年底)?(?:以前|之前|前)?/u, "") : text;
  return trimWords(after) || trimWords(text.slice(0, last?.start ?? 0));
}

function trimWords(text: string): string {
  return tidy(text).replace(LEAD_WORDS, "").replace(TAIL_VERBS, "").replace(VERB_AHEAD, "").trim();
}

/** So many clauses back a subject is looked for. */
const FARTHEST = 4;

/**
 * `覆盖率…，达到90%`: the subject stands a clause before; where that has a number (`建成A4个；到2026年底，累计建成8个`), it is
 * what this one measures.
 */
function subjectBefore(sentence: string, quantity: Quantity, all: readonly Quantity[], farthest: number): string {
  let end = clauseStart(sentence, quantity.start) - 1;
  for (let left = farthest; left > 0 && end > 0; left--) {
    const start = clauseStart(sentence, end);
    const measured = all.findLast((other) => other.start >= start && other.end <= end);
    const subject = measured ? metricOf(sentence, measured, all, left - 1) : cleanBefore(sentence.slice(start, end));
    if (subject) return subject;
    end = start - 1;
  }
  return "";
}

/** Where the number holds: `全县`, `各市（州）`; the last one named before it in its sentence. */
export function findScope(sentence: string, before: number): string | null {
  const found = [...sentence.slice(0, before).matchAll(SCOPE)].at(-1);
  return found ? found[0] : null;
}
