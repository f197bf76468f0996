import { message, outcome, ReadError } from "../../core/outcome.ts";
import type { SourceBlock } from "../../core/source-block.ts";
import { decodeText } from "../decode-text.ts";
import type { Reader } from "../reader.ts";
import { findArticle } from "./find-article.ts";
import { readParagraphs } from "./html-paragraphs.ts";
import { parseHtml } from "./html-tree.ts";
import { dropFurniture } from "./page-furniture.ts";
import { findPageTitle } from "./page-title.ts";

/** The title stands among the first lines: letter head, document number, title. */
const OPENING_BLOCKS = 12;
/** A shorter line may be a phrase that the text repeats. */
const SHORTEST_TITLE = 10;
/** How much of a page is its head. */
const HEAD = 4096;
/** LibreOffice wraps its pages at spaces only, so that each of its line ends is one, also between Chinese characters. */
const WRAPS_AT_SPACES = /<meta[^>]{0,60}\sname="generator"[^>]{0,20}\scontent="(?:LibreOffice|OpenOffice)/i;

/**
 * Reads a site's article page: the document's own paragraphs and tables, without what the site put round them.
 * The page's title comes first where the article does not hold it.
 * @throws ReadError `no-text` where no article is found; `too-large` where elements nest without end.
 */
export const readHtml: Reader = async (bytes) => {
  const { text, encoding, stated } = decodeText(bytes);
  const html = WRAPS_AT_SPACES.test(text.slice(0, HEAD)) ? text.replace(/\r?\n/g, " ") : text;
  const body = parseHtml(html);
  if (body === null) throw new ReadError("no-text");
  const title = findPageTitle(html, body);
  dropFurniture(body);
  const article = dropRepeatedTitle(readParagraphs(findArticle(body)));
  if (article.length === 0) throw new ReadError("no-text");
  const blocks: readonly SourceBlock[] =
    title === null || holdsTitle(article, title)
      ? article
      : [{ kind: "paragraph", text: title, page: null, runs: [] }, ...article];
  const value = { mediaType: "text/html", reader: "html", ocr: false, pageCount: null, blocks };
  return outcome(
    value,
    stated || statesCharset(html, encoding) ? [] : [message("encoding-guessed", "info", { encoding })],
  );
};

/** A site sets the title above the document, whose own title says it again below the letterhead: the first goes. */
function dropRepeatedTitle(article: readonly SourceBlock[]): readonly SourceBlock[] {
  const opening = article.slice(0, OPENING_BLOCKS);
  const at = opening.findIndex(
    (block, index) =>
      block.kind === "paragraph" && isTitle(block.text) && standsBelow(opening.slice(index + 1), block.text),
  );
  return at < 0 ? article : article.toSpliced(at, 1);
}

/** How many lines a title is set in at most. */
const TITLE_LINES = 3;

/** Whether some lines are the title and nothing else; a sentence that names it (`制定《…方案》`) repeats nothing. */
function standsBelow(blocks: readonly SourceBlock[], title: string): boolean {
  const texts = blocks.map((block) => (block.kind === "paragraph" ? lettersOf(block.text) : ""));
  const letters = lettersOf(title);
  return texts.some((_, from) =>
    Array.from({ length: TITLE_LINES }, (_, more) => texts.slice(from, from + 1 + more).join("")).includes(letters),
  );
}

const isTitle = (text: string): boolean =>
  /关于|(?:方案|通知|意见|办法|细则|计划)$/u.test(text) && text.length >= SHORTEST_TITLE;

function holdsTitle(article: readonly SourceBlock[], title: string): boolean {
  const opening = article
    .slice(0, OPENING_BLOCKS)
    .map((block) => (block.kind === "paragraph" ? block.text : ""))
    .join("");
  return lettersOf(opening).includes(lettersOf(title));
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

/** `gb2312` and `gbk` on a page mean GB18030: sites write the old name and send the new bytes. */
function statesCharset(html: string, encoding: string): boolean {
  const stated = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,20})/i.exec(html.slice(0, HEAD))?.[1]?.toLowerCase();
  return stated === encoding || (encoding === "gb18030" && /^gb(?:2312|k|18030)$/.test(stated ?? ""));
}
