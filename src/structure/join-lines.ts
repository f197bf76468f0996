import { findNumbering } from "../core/numbering.ts";
import type { Run, SourceBlock, SourceLine, SourceParagraph } from "../core/source-block.ts";
import { endsWide, startsWide } from "../core/tidy.ts";
import { findDecimalHeads } from "./decimal-heads.ts";
import { isRecipients, isTitleLine, PLAN_WORD } from "./line-kinds.ts";
import { columnsOf, findWrapWidth, leftOf, type Measure, measurePages, rightOf } from "./line-measure.ts";
import { isMemberLine, opensMember } from "./member-line.ts";
import { isSignature } from "./signature.ts";

/** A line that begins something of its own whatever stands before it. */
const OPENS =
  /^\s*(?:附\s*[件表录][\s\d一二三四五六七八九十]*[：:．.]?|[（(]此件|抄送[：:]|主题词[：:]|说明[：:]|注[：:])/u;
/** A role in a list of members: `组 长：`, `副主任：`, `成 员：`. */
const ROLE =
  /^\s*(?:常务)?副?\s*(?:组\s*长|主\s*任|总\s*指\s*挥|指\s*挥\s*长|召\s*集\s*人|成\s*员(?:\s*单\s*位)?)\s*[：:]\s*\p{Script=Han}/u;
/** A chapter's head in brackets, alone on its line. */
const BRACKETED = /^\s*【[^【】：:，。]{2,14}】\s*$/u;
/** A signature's date, alone on its line. */
const DATE_LINE = /^\s*(?:(?:19|20)\d{2}|二[〇零○].{2})\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日\s*(?:印发)?\s*$/u;
const SENTENCE_END = /[。！？!?；;：:][”’」』）)]?\s*$/u;
/** A bracket of responsibilities closes an item without a full stop. */
const ITEM_END = /[）)】〕]\s*$/u;
/** Without a wrap width, a line shorter than this (columns) is a title or a signature, not a cut paragraph. */
const SHORTEST_CUT = 36;
/** Running text, which may have been cut; a title or a name has none of these marks. */
const RUNNING_TEXT = /[，。；,;]/u;
/** A longer line below a list's line (characters) is a text of its own. */
const LONGEST_TAIL = 6;
/** Bodies' names set apart by spaces: a line of a signature. */
const ALIGNED = /\S[ \u3000]{2,}\S/u;

/** Says whether a line goes on with the open paragraph; `gap` where a page end or a blank line stands between. */
type Joins = (open: readonly SourceLine[], next: SourceLine, gap: boolean) => boolean;

/**
 * Joins hard-wrapped lines to paragraphs, also across page breaks. With geometry a paragraph goes on after a
 * full line where the next begins at the left edge; in plain text after a line as wide as the file's wrap
 * width. Numbering, 附件 and date lines begin paragraphs.
 */
export function joinLines(blocks: readonly SourceBlock[]): SourceBlock[] {
  const joins = createJoins(blocks);
  const out: SourceBlock[] = [];
  let open: SourceLine[] = [];
  let breaks: SourceBlock[] = [];
  let gap = false;
  const close = (): void => {
    if (open.length) out.push(joinToParagraph(open));
    out.push(...breaks);
    open = [];
    breaks = [];
    gap = false;
  };
  for (const block of blocks) {
    const blank = block.kind === "line" && !block.text.trim();
    if (block.kind === "page-break" && open.length) breaks.push(block);
    else if (block.kind !== "line") {
      close();
      out.push(block);
    } else if (blank && (breaks.length > 0 || isCut(open))) gap = true;
    else if (blank) close();
    else if (open.length && joins(open, block, gap || breaks.length > 0)) {
      open.push(block);
      gap = false;
    } else {
      close();
      open = [block];
    }
  }
  close();
  return out;
}

/** Whether running text breaks off: a paragraph goes on after a page break that left only a blank line. */
function isCut(open: readonly SourceLine[]): boolean {
  const text = open
    .slice(-3)
    .map((line) => line.text.trim())
    .join("");
  return columnsOf(text) >= SHORTEST_CUT && RUNNING_TEXT.test(text) && !SENTENCE_END.test(text) && !ITEM_END.test(text);
}

