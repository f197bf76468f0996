import type { Basis } from "../../schemas/basis.ts";
import { type Sentence, splitSentences } from "../core/brackets.ts";
import { foldMarks, foldWidth } from "../core/fold-width.ts";
import type { Outline } from "../core/outline.ts";
import { evidenceOf, type Passage } from "../core/passage.ts";
import { squash, tidy } from "../core/tidy.ts";

/** A document named in the text, with an inner 〈〉 or 《》 kept. */
const NAMED = /《((?:[^《》]|《[^《》]*》)+)》/gu;
/** 发文字号 or a standard's number in the bracket after the name. */
const NUMBER_AFTER =
  /^\s*[（(]\s*((?:[\p{Script=Han}A-Za-z]{1,16}(?:[（(]\p{Script=Han}{1,4}[）)]\p{Script=Han}{0,4})?\s*[〔［【[（(]\s*(?:19|20)\d{2}\s*[〕］】\])）]\s*第?\s*\d{1,5}\s*号)|(?:[\p{Script=Han}]{0,12}(?:令|公告)\s*第?\s*\d{1,4}\s*号)|(?:[A-Z]{1,4}\d{0,4}(?:\/[A-Z]+)?\s*\d[\d.]*(?:\s*[-—–]\s*\d{4})?))/u;
const STANDARD_BEFORE = /((?:GB|JGJ|CJJ|HJ|DB\d*|CJ|JT|NY|WS|SL|TD)(?:\/[A-Z]+)?\s*\d[\d.]*(?:\s*[-—–]\s*\d{4})?)\s*$/u;
const RESTS_ON = /根据|按照|依据|遵照|贯彻|落实|为(?:深入|全面|进一步|认真|切实)?(?:推动|推进|加快|做好|执行)|结合/u;
/** Words before a name that the document itself issues: `现将《…》印发给你们`, `县政府制定了《…》`. */
const OWN = /印发给|(?:研究)?(?:制定|起草|编制)了\s*$|现将\s*$/u;

/** The number that a pattern's first group finds, as printed. */
const numberIn = (pattern: RegExp, text: string): string | null => {
  const match = pattern.exec(foldWidth(text));
  const at = match ? match.index + match[0].indexOf(match[1]!) : 0;
  return match ? text.slice(at, at + match[1]!.length) : null;
};

/** The documents that a plan says it rests on (根据《…》, in the notice and the preamble) or names (elsewhere). */
export function extractBasis(outline: Outline): Basis[] {
  const own = ownTitles(outline);
  const front = [outline.noticeBody, outline.preamble];
  const found = [
    ...front.flatMap((passage) => readPassage(passage, true)),
    ...outline.items.flatMap((item) => [item.heading, item.body].flatMap((passage) => readPassage(passage, false))),
  ];
  const first = new Map<string, Basis>();
  for (const basis of found) {
    const key = keyOf(basis.title);
    if (own.has(key)) continue;
    const known = first.get(key);
    first.set(key, known ? { ...known, documentNumber: known.documentNumber ?? basis.documentNumber } : basis);
  }
  return [...first.values()];
}

const keyOf = (title: string): string => squash(title).replace(/[《》〈〉<>“”（）()]/gu, "");

const ownTitles = (outline: Outline): ReadonlySet<string> =>
  new Set(
    [
      outline.header.title,
      outline.header.noticeTitle,
      ...outline.attachments.flatMap((part) => [part.title, part.listed?.text ?? "", part.heading?.text ?? ""]),
    ]
      .filter((title): title is string => Boolean(title))
      .map(keyOf),
  );

const readPassage = (passage: Passage, front: boolean): Basis[] =>
  splitSentences(foldMarks(passage.text), /[。\n]/u).flatMap((sentence) => readSentence(sentence, passage, front));

/** In the text itself only a policy is rested on (根据《…意见》); a technical standard is cited. */
const restsOn = (before: string, title: string, front: boolean): boolean =>
  front
    ? RESTS_ON.test(before)
    : /(?:根据|按照|依据|贯彻落实|贯彻|落实)[^，。；]{0,20}$/u.test(before.replace(LISTED_BEFORE, "")) &&
      POLICY.test(title);
/** `根据《A》（…号）、《B》`: B rests on the verb before A. */
const LISTED_BEFORE = /(?:《[^《》]{1,80}》(?:[（(][^（）()]{1,40}[）)])?[、和及与]){1,12}$/u;
const POLICY = /(?:方案|计划|意见|通知|决定|规划|纲要)(?:[（(〈<].*)?$/u;

/** The first article of rules names what they rest on. */
const MAKES = /制[定订]本(?:办法|细则|方案|计划|标准|规定|规则|规程)/u;

function readSentence(sentence: Sentence, passage: Passage, front: boolean): Basis[] {
  return [...sentence.text.matchAll(NAMED)].flatMap((match) => {
    const end = match.index + match[0].length;
    const before = sentence.text.slice(0, match.index);
    const after = sentence.text.slice(end, end + 80);
    if (
      OWN.test(before.slice(-8)) ||
      /^\s*(?:[（(]?见?附件|已经|印发给)/u.test(after) ||
      /^[^，。]{0,6}现?印发/u.test(after)
    )
      return [];
    const number = numberIn(NUMBER_AFTER, after) ?? numberIn(STANDARD_BEFORE, before);
    const relation = restsOn(before, match[1]!, front || MAKES.test(sentence.text)) ? "implements" : "cites";
    const start = sentence.start + match.index;
    const tail = number && after.includes(number) ? after.indexOf(number) + number.length : 0;
    const evidence = evidenceOf(passage, start, sentence.start + end + tail);
    return [{ title: tidy(match[1]!), documentNumber: number && squash(number), relation, evidence }];
  });
}
