import type { Evidence } from "../../schemas/evidence.ts";
import { readNumber } from "../core/chinese-number.ts";
import type { AttachmentPart, Outline } from "../core/outline.ts";
import { evidenceOf, locate } from "../core/passage.ts";
import { bodyEnd, plainTitle } from "./attachment-titles.ts";
import type { Check, FindingDraft } from "./check.ts";

/** `（附件2）`, `（名单见附件3）`, `详见附件1`: a reference to an attachment of this file. */
const REFERENCE =
  /[（(][^（）()。]{0,16}附件\s*([\d０-９一二三四五六七八九十]{0,3})\s*[）)]|[详参]?见附件\s*([\d０-９一二三四五六七八九十]{1,3})/gu;

/** `attachment-missing`: an attachment is listed, or named in the text, but the file does not hold it. */
export const checkAttachmentMissing: Check = (_facts, outline) => {
  const titles = titlesOf(outline);
  const listed = outline.attachments.filter((part) => isAbsent(part, titles)).map(listedButAbsent);
  return [...listed, ...namedButAbsent(outline)];
};

const LONGEST_TITLE = 120;
const MOST_LINES = 3;

/** What may be a title, by its letters, with the block that it ends in: a paragraph, or a few short ones in a row. */
function titlesOf({ document: { blocks } }: Outline): Map<string, number> {
  const titles = new Map<string, number>();
  for (let first = 0; first < blocks.length; first++) {
    let title = "";
    for (const { id, text } of blocks.slice(first, first + MOST_LINES)) {
      title += plainTitle(text.slice(0, LONGEST_TITLE + 1));
      if (title.length > LONGEST_TITLE) break;
      titles.set(title.replace(/^附[件表]\d?/u, ""), id);
    }
  }
  return titles;
}

/** A part without a heading is present all the same where a paragraph after the list bears just its title. */
function isAbsent(part: AttachmentPart, titles: ReadonlyMap<string, number>): boolean {
  if (!part.listed || part.heading || part.nodes.length > 0) return false;
  const last = part.listed.pieces.at(-1)?.block.id ?? 0;
  return (titles.get(plainTitle(part.title)) ?? -1) <= last;
}

const listedButAbsent = ({ number, title, listed }: AttachmentPart): FindingDraft => ({
  severity: "error",
  facts: { number, title },
  evidence: listed ? evidenceOf(listed) : [],
});

/** One finding a number, at its first mention in the plan's own text. */
function namedButAbsent(outline: Outline): FindingDraft[] {
  const known = new Set(outline.attachments.map(({ number }) => number));
  const missing = new Map<number, Evidence>();
  for (const block of outline.document.blocks.slice(0, bodyEnd(outline)))
    for (const match of block.text.matchAll(REFERENCE)) {
      const digits = match[1] || match[2] || "";
      const number = digits ? readNumber(digits) : 1;
      if (number === null || known.has(number) || missing.has(number) || (!digits && known.size > 0)) continue;
      missing.set(number, locate(block, match.index, match.index + match[0].length));
    }
  return [...missing].map(([number, evidence]) => ({
    severity: "error",
    facts: { number, title: "" },
    evidence: [evidence],
  }));
}
