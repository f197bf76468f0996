/** Characters that take two columns on a terminal: Han, kana, full-width forms and CJK punctuation (UAX #11, W and F). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /[\p{Mn}\p{Cf}\p{Cc}]/u;

const widthOf = (character: string): number => (WIDE.test(character) ? 2 : NO_WIDTH.test(character) ? 0 : 1);

/** How many columns a text takes on a terminal: `绿色 A` → 6. */
export const textWidth = (text: string): number =>
  [...text].reduce((width, character) => width + widthOf(character), 0);

/** Control characters, and the marks that turn the direction of what follows them on a terminal. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** Cuts a text to a number of columns, with … where something was cut; control characters go. */
export function clipText(text: string, columns: number): string {
  const plain = text.replace(UNSEEN, " ");
  if (textWidth(plain) <= columns) return plain;
  let clipped = "";
  let width = 0;
  for (const character of plain) {
    width += widthOf(character);
    if (width > columns - 1) break;
    clipped += character;
  }
  return `${clipped}…`;
}

/** Cuts a path to a number of columns at its start, for its end tells files apart: `…3842449fc20d73d/plan.pdf`. */
export const clipPath = (path: string, columns: number): string => reverse(clipText(reverse(path), columns));

const reverse = (text: string): string => [...text].reverse().join("");

/** Fills a text up with spaces to a number of columns. */
export const padText = (text: string, columns: number, side: "left" | "right" = "left"): string => {
  const fill = " ".repeat(Math.max(0, columns - textWidth(text)));
  return side === "left" ? text + fill : fill + text;
};
