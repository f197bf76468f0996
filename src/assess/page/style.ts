/** Plain enough to print in black and white; a table's heading comes again on each page. */
export const PAGE_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f4f5f7; color: #1d2330; font: 15px/1.6 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.5rem; background: #fff; }
h1 { margin: 0 0 .3rem; font-size: 1.5rem; line-height: 1.35; }
h2 { margin: 2rem 0 .6rem; font-size: 1.1rem; }
.kind, .about { margin: 0; color: #5a6475; }
[lang=en] { color: #5a6475; font-size: .85em; font-weight: 400; }
.result { margin: 1.2rem 0; padding: 1rem 1.2rem; border: 1px solid #c9ced8; border-left: 8px solid #8a93a3; }
.result.pass { border-left-color: #1c7c45; }
.result.fail { border-left-color: #b3261e; }
.result.incomplete { border-left-color: #b26a00; }
.verdict { margin: 0; font-size: 1.4rem; font-weight: 700; }
.score { margin: 0; font-size: 2rem; font-weight: 700; font-variant-numeric: tabular-nums; }
.score small { font-size: 1rem; font-weight: 400; color: #5a6475; }
ul { margin: .4rem 0 0; padding-left: 1.2rem; }
.messages .error b { color: #b3261e; }
.messages .warning b { color: #8a5200; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { padding: .35rem .5rem; border: 1px solid #c9ced8; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eef0f4; white-space: nowrap; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr.missing td, tr.refused td { background: #fdf3e4; }
tr.against td { background: #fbe9e7; }
@page { size: A4; margin: 15mm; }
@media print {
  body { background: #fff; font-size: 10.5pt; }
  main { max-width: none; padding: 0 1px; }
  thead { display: table-header-group; }
  tr, .result { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
