import type { Level } from "./numbered-list.ts";

/**
 * What stands between number and text. Behind 、 or ） nothing is printed that one would type; `第一章 总则` has its
 * space (but not `一` before a typed `、`), and so must `1. 2023年`, whose number would run into the year.
 */
export function gapBetween(number: string, text: string, level: Level | undefined): string {
  if (text === "" || level?.suffix === "nothing") return "";
  const runsOn =
    (/[\p{Script=Han}A-Za-z0-9０-９]$/u.test(number) && /^[^\s、.．:：)）]/u.test(text)) ||
    (/[.．]$/u.test(number) && /^\s*\d/u.test(text));
  return runsOn ? " " : "";
}
