import { foldRadicals } from "../../core/fold-radicals.ts";

/**
 * White space as a browser draws it, except that a line end of the page's source between two Chinese characters is
 * nothing; `&nbsp;` and `&emsp;` become spaces and are kept inside: they set signing bodies apart.
 */
export function tidyText(text: string): string {
  return foldRadicals(text)
    .replace(/[ \t\f]+/g, " ")
    .replace(/ ?[\r\n][ \t\r\n\f]*/g, "\n")
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef“”‘’])\n(?=[\u3000-\u9fff\uff00-\uffef“”‘’])/g, "")
    .replace(/\n/g, " ")
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, " ")
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .trim();
}
