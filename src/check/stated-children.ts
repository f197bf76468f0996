import { readNumber } from "../core/chinese-number.ts";
import { findNumbering } from "../core/numbering.ts";
import type { Item, Outline } from "../core/outline.ts";
import { evidenceOf, joinPassages, type Passage } from "../core/passage.ts";
import { squash } from "../core/tidy.ts";
import type { FindingDraft } from "./check.ts";
import { isShownBetween, missingNumbers } from "./missing-number.ts";

const NUMBER = "([二两三四五六七八九十]{1,3}|\\d{1,2})";
/** `以下8项重点任务`, `以下三个方面`: a count of what follows. */
const FOLLOWING = new RegExp(`(?:以下|下列|如下)\\s*${NUMBER}\\s*(?:个|项|大|条|类|点|方面)`, "u");
/** `分四个阶段进行`, `分三步`: a count of the steps below a heading of phases. */
const STEPS = new RegExp(`分(?:为|成)?\\s*${NUMBER}\\s*(?:个)?(?:阶段|步)`, "u");
/** `六大专项行动`: a count of the items below where each bears the counted word in its heading. */
const NAMED = new RegExp(`(?<![\\d第几.．])${NUMBER}\\s*(?:大|项|个|类|条)([\\p{Script=Han}]{2,8})`, "gu");

/** Counts that an item's own text states of the items below it, with how many there are. */
export function countsOfChildren(items: readonly Item[], outline: Outline): FindingDraft[] {
  return items.flatMap((item) => [...countOf(item, outline), ...countsOfChildren(item.children, outline)]);
}

function countOf(item: Item, outline: Outline): FindingDraft[] {
  if (item.children.length < 2 || !isComplete(item.children, outline)) return [];
  const opening = joinPassages([item.heading, item.intro]);
  const found = findCount(opening, item);
  if (!found) return [];
  const facts = { what: found.what, stated: found.stated, listed: item.children.length };
  const place = evidenceOf(opening, found.start, found.start + found.what.length);
  return [{ severity: "warning", facts, evidence: [...place, ...evidenceOf(item.children.at(-1)!.heading)] }];
}

interface Count {
  readonly start: number;
  readonly what: string;
  readonly stated: number;
}

function findCount({ text }: Passage, item: Item): Count | null {
  const pointing =
    FOLLOWING.exec(text) ?? (item.kind === "phases" || item.kind === "targets" ? STEPS.exec(text) : null);
  if (pointing) return toCount(pointing, pointing[0]);
  const headings = item.children.map(({ heading }) => squash(heading.text));
  for (const match of text.matchAll(NAMED)) {
    const noun = sharedNoun(match[2]!, headings);
    if (noun) return toCount(match, match[0].slice(0, match[0].indexOf(match[2]!) + noun.length));
  }
  return null;
}

function toCount(match: RegExpExecArray, what: string): Count | null {
  const stated = readNumber(match[1]!);
  return stated === null ? null : { start: match.index, what, stated };
}

/** The longest beginning of a run of words that every heading bears. */
function sharedNoun(run: string, headings: readonly string[]): string | null {
  for (let length = run.length; length >= 2; length--) {
    const noun = run.slice(0, length);
    if (headings.every((heading) => heading.includes(noun))) return noun;
  }
  return null;
}

/** Numbered in one style from 1, and no number that is left out shows in the text: then every item was read as one. */
function isComplete(children: readonly Item[], outline: Outline): boolean {
  const numbered = children.flatMap(({ number, heading }) => {
    const numbering = number ? findNumbering(`${number}、`) : null;
    return numbering ? [{ ...numbering, number: number!, evidence: evidenceOf(heading) }] : [];
  });
  const isOneRow = numbered.length === children.length && new Set(numbered.map(({ style }) => style)).size === 1;
  if (!isOneRow || numbered[0]!.value !== 1) return false;
  return numbered.slice(1).every((after, index) => {
    const before = numbered[index]!;
    return !missingNumbers(before, after).some((number) => isShownBetween(number, before, after, outline));
  });
}
