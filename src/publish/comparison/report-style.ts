import { createHash } from "node:crypto";
import { RELATIONS } from "./labels.ts";

/** Each radio shows the rows of one relation; `differing` all but the identical ones. */
const FILTER = [
  `#show-all:not(:checked) ~ main tr.group:not(.matrix *) { display: none; }`,
  `#show-differing:checked ~ main tr[data-relation="identical"] { display: none; }`,
  ...RELATIONS.map(
    (relation) =>
      `#show-${relation}:checked ~ main tr[data-relation]:not([data-relation="${relation}"]) { display: none; }`,
  ),
].join("\n");

/** The look of a report: no picture or font from anywhere, and nothing that colour alone would say. */
export const REPORT_STYLE = `
:root { color-scheme: light; --line: #c9ced6; --soft: #f4f6f8; --quiet: #5b6470; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1400px; padding: 24px; color: #1c2127; background: #fff;
  font: 15px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
small { color: var(--quiet); font-size: .8em; font-weight: normal; }
h1 { font-size: 26px; margin: 0 0 12px; }
h2 { font-size: 20px; margin: 32px 0 8px; }
h3 { font-size: 17px; margin: 28px 0 8px; padding-bottom: 2px; border-bottom: 2px solid #1c2127; }
h4 { font-size: 15px; margin: 16px 0 6px; }
p { margin: 4px 0; }
article + article { border-top: 4px double var(--line); margin-top: 40px; padding-top: 8px; }
.plans { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; margin: 8px 0 16px; }
.plans div { border: 1px solid var(--line); border-radius: 6px; padding: 8px 12px; min-width: 0; overflow-wrap: anywhere; }
.plans strong { display: block; font-size: 16px; }
.coverage { font-size: 17px; }
.coverage svg { vertical-align: middle; margin: 0 8px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 8px 0; }
th, td { border: 1px solid var(--line); padding: 5px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: #e9edf2; white-space: nowrap; }
.rows { table-layout: fixed; }
.rows th:nth-child(1), .rows td.places { width: 84px; }
th.side { width: 21%; }
.rows th.relation { width: 116px; } .rows th.why { width: 23%; }
tr.group th { background: var(--soft); }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
.counts { width: auto; } .counts td { text-align: center; font-variant-numeric: tabular-nums; } .counts td.zero { color: #b3bac3; }
td.places { font-variant-numeric: tabular-nums; }
td.none { color: var(--quiet); text-align: center; }
tr[data-relation="identical"] td { color: #3f4750; }
.text { white-space: pre-wrap; }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 10px; padding: 0 7px; margin: 1px 3px 1px 0;
  font-size: 13px; line-height: 1.5; white-space: nowrap; color: #3f4750; background: #fff; }
.badge.reworded { color: #0b4f9e; background: #eaf2fc; }
.badge.changed { color: #7a4b00; background: #fff4dc; border-style: dashed; font-weight: bold; }
.badge.added { color: #0d5f2a; background: #e6f6eb; font-weight: bold; }
.badge.removed, .badge.error { color: #a01616; background: #fdeaea; border-style: double; border-width: 3px; font-weight: bold; }
.badge.stricter { color: #5b2a86; background: #f4ecfb; } .badge.looser { color: #8a4100; background: #fdf0e4; }
.badge.warning { color: #7a4b00; background: #fff4dc; }
ins { background: #d7f2df; color: #0a4a20; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }
del { background: #fbdcdc; color: #7d1010; text-decoration: line-through; text-decoration-thickness: 2px; }
ul { margin: 0; padding-left: 1.2em; } ul.plain { list-style: none; padding: 0; }
summary { cursor: pointer; color: var(--quiet); font-size: 13px; }
details { font-size: 13px; }
.filter { position: absolute; opacity: 0; }
.filters { display: inline-flex; flex-wrap: wrap; gap: 4px; margin: 8px 0; }
.filters label { border: 1px solid var(--line); border-radius: 14px; padding: 1px 12px; cursor: pointer; }
${["all", "differing", ...RELATIONS].map((name) => `#show-${name}:checked ~ .filters label[for="show-${name}"]`).join(", ")} {
  background: #1c2127; color: #fff; border-color: #1c2127; }
${["all", "differing", ...RELATIONS].map((name) => `#show-${name}:focus-visible ~ .filters label[for="show-${name}"]`).join(", ")} {
  outline: 3px solid #2b7de9; outline-offset: 1px; }
.filters label small { color: inherit; }
.matrix { max-height: 85vh; overflow: auto; border: 1px solid var(--line); }
.matrix table { margin: 0; border-collapse: separate; border-spacing: 0; width: auto; min-width: 100%; }
.matrix th, .matrix td { border-width: 0 1px 1px 0; min-width: 84px; }
.matrix thead th { position: sticky; top: 0; z-index: 2; white-space: normal; min-width: 120px; max-width: 200px; vertical-align: bottom; }
.matrix tbody th { position: sticky; left: 0; z-index: 1; background: #fff; min-width: 260px; max-width: 380px; font-weight: normal; }
.matrix thead th:first-child { left: 0; z-index: 3; }
.matrix tr.group th { background: var(--soft); font-weight: bold; }
.matrix td { text-align: center; white-space: nowrap; }
.matrix td.missing { background: repeating-linear-gradient(45deg, #fff 0 6px, #f3f4f6 6px 8px); color: var(--quiet); }
.line text { font-size: 12px; fill: #1c2127; } .line .axis { stroke: #d8dce2; } .line .year { stroke: #8a929d; }
.line .tick { fill: #5b6470; } .line .template { fill: #9aa5b1; stroke: #4b545e; }
.line .local { fill: #cfe3fb; stroke: #0b4f9e; stroke-width: 1.5; } .line .open { stroke-dasharray: 4 3; }
footer { margin-top: 32px; color: var(--quiet); font-size: 13px; }
${FILTER}
@page { size: A4 landscape; margin: 12mm; }
@media print {
  body { font-size: 10.5px; line-height: 1.45; padding: 0; max-width: none; }
  h1 { font-size: 18px; } h2 { font-size: 15px; } h3 { font-size: 13px; margin-top: 14px; }
  h1, h2, h3, h4 { break-after: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .filters, .contents, summary, footer { display: none; }
  details:not([open]) { display: none; }
  article + article { break-before: page; border: 0; margin: 0; padding: 0; }
  thead { display: table-header-group; }
  tr, .plans div { break-inside: avoid; }
  tr.group { break-after: avoid; }
  th, td { padding: 3px 5px; }
  .badge { font-size: 9.5px; }
  .rows th:nth-child(1), .rows td.places { width: 62px; } .rows th.relation { width: 84px; }
  .matrix { max-height: none; overflow: visible; border: 0; }
  .matrix thead th, .matrix tbody th { position: static; min-width: 0; }
  .matrix td { white-space: normal; min-width: 0; }
}
`;

/** No script, no picture, no request: only this very style sheet may take effect. */
export const REPORT_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(REPORT_STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'`;
