/** Half-width marks that a drafter typed among Chinese characters. */
const NARROW_MARKS = /(?<=[\p{Script=Han}）)”》\d%％])[,;:](?=[\p{Script=Han}“《（(\s\d]|$)/gu;
const WIDE_MARKS: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：" };

/** Half-width commas, semicolons and colons of Chinese text as full-width ones, for cutting clauses; the length stays. */
export const foldMarks = (text: string): string =>
  text.replace(NARROW_MARKS, (mark, at: number) => (isNumeral(text, at) ? mark : WIDE_MARKS[mark]!));

/** `1,800` and `18:00` are numerals. */
const isNumeral = (text: string, at: number): boolean =>
  /\d/u.test(text[at - 1] ?? "") && /\d/u.test(text[at + 1] ?? "");

const FULL_WIDTH = /[０-９％．－]/gu;

/** Full-width digits, percent sign, point and hyphen as half-width ones; the length stays (`２０２２年` → `2022年`). */
export const foldWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
