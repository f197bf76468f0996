import { strToU8, zipSync } from "fflate";
import { readDocx } from "../../../src/read/docx/read-docx.ts";

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(" ");

const wrap = (root: string, inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${inner}</w:${root}>`;

export interface Parts {
  readonly numbering?: string;
  readonly styles?: string;
  /** Further entries of the package, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A DOCX file with this content in its body. */
export function buildDocx(body: string, { numbering, styles, files = {} }: Parts = {}): Uint8Array {
  const entries: Record<string, string> = {
    "word/document.xml": wrap("document", `<w:body>${body}</w:body>`),
    ...files,
  };
  if (numbering) entries["word/numbering.xml"] = wrap("numbering", numbering);
  if (styles) entries["word/styles.xml"] = wrap("styles", styles);
  return zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));
}

export const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (text: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr>${text === "" ? "" : run(text)}</w:p>`;

/** A paragraph of a list. */
export const numbered = (text: string, level: number, list = 1) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

export const level = (index: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;

/** An abstract list with one list upon it, both with the number `id`. */
export const list = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>` +
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;

export const cell = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;

export const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;

export const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;

export const readBlocks = async (bytes: Uint8Array) => (await readDocx(bytes, { fileName: "plan.docx" })).value.blocks;

/** The blocks in short: a paragraph as its text, a page break as `—n—`, a table as `r,c rxc text` for each cell. */
export async function readShort(body: string, parts: Parts = {}): Promise<string[]> {
  return (await readBlocks(buildDocx(body, parts))).flatMap((block) => {
    if (block.kind === "page-break") return [`—${block.page}—`];
    if (block.kind !== "table") return [block.text];
    return block.cells.map((one) => `${one.row},${one.column} ${one.rowSpan}x${one.colSpan} ${one.text}`);
  });
}
