import type { AssessmentMessage, AssessmentMessageCode, AssessmentReason } from "../../schemas/assessment.ts";

type Facts = AssessmentMessage["facts"];
type Words = { readonly en: (facts: Facts) => string; readonly zh: (facts: Facts) => string };

/** What is said of a filled sheet: what was expected, what came, what becomes of it. */
const MESSAGES: Readonly<Record<AssessmentMessageCode, Words>> = {
  "row-unknown": {
    en: (f) => `“${f.row}” is no row of the standard, so it does not count. Check its id or number.`,
    zh: (f) => `标准中没有“${f.row}”这一条，未计入。请核对标识或序号。`,
  },
  "row-missing": {
    en: (f) => `Row ${f.number} (${f.criterion}) is not filled in.`,
    zh: (f) => `第${f.number}条（${f.criterion}）未填写。`,
  },
  "row-duplicate": {
    en: (f) => `Row ${f.number} is filled in twice; only the first (${f.first}) counts. Remove one of them.`,
    zh: (f) => `第${f.number}条重复填写，只计第一处（${f.first}）。请删去其一。`,
  },
  "points-over": {
    en: (f) => `Row ${f.number}: ${f.came} points are more than its ${f.max}, so they do not count.`,
    zh: (f) => `第${f.number}条：得分${f.came}超过分值${f.max}，未计入。`,
  },
  "points-negative": {
    en: (f) => `Row ${f.number}: ${f.came} points are less than 0, so they do not count.`,
    zh: (f) => `第${f.number}条：得分${f.came}小于0，未计入。`,
  },
  "deduction-positive": {
    en: (f) => `Row ${f.number} takes points away: expected 0 or less, came ${f.came}; it does not count.`,
    zh: (f) => `第${f.number}条为扣分项，应填0或负数，填的是${f.came}，未计入。`,
  },
  "deduction-over": {
    en: (f) => `Row ${f.number} takes at most ${f.min} points away, came ${f.came}; it does not count.`,
    zh: (f) => `第${f.number}条最多扣${f.min}分，填的是${f.came}，未计入。`,
  },
  "not-a-number": {
    en: (f) => `Row ${f.number}: expected a number of points, came “${f.came}”; it does not count.`,
    zh: (f) => `第${f.number}条：应填分数，填的是“${f.came}”，未计入。`,
  },
  "number-as-text": {
    en: (f) => `Row ${f.number}: ${f.came} is kept as text in the sheet, so it does not count. Make the cell a number.`,
    zh: (f) => `第${f.number}条：${f.came}是以文本形式存储的数字，未计入。请把单元格改为数字。`,
  },
  "grade-unknown": {
    en: (f) => `Row ${f.number}: expected one of ${f.options}, came “${f.came}”; it does not count.`,
    zh: (f) => `第${f.number}条：应填${f.options}之一，填的是“${f.came}”，未计入。`,
  },
  "not-yes-or-no": {
    en: (f) => `Row ${f.number}: expected 是 or 否 (yes or no), came “${f.came}”; it does not count.`,
    zh: (f) => `第${f.number}条：应填“是”或“否”，填的是“${f.came}”，未计入。`,
  },
  "bonus-capped": {
    en: (f) => `Bonus ${f.number}: ${f.came} points claimed, ${f.max} at most count.`,
    zh: (f) => `加分${f.number}：填报${f.came}分，最多计${f.max}分。`,
  },
  "total-capped": {
    en: (f) => `The total of ${f.came} points counts as ${f.max}, the most that the standard allows.`,
    zh: (f) => `总分${f.came}分，按标准规定的上限计${f.max}分。`,
  },
  "veto-unanswered": {
    en: (f) => `${f.count} veto(es) are left blank and count as not having happened.`,
    zh: (f) => `有${f.count}项否决项未填写，按未发生计。`,
  },
  "standard-mismatch": {
    en: (f) =>
      `The sheet was filled in for another standard (${f.came}), expected ${f.expected}. Check that it is the right one.`,
    zh: (f) => `填写的表对应另一标准（${f.came}），应为${f.expected}。请核对。`,
  },
  "number-ambiguous": {
    en: (f) =>
      `Several rows have the number ${f.row}: it is not clear which is meant, so none counts. Keep the column of ids.`,
    zh: (f) => `有多条的序号都是${f.row}，无法确定是哪一条，未计入。请保留标识列。`,
  },
};

/** Makes a message; `facts` are the values that its sentences name. */
export const assessmentMessage = (
  code: AssessmentMessageCode,
  severity: AssessmentMessage["severity"],
  place: string | null,
  facts: Facts,
): AssessmentMessage => ({
  code,
  severity,
  place,
  facts,
  message: MESSAGES[code].en(facts),
  messageZh: MESSAGES[code].zh(facts),
});

const REASONS: Readonly<Record<AssessmentReason["code"], Words>> = {
  veto: { en: (f) => `A veto applies: ${f.criterion}`, zh: (f) => `存在否决项：${f.criterion}` },
  "condition-unmet": {
    en: (f) => `A condition is not met: row ${f.number} (${f.criterion})`,
    zh: (f) => `不具备必要条件：第${f.number}条（${f.criterion}）`,
  },
  "rows-open": {
    en: (f) => `${f.count} of ${f.rows} rows have nothing that counts.`,
    zh: (f) => `共${f.rows}条，有${f.count}条尚无有效填写。`,
  },
  reached: {
    en: (f) => `${f.total} points reach the pass mark of ${f.passMark}.`,
    zh: (f) => `总分${f.total}分，达到合格线${f.passMark}分。`,
  },
  below: {
    en: (f) => `${f.total} points are below the pass mark of ${f.passMark}.`,
    zh: (f) => `总分${f.total}分，低于合格线${f.passMark}分。`,
  },
  "no-pass-mark": {
    en: () => "The standard states no pass mark, so there is neither pass nor fail.",
    zh: () => "标准未规定合格线，不作合格与否的结论。",
  },
  "no-points": {
    en: (f) => `The standard gives no row points of its own, so the pass mark of ${f.passMark} cannot be applied.`,
    zh: (f) => `标准未给出各条分值，无法按合格线${f.passMark}分作结论。`,
  },
};

export const assessmentReason = (code: AssessmentReason["code"], facts: Facts): AssessmentReason => ({
  code,
  message: REASONS[code].en(facts),
  messageZh: REASONS[code].zh(facts),
});