/** A hard-wrapped line is full at the wrap width; one without a sentence end may fall short by an indent. */
const isFull = (text: string, wrap: number): boolean =>
  columnsOf(text.trimEnd()) >= (SENTENCE_END.test(text) ? wrap - 4 : wrap * 0.75);

function createJoins(blocks: readonly SourceBlock[]): Joins {
  const measure = measurePages(blocks);
  const lines = blocks.filter((block) => block.kind === "line");
  const texts = lines.map(({ text }) => text);
  const wrap = findWrapWidth(texts);
  const flush = goesOnFlush(texts);
  const heads = new Set([...findDecimalHeads(texts).keys()].map((at) => lines[at]!));
  return (open, next, gap) => {
    const line = open.at(-1)!;
    if (heads.has(next)) return false;
    if (cutsDate(line.text, next.text) || (/印\s*$/u.test(line.text) && /^\s*[发刷]\s*$/u.test(next.text))) return true;
    if (/电话\s*[：:]\s*$/u.test(line.text) && /^\s*\d/u.test(next.text)) return true;
    if (isBroken(open, next.text) && !opensItem(next.text, open) && !SENTENCE_END.test(line.text)) return true;
    if (measure && isTail(line, next, measure(line.page))) return true;
    if (opensParagraph(next.text, line.text) || isAddressees(open)) return false;
    const left = leftOf(next);
    if (measure && left !== null && rightOf(line) !== null) {
      const own = measure(line.page);
      const its = measure(next.page);
      const full = rightOf(line)! >= own.right - 1.6 * own.em;
      const indented = left > its.left + 1.2 * its.em;
      return full && !(indented && (SENTENCE_END.test(line.text) || !gap)) && sameSize(line, next);
    }
    if (flush && SENTENCE_END.test(line.text) && depthOf(next.text) >= INDENT) return false;
    const cut = wrap === null || gap ? isCut(open) : isFull(line.text, wrap);
    return cut && !indentedText(next.text, line.text);
  };
}

/** The last characters of a full line in a list set in columns (`李四    某局副局` / `长`), at its own left edge. */
function isTail(line: SourceLine, next: SourceLine, { right, em }: Measure): boolean {
  const [from, to] = [leftOf(line), rightOf(line)];
  const tail = next.text.trim();
  if (!ALIGNED.test(line.text.trim()) || tail.length > LONGEST_TAIL || from === null || to === null) return false;
  const isHanging = to >= right - 1.6 * em && leftOf(next)! >= from - 0.3 * em && rightOf(next)! < to - em;
  return isHanging && !isSignature(tail) && findNumbering(tail) === null && !DATE_LINE.test(tail);
}

/** `2025` / `年3月` is one date, a heading and `日常巡查…` below it are two paragraphs. */
const cutsDate = (line: string, next: string): boolean =>
  /^\s*[年月日]/u.test(next) && /[\d０-９〇○Ｏ零一二三四五六七八九十年月]\s*$/u.test(line);

const sameSize = (line: SourceLine, next: SourceLine): boolean =>
  line.size === null || next.size === null || Math.abs(line.size - next.size) <= 0.15 * line.size;

/** An indent of two Chinese characters, one of them perhaps lost. */
const INDENT = 3;
const depthOf = (text: string): number => columnsOf(/^\s*/u.exec(text)![0]);
const MOST_INDENTED = 0.7;

/** Whether a file indents the first lines of its paragraphs only, and not all of its lines. */
function goesOnFlush(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text.trim() !== "");
  return filled.filter((text) => depthOf(text) >= INDENT).length < filled.length * MOST_INDENTED;
}

/** An indent of this many columns centres a line or sets it right: a title, a signature. */
const SET_APART = 10;

/** An indent opens a paragraph unless the line before is indented as deep (a file indented throughout). */
function indentedText(next: string, line: string): boolean {
  if (depthOf(next) >= SET_APART || depthOf(line) >= SET_APART) return true;
  return depthOf(next) >= INDENT && depthOf(next) > depthOf(line) + 1;
}

/** How many lines a bracket may run over; beyond that its closing mark is missing. */
const LONGEST_BRACKET = 10;

/** A line that breaks off inside a bracket, a date or a list goes on whatever its width. */
const isBroken = (open: readonly SourceLine[], next: string): boolean =>
  /[，、（(《“〔至]\s*$/u.test(open.at(-1)!.text) ||
  /^\s*[，。；、：）)》”〕%％]/u.test(next) ||
  cutsDate(open.at(-1)!.text, next) ||
  hasOpenBracket(open.slice(-LONGEST_BRACKET));

