import type { Target } from "../../schemas/target.ts";
import { findBrackets, type Sentence, splitSentences } from "../core/brackets.ts";
import { type DateMention, findDates } from "../core/dates.ts";
import { foldMarks } from "../core/fold-width.ts";
import type { Outline } from "../core/outline.ts";
import { evidenceOf } from "../core/passage.ts";
import { tidy } from "../core/tidy.ts";
import { findFormerValues, isBaselineYear } from "./baseline.ts";
import { mergeTargets } from "./merge-targets.ts";
import { findMetric, findScope } from "./metric.ts";
import { findQuantities, type Quantity } from "./quantities.ts";
import { findRespectiveDate } from "./respective-date.ts";
import { extractYearColumns } from "./tables/year-columns.ts";
import { isTargetQuantity } from "./target-rules.ts";
import { findZones, type Zone } from "./target-zones.ts";

/**
 * Finds what the plan wants to reach, with numbers: `到2022年底，全县60%以上的城市社区…`. Looks at every chapter's text;
 * eligibility limits, subsidies and durations are no targets. A repeat adds evidence.
 */
export const extractTargets = (outline: Outline): Target[] =>
  mergeTargets([...findZones(outline).flatMap(readZone), ...extractYearColumns(outline)]);

function readZone(zone: Zone): Target[] {
  const folded = foldMarks(zone.passage.text);
  let stated: string | null = null;
  return splitSentences(maskNames(folded), /[。！？\n]/u).flatMap((sentence) => {
    const named = folded.slice(sentence.start, sentence.end);
    const found = readSentence(sentence, named, { ...zone, stepEnd: (zone.goals ? stated : null) ?? zone.stepEnd });
    const isSpread = /分别/u.test(sentence.text) && new Set(found.map(({ deadline }) => deadline)).size > 1;
    if (!isSpread)
      stated = found.findLast((target) => target.deadline !== null)?.deadline ?? lastYear(sentence.text) ?? stated;
    return found;
  });
}

/** In a paragraph of targets a sentence without a year goes on with the year before it, but not with one of several (分别). */
const lastYear = (text: string): string | null =>
  findDates(text).findLast((date) => date.iso !== null && !isBaselineYear(text, date))?.iso ?? null;

/** Titles, document numbers and quoted names hold no quantities; they keep their length. */
const maskNames = (text: string): string =>
  text.replace(/《[^》]{0,200}》|[〔［[][^〕］\]]{0,200}[〕］\]]\s*\d+\s*号|“[^”]{1,30}”/gu, (name) =>
    "□".repeat(name.length),
  );

/** The targets of one sentence, whose names are masked; `named` is the same sentence with them. */
function readSentence(sentence: Sentence, named: string, zone: Zone): Target[] {
  const dates = findDates(sentence.text, zone.year).filter((date) => !isBaselineYear(sentence.text, date));
  const brackets = findBrackets(sentence.text).filter((bracket) => /单位|负责|牵头|时限/u.test(bracket.content));
  const all = findQuantities(sentence.text);
  const former = findFormerValues(sentence.text, all);
  const quantities = all.filter((q) => !brackets.some((b) => q.start >= b.start && q.end <= b.end) && !former.has(q));
  const isDated = zone.year !== null || dates.some((date) => date.iso !== null);
  const measured = quantities
    .filter((quantity) => isTargetQuantity(sentence.text, quantity, zone.goals, isDated))
    .map((quantity) => toTarget({ sentence, named, quantities, dates, zone }, quantity));
  return measured.length || !zone.goals ? measured : readGoal(sentence, dates, zone);
}

/** A sentence with what was found in it. */
interface Context {
  readonly sentence: Sentence;
  readonly named: string;
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
  readonly zone: Zone;
}

