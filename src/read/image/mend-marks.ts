import { foldRadicals } from "../../core/fold-radicals.ts";
import { startsWide } from "../../core/tidy.ts";

/** Marks that the model may give narrow though the print is full-width, by what stands beside them. */
const WIDE_MARKS: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "!": "！",
  "?": "？",
  "(": "（",
  ")": "）",
};
const SQUARE_OPEN = /^[[〔［【]$/u;
const SQUARE_CLOSE = /^[\]〕］】]$/u;
const DIGIT = /^\d$/u;
/** What the model takes for one another, and only the digits on both sides tell apart. */
const BETWEEN_DIGITS: Readonly<Record<string, string>> = { O: "0", o: "0", 〇: "0", l: "1", I: "1", "|": "1", 一: "—" };

/**
 * Puts right, character by character, what the model cannot see in a strip: full-width marks beside Chinese
 * (`有关部门,` → `有关部门，`), the six-cornered brackets of a document number (`[2020]` → `〔2020〕`, GB/T 9704-2012
 * §7.2.5), straight quotation marks, a dash or zero between digits (`2一3` → `2—3`).
 */
export function mendMarks(characters: readonly string[]): string[] {
  const mended = characters.map((character, at) =>
    foldRadicals(mendDigit(character, characters[at - 1], characters[at + 1])),
  );
  mendYears(mended);
  mendQuotes(mended);
  return mendWide(mended);
}

function mendDigit(character: string, before = "", after = ""): string {
  const meant = BETWEEN_DIGITS[character];
  return meant !== undefined && DIGIT.test(before) && DIGIT.test(after) ? meant : character;
}

/** Square brackets around a year: changes the list in place. */
function mendYears(characters: string[]): void {
  for (let at = 0; at + 5 < characters.length; at += 1) {
    const isYear = [1, 2, 3, 4].every((step) => DIGIT.test(characters[at + step]!));
    if (!isYear || !SQUARE_OPEN.test(characters[at]!) || !SQUARE_CLOSE.test(characters[at + 5]!)) continue;
    characters[at] = "〔";
    characters[at + 5] = "〕";
  }
}

function mendQuotes(characters: string[]): void {
  let open = false;
  characters.forEach((character, at) => {
    if (character === "“" || character === "”") open = character === "“";
    if (character !== '"') return;
    open = !open;
    characters[at] = open ? "“" : "”";
  });
}

function mendWide(characters: readonly string[]): string[] {
  const wide = characters.map((character, at) => {
    const meant = WIDE_MARKS[character];
    if (meant === undefined) return character;
    const [before, after] = [characters[at - 1] ?? "", characters[at + 1] ?? ""];
    return startsWide(before) || startsWide(after) ? meant : character;
  });
  return matchBrackets(wide);
}

/** A round bracket is as wide as its partner. */
function matchBrackets(characters: string[]): string[] {
  const open: number[] = [];
  characters.forEach((character, at) => {
    if (character === "(" || character === "（") open.push(at);
    if (character !== ")" && character !== "）") return;
    const partner = open.pop();
    if (partner === undefined) return;
    const wide = character === "）" || characters[partner] === "（";
    characters[partner] = wide ? "（" : "(";
    characters[at] = wide ? "）" : ")";
  });
  return characters;
}
