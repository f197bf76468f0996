import { strToU8, zipSync } from "fflate";
import type { SourceBlock } from "../../../src/core/source-block.ts";
import { readOfd } from "../../../src/read/ofd/read-ofd.ts";

const NAMESPACE = "http://www.ofdspec.org/2016";

/** What stands in a package besides its pages. */
export interface Parts {
  /** Inside CommonData, after the page area. */
  readonly common?: string;
  /** Inside Res of Doc_0/PublicRes.xml. */
  readonly resources?: string;
  /** Inside Document, after its pages. */
  readonly document?: string;
  /** Inside DocBody. */
  readonly body?: string;
  /** Further entries of the package, or other contents of its own, by name; null takes one away. */
  readonly files?: Readonly<Record<string, string | null>>;
}

/** A whole part: XML whose elements all have the prefix `ofd`. */
export const part = (root: string, inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${prefix(`<${root}>${inner}</${root}>`)}`.replace(
    `<ofd:${root}`,
    `<ofd:${root} xmlns:ofd="${NAMESPACE}"`,
  );

const prefix = (xml: string) => xml.replace(/<(\/?)(?=[A-Z])/gu, "<$1ofd:");

/** A page whose one layer holds these objects; `before` stands before its content. */
export const page = (objects: string, before = "") =>
  part("Page", `${before}<Content><Layer ID="1" Type="Body">${objects}</Layer></Content>`);

/** A package of one document with these pages, A4; a page is its objects, or a whole part. */
export function buildOfd(pages: readonly string[], parts: Parts = {}): Uint8Array {
  const list = pages.map((_, index) => `<Page ID="${index}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join("");
  const area = "<PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>";
  const common = `<CommonData>${area}<PublicRes>PublicRes.xml</PublicRes>${parts.common ?? ""}</CommonData>`;
  const files: Record<string, string | null> = {
    "OFD.xml": part("OFD", `<DocBody><DocRoot>Doc_0/Document.xml</DocRoot>${parts.body ?? ""}</DocBody>`),
    "Doc_0/Document.xml": part("Document", `${common}<Pages>${list}</Pages>${parts.document ?? ""}`),
    "Doc_0/PublicRes.xml": part("Res", parts.resources ?? ""),
    ...Object.fromEntries(
      pages.map((each, index) => [
        `Doc_0/Pages/Page_${index}/Content.xml`,
        each.startsWith("<?xml") ? each : page(each),
      ]),
    ),
    ...parts.files,
  };
  return zipOf(files);
}

/** A zip of texts; those that are null are left out. */
export const zipOf = (files: Readonly<Record<string, string | null>>): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).flatMap(([name, text]) => (text === null ? [] : [[name, strToU8(text)]]))),
  );

/** A line of characters 5.08 mm (14.4 pt) wide and high, its first foot at (x, y) mm. */
export const text = (words: string, x: number, y: number) =>
  `<TextObject ID="2" Boundary="${x} ${y - 5} 100 7" Font="3" Size="5.08">` +
  `<TextCode X="0" Y="5" DeltaX="g ${words.length} 5.08">${words}</TextCode></TextObject>`;

/** A path in page coordinates (mm). */
export const path = (data: string, attributes = "", inner = "") =>
  `<PathObject ID="4" Boundary="0 0 210 297" ${attributes}>${inner}<AbbreviatedData>${data}</AbbreviatedData></PathObject>`;

/** Four words in a table of two rows and two columns: edges at 20, 60, 100 mm across and 40, 55, 70 mm down. */
export const WORDS = text("序号", 25, 50) + text("内容", 65, 50) + text("一", 25, 65) + text("绿化", 65, 65);

export const read = (bytes: Uint8Array) => readOfd(bytes, { fileName: "plan.ofd" });

export const readBlocks = async (...pages: string[]) => (await read(buildOfd(pages))).value.blocks;

/** The blocks in short: a line as its text, a page break as `—n—`, a table as `r,c rxc text` for each cell. */
export const shorten = (blocks: readonly SourceBlock[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === "page-break") return [`—${block.page}—`];
    if (block.kind !== "table") return [block.text];
    return block.cells.map((one) => `${one.row},${one.column} ${one.rowSpan}x${one.colSpan} ${one.text}`);
  });

export const readShort = async (...pages: string[]): Promise<string[]> => shorten(await readBlocks(...pages));
