import type { DateMention } from "../core/dates.ts";
import type { Quantity } from "./quantities.ts";

/** Verbs between the two values of a change: `由30%提高到45%`, `从12万亩减至8万亩`. */
const CHANGE =
  "\\s*(?:分别|逐步|稳步|进一步)?(?:提高|提升|上升|上调|升至|升到|增加|增长|增至|增到|扩大|扩展|拓展|发展|恢复|达到|下降|降低|降至|降到|降为|减少|减至|减到|压减|压缩|缩小|缩短|翻)";
/** What may stand between 由 and the value: `由上年的80%`, `由2020年末的56.3%`, `从现有的97%`. */
const ORIGIN = "[由从](?:(?:19|20)\\d{2}|[^，。；、：\\d由从])";
const CHANGES = new RegExp(`^${CHANGE}`, "u");
const BEGINS = new RegExp(`${ORIGIN}{0,16}$`, "u");
const LONGEST_ORIGIN = 32;

/** The values that a measure changes from, which are no targets: `由30%提高到45%`, `A率由88%、B率由86%分别提高到92%、90%`. */
export function findFormerValues(text: string, quantities: readonly Quantity[]): ReadonlySet<Quantity> {
  const former = new Set<Quantity>();
  let open: Quantity[] = [];
  quantities.forEach((quantity, at) => {
    const begins = BEGINS.test(text.slice(Math.max(0, quantity.start - LONGEST_ORIGIN), quantity.start));
    const previous = open.at(-1);
    const goesOn = previous !== undefined && /^[、和及与]$/u.test(text.slice(previous.end, quantity.start).trim());
    if (!begins && !goesOn) open = [];
    else open.push(quantity);
    if (open.length > 0 && CHANGES.test(text.slice(quantity.end, quantity.end + 8))) {
      for (const one of open) former.add(one);
      open = [];
    } else if (/[，；]/u.test(text.slice(quantity.end, quantities[at + 1]?.start ?? quantity.end))) open = [];
  });
  return former;
}

/** A year to compare with is no deadline: `较2020年下降10%`, `由2020年的30%提高到45%`. */
export const isBaselineYear = (text: string, date: DateMention): boolean =>
  (/[由从]\s*$/u.test(text.slice(Math.max(0, date.start - 2), date.start)) &&
    /^[底末]?的?[^，。；\d]{0,6}\d/u.test(text.slice(date.end, date.end + 10))) ||
  /(?<!对)[较比]\s*$/u.test(text.slice(Math.max(0, date.start - 3), date.start)) ||
  isCompared(text, date) ||
  isOpenYear(text, date);

/** `2023年及以前排查发现的隐患`, `2024年及以后`: years that pick out what is meant, by when it was or will be. */
export const isOpenYear = (text: string, date: DateMention): boolean =>
  /^[底末]?\s*(?:及其?|或)之?以?[前后]/u.test(text.slice(date.end, date.end + 6));

const isCompared = (text: string, date: DateMention): boolean =>
  /[与以自在]\s*$/u.test(text.slice(Math.max(0, date.start - 2), date.start)) &&
  /^[底末]?\s*(?:水平|分别|基准|相比|同期|为基|下降|降低|减少|提高|提升|增长|增加|翻|的?基础)/u.test(
    text.slice(date.end, date.end + 8),
  );

const COMPARED =
  "(?:较|比|与|同比)(?:上一?年度?|去年|(?:19|20)\\d{2}\\s*年[底末]?|同期|“[^”]{1,10}”期?末?)(?:相比|同期|平均水平|水平)?|在[^，。；在]{1,10}基础上";
const COMPARISON = new RegExp(`${COMPARED}|${ORIGIN}{0,16}?\\d[\\d.]*[^，。；、\\d]{1,8}?(?=${CHANGE}|、)`, "gu");

/** A text without the years and values compared with: `能耗较2020年下降` → `能耗下降`, `利用率由30%提高到` → `利用率提高到`. */
export const dropBaselines = (text: string): string => text.replace(COMPARISON, "");
