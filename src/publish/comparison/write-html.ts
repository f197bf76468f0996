import type { Comparison } from "../../../schemas/comparison.ts";
import type { Matrix } from "../../../schemas/matrix.ts";
import { type Html, type HtmlContent, html } from "../../core/html.ts";
import { both, relationBadge } from "./badges.ts";
import { writeDeadlines, writePhases, writeResponsibilities, writeTargets } from "./fact-sections.ts";
import { writeFindings, writeMessages } from "./findings-section.ts";
import { type Label, RELATIONS, SECTION } from "./labels.ts";
import { writeMatrix } from "./matrix-section.ts";
import { REPORT_POLICY, REPORT_STYLE } from "./report-style.ts";
import { writeRowTables } from "./rows-section.ts";
import { nameOf, percent, writeHead } from "./summary-section.ts";
import { drawTimeLine } from "./time-line.ts";

/**
 * Writes comparisons, and the matrix of their plans, as one page that needs nothing else: no script, no request, and it prints.
 * @param matrix null where there is none to show.
 */
export function writeComparisonHtml(comparisons: readonly Comparison[], matrix: Matrix | null): string {
  const title = titleOf(comparisons, matrix);
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${REPORT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ markup: REPORT_STYLE }}</style>
</head>
<body>
<h1>方案对照 <small lang="en">Comparison of plans</small></h1>
${comparisons.length > 0 ? writeFilter() : null}
<main>
${comparisons.length > 1 ? writeContents(comparisons) : null}
${matrix ? writeMatrix(matrix) : null}
${comparisons.map(writeArticle)}
</main>
<footer>由 fangan 生成　made by fangan</footer>
</body>
</html>
`;
  return page.markup;
}

function titleOf(comparisons: readonly Comparison[], matrix: Matrix | null): string {
  const [first, ...others] = comparisons;
  if (!first) return `方案对照：${matrix?.plans.length ?? 0}个方案`;
  return `方案对照：${nameOf(first.template)} ↔ ${nameOf(first.local)}${others.length > 0 ? ` 等${comparisons.length}对` : ""}`;
}

/** Radios before the content: style alone hides the rows, and printing keeps the choice. */
function writeFilter(): Html {
  const names = ["all", "differing", ...RELATIONS];
  const label = (name: string, content: HtmlContent): Html => html`<label for="show-${name}">${content}</label>`;
  return html`${names.map(
    (name) =>
      html`<input class="filter" type="radio" name="show" id="show-${name}"${name === "all" ? html` checked` : null}>`,
  )}
<div class="filters">${label("all", both({ zh: "全部", en: "all" }))}${label("differing", both({ zh: "有差异", en: "differing" }))}${RELATIONS.map(
    (relation) => label(relation, relationBadge(relation)),
  )}</div>`;
}

const writeContents = (comparisons: readonly Comparison[]): Html =>
  html`<ol class="contents">${comparisons.map(
    ({ template, local, summary }, index) =>
      html`<li><a href="#c${index + 1}">${nameOf(template)} ↔ ${nameOf(local)}</a> <small>覆盖率 coverage ${percent(summary.coverage)}</small></li>`,
  )}</ol>`;

function writeArticle(comparison: Comparison, index: number): Html {
  const { standards, targets, phases, tasks, deadlines, responsibilities, findings, messages } = comparison;
  return html`<article id="c${index + 1}">
<h2>${nameOf(comparison.local)}</h2>
${writeHead(comparison)}
${writeMessages(messages)}
${section({ zh: "需核对之处", en: "Findings" }, findings, writeFindings)}
${section(SECTION.standards, standards, writeRowTables)}
${section(SECTION.targets, targets, writeTargets)}
${section(SECTION.phases, phases, (pairs) => [drawTimeLine(pairs), writePhases(pairs)])}
${section(SECTION.tasks, tasks, writeRowTables)}
${section(SECTION.deadlines, deadlines, writeDeadlines)}
${section(SECTION.responsibilities, responsibilities, writeResponsibilities)}
</article>
`;
}

/** A heading with its table; nothing where neither plan has such a thing. */
const section = <T>(label: Label, entries: readonly T[], write: (entries: readonly T[]) => HtmlContent): Html | null =>
  entries.length === 0
    ? null
    : html`<section><h3>${both(label)}</h3><div class="scroll">${write(entries)}</div></section>`;
