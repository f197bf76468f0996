import type { ComparisonMessage } from "../../../schemas/comparison.ts";
import type { ComparisonFinding } from "../../../schemas/comparison-finding.ts";
import { type Html, html } from "../../core/html.ts";
import { SEVERITY } from "./labels.ts";

/** What a careful clerk would query, with the words of the plans that show it. */
export const writeFindings = (findings: readonly ComparisonFinding[]): Html =>
  html`<table><thead><tr><th>级别 <small lang="en">severity</small></th><th>需核对之处 <small lang="en">finding</small></th>
<th>原文 <small lang="en">evidence</small></th></tr></thead><tbody>${findings.map(writeFinding)}</tbody></table>`;

const writeFinding = ({ severity, code, message, messageZh, evidence }: ComparisonFinding): Html =>
  html`<tr><td><span class="badge ${severity}">${SEVERITY[severity].zh}</span><br><small>${code}</small></td>
<td>${messageZh}<br><small lang="en">${message}</small></td>
<td><ul class="plain">${evidence.map(
    ({ plan, quote }) => html`<li><small>${plan === "template" ? "上级" : "本级"}</small> ${quote}</li>`,
  )}</ul></td></tr>
`;

/** What could not be compared, or only in part. */
export const writeMessages = (messages: readonly ComparisonMessage[]): Html | null =>
  messages.length === 0
    ? null
    : html`<h3>未能对照之处 <small lang="en">Not compared</small></h3><ul>${messages.map(
        ({ message, messageZh }) => html`<li>${messageZh}<br><small lang="en">${message}</small></li>`,
      )}</ul>`;
