const FULL_WIDTH = /[０-９％．－]/gu;

/** Full-width digits, percent sign, point and hyphen as half-width ones; the length stays (`２０２２年` → `2022年`). */
export const foldWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
