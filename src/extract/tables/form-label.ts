import { tidy } from "../../core/tidy.ts";
import { isNote } from "./row-words.ts";

const BLANK_DATE = /\s*(?:\d{0,4}|[_＿]*)\s*年\s*[_＿]*\s*月\s*[_＿]*\s*日\s*$/u;
const STAMP = /[（(]?\s*(?:盖\s*章|公\s*章|签\s*[字名章]|印章)\s*[）)]?\s*[：:]?\s*$/u;
const BRACKET = /^\s*[（(][^（）()]*[）)]\s*$/u;
const OPINION = /意见|情况|说明|结论|承诺|评价|申请/u;
const LONGEST = 60;
const LONGEST_CELL = 500;

/** The label that a form's cell holds, or null where the cell is to be filled in (`（盖章） 年 月 日`, `□是 □否`, `____`). */
export function findLabel(text: string): string | null {
  if (text.length > LONGEST_CELL) return null;
  const plain = tidy(dropLeading(text).replace(/[_＿]{2,}.*$/su, ""));
  if (
    plain === "" ||
    plain.length > LONGEST ||
    /[□☐▢]/u.test(plain) ||
    /^[\d.\s/％%¥￥元]+$/u.test(plain) ||
    BRACKET.test(plain) ||
    isNote(plain)
  )
    return null;
  const undated = plain.replace(BLANK_DATE, "");
  const isDated = undated !== plain;
  const bare = undated
    .replace(STAMP, "")
    .replace(/[：:]$/u, "")
    .trim();
  if (/^[\s（()）：:、]*$/u.test(bare)) return null;
  if (isDated && bare !== undated && !OPINION.test(bare)) return null;
  if (isDated) return bare;
  return undated.replace(/[：:]\s*$/u, "").trim() || null;
}

/** A text file's wrapped lines may put the next row's label below what a cell is to be filled in with: `（盖章）\n区级意见`. */
function dropLeading(text: string): string {
  const lines = text.split("\n");
  const first = lines.findIndex(
    (line) => line.replace(BLANK_DATE, "").replace(BRACKET, "").replace(STAMP, "").trim() !== "",
  );
  return first > 0 ? lines.slice(first).join("\n") : text;
}
