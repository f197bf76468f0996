import { isPageNumber, type TextLine } from "./text-line.ts";

/** A line whose Markdown marks are gone; `own` where it was a heading or a list item, and so a paragraph of its own. */
export interface PlainLine extends TextLine {
  readonly own: boolean;
}

const HEADING = /^\s{0,3}#{1,6}\s+(?=\S)/;
const BULLET = /^\s*[-*+]\s+(?=\S)/;
const DASH_BULLET = /^\s*-\s+(?=\S)/;
const RULE_OR_FENCE = /^\s*(?:-{3,}|\*{3,}|={3,}|`{3,}\w*|<!--.{0,200}-->)\s*$/;
const STRONG = /(?<!\*)\*{2,3}(?!\*)/g;
const IMAGE = /!\[[^\]]{0,200}\]\([^)\s]{0,500}\)/g;
const LINK = /\[([^\]]{1,200})\]\((?:https?:|\/|#)[^)\s]{0,500}\)/g;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const ENTITY = /&(?:nbsp|emsp|ensp);/g;
const PIPE_RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$/;

/** Removes Markdown's marks where the file shows that it is Markdown; `- ` alone is a list mark in any file that has two. */
export function removeMarks(lines: readonly TextLine[]): PlainLine[] {
  if (isMarkdown(lines))
    return lines.map((line) => (isPipeRow(line.text) ? { ...line, own: false } : removeLineMarks(line)));
  const bullets = lines.filter(({ text }) => isBullet(text, DASH_BULLET)).length;
  return lines.map((line) => {
    const own = bullets > 1 && isBullet(line.text, DASH_BULLET);
    return { ...line, text: own ? line.text.replace(DASH_BULLET, "") : line.text, own };
  });
}

export const isPipeRule = (text: string): boolean =>
  text.includes("|") && /--|:-|-:/.test(text) && PIPE_RULE.test(text.trim());

export const isPipeRow = (text: string): boolean => text.trimStart().startsWith("|") && text.trim().length > 1;

function isMarkdown(lines: readonly TextLine[]): boolean {
  let strong = 0;
  for (const { text } of lines) {
    if (HEADING.test(text) || isPipeRule(text)) return true;
    if (/\*\*[^*]{1,200}\*\*/.test(text) && ++strong > 1) return true;
  }
  return false;
}

const isBullet = (text: string, mark: RegExp): boolean => mark.test(text) && !isPageNumber(text);

function removeLineMarks(line: TextLine): PlainLine {
  if (RULE_OR_FENCE.test(line.text)) return { ...line, text: "", own: false };
  const bare = line.text.replace(/^\s*(?:>\s?)+/, "");
  const own = HEADING.test(bare) || isBullet(bare, BULLET);
  const text = own ? bare.replace(HEADING, "").replace(BULLET, "") : bare;
  return { ...line, text: removeInlineMarks(text), own };
}

/** `**（一）…。**` → `（一）…。`, `1\.` → `1.`; a masked number (`138****1234`) keeps its stars. */
export const removeInlineMarks = (text: string): string =>
  text.replace(IMAGE, "").replace(LINK, "$1").replace(STRONG, "").replace(ENTITY, " ").replace(ESCAPE, "$1");
