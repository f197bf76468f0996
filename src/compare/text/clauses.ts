import { foldText } from "./fold-text.ts";

/** A stretch between pauses, `[start, end)` of its text, without the mark that closes it. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `财政信息公开：` names what follows. */
  readonly isLabel: boolean;
}

const PAUSE = /[，。；：！？\n（）()【】]/u;

/** Cuts a text at its pauses (`，。；：` and brackets); `、` joins the members of a list and does not cut. */
export function splitClauses(text: string): Clause[] {
  const plain = foldText(text);
  const clauses: Clause[] = [];
  let start = 0;
  for (let at = 0; at <= plain.length; at++) {
    if (at < plain.length && (!PAUSE.test(plain[at]!) || isRatio(plain, at))) continue;
    if (/[\p{L}\p{N}]/u.test(plain.slice(start, at)))
      clauses.push({ start, end: at, text: text.slice(start, at), isLabel: plain[at] === "：" });
    start = at + 1;
  }
  return clauses;
}

/** The colon of `1：12`. */
const isRatio = (text: string, at: number): boolean =>
  text[at] === "：" && /\d/u.test(text[at - 1] ?? "") && /\d/u.test(text[at + 1] ?? "");

/** The members of a list in a clause (`道路平整、排水畅通`); none where it has no `、`. */
export const splitMembers = (clause: string): string[] => (clause.includes("、") ? clause.split("、") : []);
