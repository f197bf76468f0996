import type { SourceBlock } from "../../core/source-block.ts";
import { isSiteLine } from "../site-lines.ts";
import { readTable } from "./html-table.ts";
import { createTextMeter, type HtmlElement, type HtmlNode, isElement, isText, isUnseen } from "./html-tree.ts";
import { tidyText } from "./tidy-text.ts";

const BLOCKS = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** A link to an attachment is named as the site's file is: `附件1：评分标准.docx`. */
const FILE_ENDING = /(?<=[\p{Script=Han}）)》])\.(?:docx?|xlsx?|pptx?|wps|et|pdf|ofd|zip|rar|jpe?g|png)\s*$/iu;
const CENTRED = /text-align\s*:\s*center/i;
const TITLE_END = /(?:通知|方案|办法|意见|计划|细则|规定|措施|标准|名单|函|公告|通报)(?:[（(].{1,12}[）)])?$/u;
const WHOLE_LINE = /(?:号|文件|[）)])$/u;
const LONGEST_TITLE = 120;

/** Reads the children of an element into paragraphs and tables; block elements and `<br>` end paragraphs. */
export function readParagraphs(root: HtmlElement): SourceBlock[] {
  const measure = createTextMeter();
  const blocks: SourceBlock[] = [];
  let pieces: string[] = [""];
  const endParagraph = (centred: boolean): void => {
    const lines = pieces.map(tidyText).filter((text) => text !== "" && !isSiteLine(text));
    for (const text of centred ? joinTitle(lines) : lines)
      blocks.push({ kind: "paragraph", text, page: null, runs: [] });
    pieces = [""];
  };
  const visitBlock = (element: HtmlElement, outerCentred: boolean): void => {
    endParagraph(outerCentred);
    const centred = isCentred(element) ?? outerCentred;
    const table = element.name === "table" ? readTable(element, measure) : null;
    if (table) blocks.push(table);
    else for (const child of element.children) visit(child, centred);
    endParagraph(centred);
  };
  const visit = (node: HtmlNode, centred: boolean): void => {
    if (isText(node)) pieces[pieces.length - 1] += node.data;
    if (!isElement(node) || isUnseen(node)) return;
    if (node.name === "br") pieces.push("");
    else if (BLOCKS.has(node.name)) visitBlock(node, centred);
    else for (const child of node.children) visit(child, centred);
    if (node.name === "a") pieces.push(pieces.pop()!.replace(FILE_ENDING, ""));
  };
  visitBlock(root, false);
  return blocks;
}

function isCentred({ name, attribs }: HtmlElement): boolean | null {
  if (name === "center" || attribs.align === "center" || CENTRED.test(attribs.style ?? "")) return true;
  return attribs.align || attribs.style?.includes("text-align") ? false : null;
}

/** A centred title broken by `<br>` (`关于印发…行动` / `实施方案的通知`) is one paragraph. */
function joinTitle(lines: readonly string[]): readonly string[] {
  const title = lines.join("");
  const broken = lines.slice(0, -1).every((line) => !TITLE_END.test(line) && !WHOLE_LINE.test(line));
  return broken && title.length <= LONGEST_TITLE && TITLE_END.test(title) ? [title] : lines;
}
