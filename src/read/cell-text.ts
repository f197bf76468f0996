const HAN = String.raw`\p{Script=Han}`;
const SPACE = String.raw`[ \u3000\u00a0\t]`;
const PARAGRAPH_TAGS = /<\/?(?:p|span|div|b|strong|u|font)(?:\s[^<>]{0,200})?>/gi;
const BREAK_TAG = /<br\s*\/?>/gi;
/** `建 立 健 全`, `内 容`: a run of single characters, alone between its neighbours. */
const LONE_CHARACTERS = new RegExp(`(?<![^\\s、：:（(])${HAN}(?:${SPACE}+${HAN})+(?![^\\s：:（()）])`, "gu");
/** `各乡 街`, `占地面 积`: no entry of a cell is one character, so a last one is a wrap of the narrow column. */
const LAST_CHARACTER = new RegExp(`(${HAN})${SPACE}(${HAN})$`, "u");
const LABEL = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])|[（(]\s*\d{1,3}\s*分\s*[）)]$/u;
const BETWEEN_HAN = new RegExp(`(?<=[${HAN}、）)])${SPACE}+(?=[${HAN}（(])`, "gu");
const NARROW = new RegExp(
  `^(?:\\S{1,4}、)?${SPACE}*${HAN}{1,2}(?:${SPACE}+${HAN}{1,2}){2,}(?:${SPACE}*[（(].*)?$`,
  "u",
);
/** `拟 创建 称 号`: mostly single characters, so every gap in it is alignment. */
const PIECES = new RegExp(`^${HAN}{1,6}(?:${SPACE}+${HAN}{1,6})+$`, "u");
/** A date to fill in keeps its gaps. */
const BLANK_DATE = /年\s+月\s+日/;

/**
 * A cell's text: alignment spaces between single characters (`内 容`, `一、 建 立 健 全`) and in a narrow label
 * (`二、 打造 绿色 安全 (40 分)`) are closed up, spaces between entries (`现场查看 查阅资料`) stay.
 */
export function cleanCell(text: string): string {
  const plain = text.replace(BREAK_TAG, "\n").replace(PARAGRAPH_TAGS, "").trim();
  if (BLANK_DATE.test(plain)) return plain;
  if (LABEL.test(plain) && NARROW.test(plain)) return plain.replace(BETWEEN_HAN, "");
  if (isSpacedOut(plain)) return plain.replace(BETWEEN_HAN, "");
  return closeUpCharacters(plain).replace(LAST_CHARACTER, "$1$2");
}

function isSpacedOut(text: string): boolean {
  if (!PIECES.test(text)) return false;
  const pieces = text.split(/\s+/);
  return pieces.filter((piece) => piece.length === 1).length * 2 > pieces.length;
}

/** `索  镇` → `索镇`, `组 长：` → `组长：`. */
export const closeUpCharacters = (text: string): string =>
  text.replace(LONE_CHARACTERS, (run) => run.replace(/[ \u3000\u00a0\t]+/g, ""));
