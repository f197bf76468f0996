import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from "docx";
import { writeZip } from "../../core/write-zip.ts";
import { openZip } from "../../core/zip.ts";
import type { Readable } from "../readable/readable.ts";
import { writeTable } from "./write-table.ts";
import { xmlText } from "./xml-text.ts";

export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** As GB/T 9704-2012 §5.2.2 and §7.3 ask: 仿宋 for the text, 黑体 for headings; sizes in half points. */
const BODY = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "仿宋" };
const HEAD = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "黑体" };
/** In twentieths of a point: A4, and its margins. */
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1440, bottom: 1440, left: 1300, right: 1300 } };

/**
 * Writes a document as DOCX. The same document gives the same bytes.
 * @param date `YYYY-MM-DD` that stands as the date it was made.
 */
export async function writeDocx(document: readonly Readable[], title: string, date: string): Promise<Uint8Array> {
  const made = new Document({
    title: xmlText(title),
    creator: "Fangan",
    styles: {
      default: {
        document: { run: { font: BODY, size: 24, language: { value: "zh-CN", eastAsia: "zh-CN" } } },
        title: {
          run: { font: HEAD, size: 36, bold: true },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
        },
        heading1: { run: { font: HEAD, size: 30, bold: true }, paragraph: { spacing: { before: 320, after: 120 } } },
        heading2: { run: { font: HEAD, size: 26, bold: true }, paragraph: { spacing: { before: 200, after: 80 } } },
        heading3: { run: { font: BODY, size: 24, bold: true }, paragraph: { spacing: { before: 160, after: 60 } } },
      },
    },
    sections: [
      { properties: { page: PAGE }, footers: { default: pageFooter() }, children: document.flatMap(writeOne) },
    ],
  });
  return withFixedDates(await Packer.toBuffer(made), date);
}

const pageFooter = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], size: 20 })],
      }),
    ],
  });

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

function writeOne(part: Readable): (Paragraph | Table)[] {
  switch (part.kind) {
    case "title":
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: runs(part.text) })];
    case "heading":
      return [new Paragraph({ heading: LEVELS[part.level - 1]!, keepNext: true, children: runs(part.text) })];
    case "paragraph":
      return part.text
        .split("\n")
        .map((text) => new Paragraph({ indent: { firstLine: 480 }, spacing: { line: 360 }, children: runs(text) }));
    case "list":
      return part.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }));
    case "table":
      // Word joins two tables that follow each other: an empty paragraph keeps them apart.
      return [writeTable(part), new Paragraph({})];
  }
}

const runs = (text: string): ParagraphChild[] => [new TextRun({ text: xmlText(text) })];

/** The library stamps the hour at which it wrote; that would give other bytes every time. */
function withFixedDates(bytes: Uint8Array, date: string): Uint8Array {
  const archive = openZip(bytes);
  const stamp = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu;
  const parts = archive.names.map((name) => {
    const content = archive.find(name)!;
    if (name !== "docProps/core.xml") return [name, content] as const;
    return [name, new TextDecoder().decode(content).replace(stamp, `$1${date}T00:00:00Z`)] as const;
  });
  return writeZip(Object.fromEntries(parts));
}