/** A number opens an item, but `2）` after `（附件` closes a bracket. */
const opensItem = (next: string, open: readonly SourceLine[]): boolean =>
  findNumbering(next) !== null && !(/^\s*\d{1,2}\s*[）)]/u.test(next) && hasOpenBracket(open.slice(-LONGEST_BRACKET)));

/** Whether the last bracket opened in some lines is still open; numbers like `1)` close nothing. */
function hasOpenBracket(lines: readonly SourceLine[]): boolean {
  let depth = 0;
  for (const character of lines.map((line) => line.text.replace(/^\s*\d{1,2}[)）]/u, "")).join("")) {
    if (/[（(《〔]/u.test(character)) depth++;
    if (/[）)》〕]/u.test(character)) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

const MOST_ADDRESSEE_LINES = 8;

/** 主送机关 are a paragraph of their own; `责任单位：` at a line's end is a label. */
function isAddressees(open: readonly SourceLine[]): boolean {
  if (open.length > MOST_ADDRESSEE_LINES) return false;
  const text = open.map((line) => line.text.trim()).join("");
  return isRecipients(text) && /各|政府|[局委]/u.test(text) && !/(?<!各|直|属)单位[：:]$/u.test(text);
}

/** 发文字号 alone on its line. */
const NUMBER_LINE = /^\s*[\p{Script=Han}]{1,12}[〔［[（(]\s*(?:19|20)\d{2}\s*[〕］\]）)]\s*\d{1,5}\s*号\s*$/u;

/** The last line of the 版记: `A县人民政府办公室 2022年5月9日印发`. */
const PRINTED_LINE = /^\s*\p{Script=Han}{4,30}\s*(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印[发刷制]\s*$/u;

/** A title as wide as the text, and the first words of a preamble or the bodies that made it below it. */
const endsTitle = (line: string, next: string): boolean =>
  (/^\s*(?:为|根据|按照|结合|经)/u.test(next) || isSignature(next)) && isTitleLine(line) && PLAN_WORD.test(line.trim());

function opensParagraph(next: string, line: string): boolean {
  if (ALIGNED.test(line.trim()) || ALIGNED.test(next.trim())) return true;
  if (isMemberLine(line) && opensMember(next)) return true;
  if (BRACKETED.test(next) || BRACKETED.test(line)) return true;
  if (isRecipients(line) || (isRecipients(next) && !/，/u.test(line)) || (SENTENCE_END.test(line) && isSignature(next)))
    return true;
  if (NUMBER_LINE.test(next) || NUMBER_LINE.test(line) || endsTitle(line, next)) return true;
  if (OPENS.test(next) || ROLE.test(next) || PRINTED_LINE.test(next) || DATE_LINE.test(next) || DATE_LINE.test(line))
    return true;
  const numbering = findNumbering(next);
  if (!numbering) return false;
  if (numbering.style === "decimal-path") return SENTENCE_END.test(line) || ITEM_END.test(line);
  return SENTENCE_END.test(line) || !/[、，,（(“《—]\s*$/u.test(line);
}

/** Joins lines: nothing between Chinese characters, one space between Latin words; runs keep their places. */
function joinToParagraph(lines: readonly SourceLine[]): SourceParagraph {
  let text = "";
  const runs: Run[] = [];
  for (const line of lines) {
    const trimmed = line.text.trim();
    const lead = line.text.indexOf(trimmed);
    if (text && needsSpace(text, trimmed)) text += " ";
    const shift = text.length - lead;
    runs.push(
      ...line.runs
        .map((run) => shiftRun(run, shift, text.length, text.length + trimmed.length))
        .filter((r) => r.end > r.start),
    );
    text += trimmed;
  }
  return { kind: "paragraph", text, page: lines[0]!.page, runs };
}

/** Two Latin words keep a space; a number that the line end cut (`20|23年`) does not. */
const needsSpace = (before: string, after: string): boolean =>
  !endsWide(before) && !startsWide(after) && !(/\d$/u.test(before) && /^\d/u.test(after));

const shiftRun = (run: Run, shift: number, least: number, most: number): Run => ({
  ...run,
  start: Math.max(least, run.start + shift),
  end: Math.min(most, run.end + shift),
});
