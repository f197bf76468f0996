import type { Deadline } from "../../schemas/deadline.ts";
import { findBrackets, type Sentence, splitSentences } from "../core/brackets.ts";
import { findDates } from "../core/dates.ts";
import { evidenceOf, type Passage } from "../core/passage.ts";
import { splitUnits } from "../core/split-units.ts";
import { tidy } from "../core/tidy.ts";

const LIMIT = /(?:完成时限|完成时间|完成期限|办结时限|时间节点|时限|整改期限)\s*[：:]\s*([^；;，,）)。\n]+)/u;

/** A limit of a line itself, not of a bracket in it. */
const LIMIT_OF_LINE = new RegExp(`(?:^|[；;，,\\s])${LIMIT.source}`, "u");

/** The date of a limit, `完成时限：2023年6月底` → `2023-06`; null where it names none (`长期坚持`). */
const dueOf = (limit: RegExpExecArray): string | null =>
  findDates(limit[1]!).findLast((date) => date.iso !== null)?.iso ?? null;

/** Finds the limit in a sentence's brackets: `（牵头单位：…；完成时限：2023年6月底）`. */
export function readLimits(sentence: Sentence, passage: Passage): Deadline[] {
  return findBrackets(sentence.text).flatMap((bracket) => {
    const limit = LIMIT.exec(bracket.content);
    const due = limit && dueOf(limit);
    if (!limit || !due) return [];
    const by = splitUnits((LEAD.exec(bracket.content) ?? RESPONSIBLE.exec(bracket.content))?.[1] ?? "");
    const evidence = evidenceOf(passage, sentence.start + bracket.start, sentence.start + bracket.end);
    return [{ text: tidy(limit[0]), due, recurring: null, by, to: null, evidence }];
  });
}

/** A line that begins with a label: `牵头单位：A`, `责任单位：A、B；完成时限：2025年9月底前`, `完成时限：2027年上半年`. */
const LABEL_LINE =
  /^\s*(?:牵头|责任|主办|承办|配合|参与|协办|协同|实施|落实|监督|督导|指导|完成|办结|整改|时间|时限)[\p{Script=Han}（）()]{0,8}[：:]/u;
const LEAD = /(?:牵头|主办|主责)[\p{Script=Han}]{0,6}\s*[：:]\s*([^；;。\n]+)/u;
const RESPONSIBLE = /(?:责任|承办|落实|实施)[\p{Script=Han}]{0,6}\s*[：:]\s*([^；;。\n]+)/u;

/** Finds the limits that stand in label lines below an item; who leads, else who is responsible, must keep them. */
export function readLimitLines(text: string, passage: Passage): Deadline[] {
  let labels = "";
  return splitSentences(text, /[。\n]/u).flatMap((line) => {
    labels = LABEL_LINE.test(line.text) ? `${labels}\n${line.text}` : "";
    const limit = labels && LIMIT_OF_LINE.exec(line.text);
    const due = limit && dueOf(limit);
    if (!due) return [];
    const by = splitUnits((LEAD.exec(labels) ?? RESPONSIBLE.exec(labels))?.[1] ?? "");
    const evidence = evidenceOf(passage, line.start, line.end);
    return [{ text: tidy(passage.text.slice(line.start, line.end)), due, recurring: null, by, to: null, evidence }];
  });
}
