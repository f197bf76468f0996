import type { Assessment, AssessmentMessage } from "../../schemas/assessment.ts";
import { type Html, html } from "../core/html.ts";
import { PAGE_STYLE } from "./page/style.ts";
import { bonusTable, categoryTable, rowTable, vetoTable } from "./page/tables.ts";

/** The results as the page and the scoring workbook name them. */
const RESULTS = {
  pass: { zh: "合格", en: "pass" },
  fail: { zh: "不合格", en: "fail" },
  incomplete: { zh: "未完成", en: "incomplete" },
  none: { zh: "无合格线", en: "no pass mark" },
} as const;

/** Writes an assessment as one HTML page that needs nothing else: no script, no outside file; made to be printed on A4. */
export function writeAssessmentPage(assessment: Assessment): string {
  const { standard, result, messages } = assessment;
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>评价结果：${standard.title}</title>
<style>${{ markup: PAGE_STYLE }}</style>
</head>
<body>
<main>
<header>
<p class="kind">评价结果 <span lang="en">Assessment</span></p>
<h1>${standard.title}</h1>
${aboutLine(assessment)}
</header>
<section class="result ${result ?? "none"}" aria-label="结论">
<p class="verdict">${RESULTS[result ?? "none"].zh} <span lang="en">${RESULTS[result ?? "none"].en}</span></p>
${scoreLine(assessment)}
<ul>${assessment.reasons.map((reason) => sayBoth(reason.messageZh, reason.message))}</ul>
</section>
${categoryTable(assessment)}
${messageList(messages)}
${bonusTable(assessment)}
${vetoTable(assessment)}
${rowTable(assessment)}
</main>
</body>
</html>
`;
  return page.markup;
}

const sayBoth = (zh: string, en: string): Html => html`<li>${zh}<br><span lang="en">${en}</span></li>`;

function aboutLine({ subject, assessor, date }: Assessment): Html {
  const parts = [subject && `被评对象：${subject}`, assessor && `评分人：${assessor}`, date && `日期：${date}`].filter(
    (part) => part !== null && part !== "",
  );
  return html`<p class="about">${parts.join("　")}</p>`;
}

function scoreLine({ total, passMark, attainable, rows }: Assessment): Html {
  if (total === null) {
    const met = rows.filter((row) => row.met === true).length;
    return html`<p class="score">${met}<small> / ${rows.length} 项符合 <span lang="en">met</span></small></p>`;
  }
  const mark = passMark === null ? "" : `，合格线 ${passMark}`;
  return html`<p class="score">${total}<small> 分（满分 ${attainable}${mark}） <span lang="en">points</span></small></p>`;
}

const LEVELS = { error: "错误", warning: "提醒", info: "说明" } as const;

/** Rows left blank are told on one line: the table of rows marks each. */
function messageList(messages: readonly AssessmentMessage[]): Html {
  if (messages.length === 0) return html``;
  const missing = messages.filter(({ code }) => code === "row-missing");
  const others = messages.filter(({ code }) => code !== "row-missing");
  return html`<section><h2>填写问题 <span lang="en">Messages</span></h2><ul class="messages">${others.map(messageItem)}${
    missing.length === 0 ? null : missingItem(missing)
  }</ul></section>`;
}

const messageItem = ({ severity, place, message, messageZh }: AssessmentMessage): Html =>
  html`<li class="${severity}"><b>${LEVELS[severity]}</b> ${place && `${place}：`}${messageZh}<br><span lang="en">${message}</span></li>`;

function missingItem(missing: readonly AssessmentMessage[]): Html {
  const numbers = missing.map(({ facts }) => facts.number);
  return html`<li class="warning"><b>${LEVELS.warning}</b> 有${missing.length}条未填写：第${numbers.join("、")}条。<br><span lang="en">${missing.length} rows are not filled in: ${numbers.join(", ")}.</span></li>`;
}
