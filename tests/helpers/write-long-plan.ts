import { buildDocx, cell, paragraph, row, run, table } from "../read/docx/build-docx.ts";
import { LONG_ATTACHMENT, LONG_HEADING, LONG_NOTICE, LONG_TABLE, LONG_TEXT, LONG_TITLE } from "./long-table.ts";

const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The parts that Word wants beside the document, so that it opens the file too. */
export const PACKAGE: Readonly<Record<string, string>> = {
  "[Content_Types].xml":
    `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/>` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/></Types>`,
  "_rels/.rels":
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${RELATIONS}">` +
    `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
};

const MIDDLE = '<w:jc w:val="center"/>';
const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
  .join("");
const WIDTHS = [1100, 700, 3700, 800, 2800];
const GRID =
  `<w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>` +
  `<w:tblGrid>${WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`;

/** The plan as DOCX: each category is one cell merged down over its rows. */
export function writeLongDocx(): Uint8Array {
  const rows = LONG_TABLE.flatMap(([category, items]) =>
    items.map((item, index) => [index === 0 ? category : null, item] as const),
  ).map(([category, [criterion, points, scoring]], index) =>
    row(
      cell(paragraph(category ?? ""), category === null ? "<w:vMerge/>" : '<w:vMerge w:val="restart"/>'),
      ...[String(index + 1), criterion, String(points), scoring].map((words) => cell(paragraph(words))),
    ),
  );
  const total = row(cell(paragraph("合计"), '<w:gridSpan w:val="3"/>'), cell(paragraph("100")), cell(paragraph("")));
  const [issuer, subject, number, recipients, text, signature, date] = LONG_NOTICE;
  return buildDocx(
    [
      ...[issuer!, subject!, number!].map((words) => paragraph(words, MIDDLE)),
      ...[recipients!, text!].map((words) => paragraph(words)),
      ...[signature!, date!].map((words) => paragraph(words, '<w:jc w:val="right"/>')),
      paragraph(LONG_TITLE, MIDDLE),
      ...LONG_TEXT.map((words) => paragraph(words)),
      `<w:p>${run("").replace("<w:t ", '<w:br w:type="page"/><w:t ')}</w:p>`,
      paragraph(LONG_ATTACHMENT[0]!),
      paragraph(LONG_ATTACHMENT[1]!, MIDDLE),
      table(GRID, row(...LONG_HEADING.map((words) => cell(paragraph(words)))), ...rows, total),
    ].join(""),
    { files: PACKAGE },
  );
}

const STYLE = `
@page { size: A4; margin: 22mm 18mm }
body { font: 14pt/1.6 "Noto Serif CJK SC", serif; margin: 0 }
p { margin: 0 0 4pt; text-indent: 2em }
.middle { text-align: center; text-indent: 0 }
.plain { text-indent: 0 }
.right { text-align: right; margin-right: 2em }
.title { font-size: 18pt; margin: 24pt 0 12pt }
.attachment { break-before: page }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 12pt; line-height: 1.35 }
td { border: 0.75pt solid black; padding: 2pt 4pt; text-align: left; font-weight: normal; vertical-align: middle }
`;

/** The plan as a page to print: each category is one cell with a `rowspan`. */
export function writeLongHtml(): string {
  const [issuer, subject, number, recipients, text, signature, date] = LONG_NOTICE;
  const p = (words: string, name = "") => `<p class="${name}">${words}</p>`;
  const rows = LONG_TABLE.flatMap(([category, items]) =>
    items.map((item, index) => [index === 0 ? `<td rowspan="${items.length}">${category}</td>` : "", item] as const),
  ).map(
    ([category, [criterion, points, scoring]], index) =>
      `<tr>${category}<td>${index + 1}</td><td>${criterion}</td><td>${points}</td><td>${scoring}</td></tr>`,
  );
  return [
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title></title><style>${STYLE}</style>`,
    ...[issuer!, subject!, number!].map((words) => p(words, "middle")),
    p(recipients!, "plain"),
    p(text!),
    ...[signature!, date!].map((words) => p(words, "right")),
    p(LONG_TITLE, "middle title"),
    ...LONG_TEXT.map((words) => p(words)),
    p(LONG_ATTACHMENT[0]!, "plain attachment"),
    p(LONG_ATTACHMENT[1]!, "middle"),
    '<table><col style="width:12%"><col style="width:7%"><col style="width:43%"><col style="width:8%"><col style="width:30%">',
    `<tr>${LONG_HEADING.map((words) => `<td>${words}</td>`).join("")}</tr>`,
    ...rows,
    '<tr><td colspan="3">合计</td><td>100</td><td></td></tr></table></html>',
  ].join("\n");
}
