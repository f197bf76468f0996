/** Han characters with the punctuation, brackets and full-width forms that stand among them. */
const WIDE = "\\p{Script=Han}\u2014\u2018\u2019\u201c\u201d\u2026\u3001-\u3017\u2460-\u2473\uff00-\uffef";
const BETWEEN_WIDE = new RegExp(`(?<=[${WIDE}])\\s+(?=[${WIDE}])`, "gu");

/**
 * Joins wrapped lines: white space between two Chinese characters goes, any other run of white
 * space becomes one space (`绿色社\n区 创建` → `绿色社区创建`, `GB/T  5033` → `GB/T 5033`).
 */
export const tidy = (text: string): string => text.replace(BETWEEN_WIDE, "").replace(/\s+/gu, " ").trim();

/** The text without any white space, for comparing. */
export const squash = (text: string): string => text.replace(/\s+/gu, "");

/** Whether the string's first character is Chinese (Han or full-width punctuation). */
export const startsWide = (text: string): boolean => new RegExp(`^[${WIDE}]`, "u").test(text);
export const endsWide = (text: string): boolean => new RegExp(`[${WIDE}]$`, "u").test(text);
