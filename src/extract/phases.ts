import type { Phase } from "../../schemas/phase.ts";
import { splitSentences } from "../core/brackets.ts";
import { readNumber } from "../core/chinese-number.ts";
import { type DateRange, findDates, findRange } from "../core/dates.ts";
import type { Item, Outline } from "../core/outline.ts";
import { evidenceOf, joinPassages, type Passage, slicePassage } from "../core/passage.ts";
import { tidy } from "../core/tidy.ts";
import { findResponsibilities } from "./responsibilities.ts";
import { extractStepTables } from "./tables/step-table.ts";

/** A step before its dates are read. */
interface Step {
  readonly heading: Passage;
  readonly dates: Passage;
  readonly text: Passage;
}

/**
 * The steps of the plan's time line: the items of a 实施步骤 chapter, its unnumbered `第一阶段：…` paragraphs, a table of steps, or the
 * items of a chapter that says it goes in as many steps (`分三步…`).
 */
export function extractPhases(outline: Outline): Phase[] {
  const chapters = outline.items.filter((item) => item.kind === "phases");
  const tabled = extractStepTables(outline);
  if (tabled.length > 0) return tabled;
  const steps = (chapters.length ? chapters : outline.items.filter(goesInSteps)).flatMap((chapter) =>
    stepsOf(chapter).map((step) => ({ step, year: yearOf(chapter) ?? outline.year })),
  );
  return steps
    .map(({ step, year }, index) => toPhase(step, index + 1, year))
    .filter((phase) => phase.evidence.length > 0);
}

/** The one year of a chapter's heading (`时间安排（2021年3月至11月）`), or of the sentence that counts its steps. */
function yearOf(chapter: Item): number | null {
  const opening = splitSentences(chapter.intro.text, /[。！？\n]/u)[0]?.text ?? "";
  const texts = [chapter.heading.text + chapter.dates.text, /阶段|[分几]步|步骤/u.test(opening) ? opening : ""];
  const years = texts.map((text) => new Set(findDates(text).flatMap(({ year }) => year ?? [])));
  const stated = years.find(({ size }) => size > 0);
  return stated?.size === 1 ? [...stated][0]! : null;
}

const STEPS = /分(?:为|成|作)?([一二两三四五六])(?:个)?(?:步|阶段)/u;

function goesInSteps(item: Item): boolean {
  const count = STEPS.exec(item.intro.text)?.[1];
  return item.kind === "targets" && count !== undefined && readNumber(count) === item.children.length;
}

const stepsOf = (chapter: Item): Step[] =>
  chapter.children.length
    ? chapter.children.map((child) => nameStep({ heading: child.heading, dates: child.dates, text: child.body }))
    : paragraphSteps(chapter.intro);

