import type { Paragraph } from "../../core/document.ts";
import { findNumbering } from "../../core/numbering.ts";
import { tidy } from "../../core/tidy.ts";
import { isNote, isNoteMark, isTotalLabel } from "./row-words.ts";

const MOST_NOTES = 40;
const ABOUT_SCORES = /分|考核|考评|评价|评定|测评|验收|本(?:细则|标准|表|办法|指标|体系|方案)|否决/u;
const FURNITURE = /^(?:抄送|抄报|主送|附件|附\s*[：:])|印发$|年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$|^[（(]此件/u;

/** The lines below a table that explain it: from 说明/注/要求 on as long as they are numbered or speak of scores. */
export function findNotes(after: readonly Paragraph[]): string[] {
  const lines = after
    .flatMap(({ block }) => block.text.split("\n"))
    .map(tidy)
    .filter((line) => line && !isTotalLabel(line));
  const notes: string[] = [];
  let last = 0;
  for (const line of lines.slice(0, MOST_NOTES)) {
    if (FURNITURE.test(line)) break;
    const isFirst = isNote(line) || isBareMark(line);
    const value = numberOf(line);
    const goesOn = notes.length > 0 && (value === null ? ABOUT_SCORES.test(line) : value === last + 1);
    if (!isFirst && !goesOn && !(notes.length === 0 && isSentence(line))) break;
    notes.push(line);
    last = value ?? last;
  }
  return notes.filter((line) => !isBareMark(line));
}

/** The number of a line, also behind its mark: `注：1．本表…`, or null. A chapter of the plan below is out of step. */
function numberOf(line: string): number | null {
  const text = line.replace(MARK, "");
  // `注：1．95分及以上为优秀`: the wide point behind a note's number is no decimal point.
  const wide = /^(\d{1,2})．/u.exec(text)?.[1];
  return wide ? Number(wide) : (findNumbering(text)?.value ?? null);
}

const MARK = /^(?:说明|附?注|备注|要求|注意事项|(?:评分|考核|有关|几点)说明)\s*[：:]\s*/u;

const isBareMark = (line: string): boolean => isNoteMark(line) || /^要求[：:]$/u.test(line);

/** A line without a mark is a note only where it speaks of the scores that the table gives. */
const isSentence = (line: string): boolean =>
  /。$/u.test(line) && /(?:总分|得分|满分|分值|\d\s*分)/u.test(line) && findNumbering(line) === null;

/** The total that notes and lines below the table state: `合计：100分`, `满分为100分`, `实行百分制`. */
export function findStatedTotal(after: readonly Paragraph[], notes: readonly string[]): number | null {
  for (const text of [
    ...after
      .slice(0, 5)
      .map(({ block }) => tidy(block.text))
      .filter(isTotalLabel),
    ...notes,
  ]) {
    const match = /(?:总分|满分|合计|总计|总分值)[值为共是计：:\s]{0,4}(\d{2,4})\s*分(?!以|及|（含|\(含)/u.exec(text);
    if (match) return Number(match[1]);
    if (/(?:实行|采用|采取|按)百分制/u.test(text)) return 100;
  }
  return null;
}
