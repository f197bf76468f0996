/**
 * Makes the PDFs of fixtures/difficulties whose table is not parted by ruling lines on all sides, each named after how it
 * is drawn: needs `chromium`. Run it with node.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OPEN_HEAD, OPEN_ROWS } from "./open-standard.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/difficulties");

/** By file name the style that makes the difficulty. */
const STYLES: Readonly<Record<string, string>> = {
  "borderless-table": "",
  "three-line-table": "table{border-top:1.5pt solid;border-bottom:1.5pt solid}th{border-bottom:.75pt solid}",
  "shaded-rows": "th{background:#4472c4;color:#fff}tr:nth-child(odd) td{background:#e9eef7}",
  "dotted-borders": "td,th{border:1px dotted #000}",
  "vertical-category": "td,th{border:1px solid #000}td[rowspan] span{writing-mode:vertical-rl}",
};

const BASE =
  '@page{size:A4;margin:30mm 26mm}body{font:14pt/26pt "Noto Sans CJK SC"}h1{font-size:18pt;text-align:center}' +
  "table{border-collapse:collapse;width:100%;font-size:10.5pt;line-height:15pt}td,th{padding:2pt 5pt}";

const row = ([category, criterion, points]: (typeof OPEN_ROWS)[number], index: number): string =>
  `<tr>${category === null ? "" : `<td rowspan=${spanOf(index)}><span>${category}</span></td>`}` +
  `<td>${index + 1}</td><td>${criterion}</td><td>${points}</td></tr>`;

/** How many rows the category that begins in a row takes up. */
function spanOf(index: number): number {
  const next = OPEN_ROWS.findIndex(([category], at) => at > index && category !== null);
  return (next < 0 ? OPEN_ROWS.length : next) - index;
}

const page = (style: string): string =>
  `<!doctype html><meta charset="utf-8"><style>${BASE}${style}</style><h1>青禾县清洁村庄创建行动实施方案</h1>` +
  "<p>一、工作目标</p><p>到2024年底，全县60%以上的行政村达到创建标准。</p><p>附件：青禾县清洁村庄创建标准</p>" +
  "<p>附件</p><h1>青禾县清洁村庄创建标准</h1>" +
  `<table><tr>${OPEN_HEAD.map((name) => `<th>${name}</th>`).join("")}</tr>${OPEN_ROWS.map(row).join("")}</table>`;

const work = mkdtempSync(join(tmpdir(), "open-tables-"));
const only = process.argv.slice(2);
for (const [name, style] of Object.entries(STYLES)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const source = join(work, `${name}.html`);
  writeFileSync(source, page(style));
  const options = ["--headless", "--no-sandbox", "--no-pdf-header-footer"];
  execFileSync("chromium", [...options, `--print-to-pdf=${join(FOLDER, `${name}.pdf`)}`, source], { stdio: "ignore" });
}
rmSync(work, { recursive: true });