/** What counts a step: `第一阶段`, `第2步`, `阶段一`. */
const COUNT = String.raw`(?:第[一二三四五六七八九十\d]{1,2}(?:阶段|步)|(?:阶段|步骤)[一二三四五六七八九十\d]{1,2})`;
const COUNTED = new RegExp(`^${COUNT}$`, "u");
/** `动员部署阶段。`, or a few words that are no work of the step (`宣传发动。` but not `召开动员会。`). */
const NAME =
  /^\s*[：:]?\s*([^，。；：:（(]{2,20}阶段(?=[。：:])|(?!开展|召开|制定|印发|成立|建立|完成|编制|组织召开|组织开展)[\p{Script=Han}、]{4,8}(?=。\s*\S))[。：:]/u;

/** `2025年3月至4月`, `2025年7月以后`: what no step is called. */
const DATES_ONLY = /^[\d年月日季度上下半旬初中底末前后起止至到—\-－~、\s]+$/u;

/** `第一阶段（3月）：动员部署阶段。开展…`: the name of a step that is only counted or dated stands behind that. */
function nameStep(step: Step): Step {
  const printed = tidy(step.heading.text);
  const isDates = DATES_ONLY.test(printed) && findDates(printed, 2000).length > 0;
  const name = isDates || COUNTED.test(printed) ? NAME.exec(step.text.text) : null;
  if (!name) return step;
  const end = name[0].length;
  const start = name[0].indexOf(name[1]!);
  const heading = slicePassage(step.text, start, start + name[1]!.length);
  return { heading, dates: isDates ? step.heading : step.dates, text: slicePassage(step.text, end) };
}

const NAMED_STEP = new RegExp(
  `^\\s*(?:${COUNT}|[^，。；：:]{2,16}阶段\\s*[（(：:]|[^，。；：:]{2,8}阶段。\\s*\\S)`,
  "u",
);

/** Steps told as paragraphs without numbers; a paragraph that names no step goes on with the step before it. */
function paragraphSteps(intro: Passage): Step[] {
  const steps: Step[] = [];
  for (const piece of intro.pieces) {
    const passage = { text: piece.block.text.slice(piece.start, piece.end), pieces: [piece] };
    const last = steps.at(-1);
    if (NAMED_STEP.test(passage.text) || hasDateBracket(passage.text)) steps.push(nameStep(splitStep(passage)));
    else if (last) steps[steps.length - 1] = { ...last, text: joinPassages([last.text, passage]) };
  }
  return steps;
}

/** `宣传发动（2025年3月至4月）。召开…`: a few words and a bracket of dates. */
function hasDateBracket(text: string): boolean {
  const bracket = /^\s*\p{Script=Han}{2,12}\s*[（(]([^（）()]{2,40})[）)]\s*(?:[。：:]|$)/u.exec(text)?.[1];
  return bracket !== undefined && findDates(bracket, 2000).length > 0;
}

const OPENING_COUNT = new RegExp(`^\\s*${COUNT}`, "u");
const STEP = new RegExp(
  String.raw`^\s*(?:${COUNT}\s*[：:、，]?\s*)?([^。：:（(]*)([（(][^（）()]*[）)])?\s*[。：:]?\s*`,
  "u",
);

/** `第一阶段：动员部署（2021年3月）。召开…` → name, dates, text. */
function splitStep(passage: Passage): Step {
  const match = STEP.exec(passage.text)!;
  const name = match[1] ? match[0].indexOf(match[1]) : 0;
  const bracket = match[2] ? match[0].indexOf(match[2]) : match[0].length;
  const count = OPENING_COUNT.exec(passage.text)?.[0].length ?? match[0].trimEnd().length;
  const lead = match[1] ? slicePassage(passage, name, name + match[1].length) : slicePassage(passage, 0, count);
  return {
    heading: lead,
    dates: slicePassage(passage, bracket, bracket + (match[2]?.length ?? 0)),
    text: slicePassage(passage, match[0].length),
  };
}

function toPhase(step: Step, ordinal: number, year: number | null): Phase {
  const range = readRange(step, year);
  return {
    ordinal,
    name: nameOf(step.heading.text),
    start: range?.start ?? null,
    end: range?.end ?? null,
    text: tidy(step.text.text),
    responsibilities: findResponsibilities(step.text.text),
    evidence: evidenceOf(joinPassages([step.heading, step.dates, step.text])),
  };
}

/** Dates come from the heading, else from the step's first sentence. */
function readRange(step: Step, year: number | null): DateRange | null {
  const first = splitSentences(step.text.text, /[。！？\n]/u)[0]?.text ?? "";
  return findRange(step.dates.text, year) ?? findRange(step.heading.text, year) ?? findRange(first, year);
}

const COUNT_MARK = new RegExp(`^${COUNT}\\s*[：:、，]\\s*`, "u");

/** The name without number and dates: `第一阶段：动员部署（3月）` → `动员部署`. */
function nameOf(heading: string): string {
  const plain = tidy(heading)
    .replace(/[（(][^（）()]*[）)]/gu, (bracket) =>
      findDates(bracket, 2000).length || /^[（(][\s年月日—\-－~至_]+[）)]$/u.test(bracket) ? "" : bracket,
    )
    .replace(COUNT_MARK, "");
  const dates = findDates(plain, 2000);
  const first = dates[0];
  if (!first || first.start > 0) return plain.replace(/[：:，\s]+$/u, "");
  const after = plain.slice(dates.at(-1)!.end).replace(/^[\s底末初前起止至—\-~，：:为是]+/u, "");
  return after || plain;
}