/** The date of a quantity's own in two lists, else the last one before it, else one after it that limits (`…前`), else the step's. */
function deadlineOf({ sentence: { text }, quantities, dates, zone }: Context, quantity: Quantity): string | null {
  const respective = findRespectiveDate(text, quantity, quantities, dates)?.iso;
  if (respective) return respective;
  const span = findSpanStart(text.slice(0, quantity.start));
  const after = (date: DateMention): string => text.slice(date.end, date.end + 8);
  const date =
    dates.findLast((date) => date.start < quantity.start && !/^[底末]?\s*(?:起|以来|开始|以后)/u.test(after(date))) ??
    dates.find((date) => date.start >= quantity.end && /^[底末初]?\s*(?:以?前|之前)/u.test(after(date)));
  return span > (date?.start ?? -1) ? null : (date?.iso ?? zone.stepEnd);
}

/** `三年内`, `用3年时间`: how long, but not from when; no date. */
const SPAN = /(?<![\d近前第去])(?:[一二两三四五六七八九十]|\d{1,2})年(?:之?内|以内|时间|左右|期间|累计|的?努力|，)/gu;

/** Where the last span of years without a date begins, or -1. */
const findSpanStart = (text: string): number => [...text.matchAll(SPAN)].at(-1)?.index ?? -1;

function toTarget(context: Context, quantity: Quantity): Target {
  const { sentence, zone } = context;
  const clause = clauseOf(sentence.text, quantity);
  const [start, end] = [sentence.start + clause.start, sentence.start + clause.end];
  return {
    kind: "quantitative",
    text: tidy(zone.passage.text.slice(start, end)),
    metric: findMetric(context.named, quantity, context.quantities),
    scope: findScope(sentence.text, quantity.start),
    comparator: quantity.comparator,
    value: quantity.value,
    ...(quantity.max === null ? {} : { max: quantity.max }),
    unit: quantity.unit || null,
    deadline: deadlineOf(context, quantity),
    hedge: hedgeOf(sentence.text, clause.start, quantity),
    evidence: evidenceOf(zone.passage, start, end),
  };
}

const HEDGE = /力争|争取|鼓励|原则上|基本(?=实现|完成|形成|建成|建立|达到|消除|普及|覆盖|解决|满足|建)|有望|努力/u;

/** 力争 in front of the number's clause, or at the head of its part of the sentence. */
function hedgeOf(text: string, clauseStart: number, quantity: Quantity): string | null {
  if (quantity.rough) return "左右";
  const partStart = Math.max(text.lastIndexOf("；", quantity.start), text.lastIndexOf(";", quantity.start)) + 1;
  const part = text.slice(partStart, quantity.start);
  return HEDGE.exec(text.slice(clauseStart, quantity.start))?.[0] ?? /^\s*(力争|争取)/u.exec(part)?.[1] ?? null;
}

/** The clause around a quantity: from the mark before it to the mark after it. */
function clauseOf(text: string, quantity: Quantity): { start: number; end: number } {
  const marks = /[，。；;！？\n]/gu;
  let start = 0;
  let end = text.length;
  for (const mark of text.matchAll(marks)) {
    if (mark.index < quantity.start) start = mark.index + 1;
    else if (mark.index >= quantity.end) {
      end = mark.index;
      break;
    }
  }
  return { start, end };
}

const GOAL = /基本|形成|建成|实现|显著|明显|全面|建立|完善|提升|取得|成效/u;

/** A dated goal without a number is a qualitative target. */
function readGoal(sentence: Sentence, dates: readonly DateMention[], zone: Zone): Target[] {
  const deadline = dates.find((date) => date.iso !== null)?.iso;
  if (!deadline || !GOAL.test(sentence.text) || !/[到至]/u.test(sentence.text.slice(0, 8))) return [];
  const none = { metric: null, scope: null, comparator: null, value: null, unit: null };
  const text = tidy(zone.passage.text.slice(sentence.start, sentence.end)).replace(/[。]$/u, "");
  const evidence = evidenceOf(zone.passage, sentence.start, sentence.end);
  return [{ kind: "qualitative", text, ...none, deadline, hedge: HEDGE.exec(text)?.[0] ?? null, evidence }];
}
