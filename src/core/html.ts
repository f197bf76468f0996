/** Markup that may stand in a page as it is. Only `html` makes it. */
export interface Html {
  readonly markup: string;
}

/** What may stand between two pieces of markup; null is nothing, a text is escaped. */
export type HtmlContent = Html | string | number | null | readonly HtmlContent[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Marks that turn the direction of what follows (U+202E …) would let a file rewrite the page around its text. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu;

/** Escapes a text for an element or a quoted attribute; control and direction marks come out as U+FFFD, line breaks stay. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNSEEN, (mark) => (mark === "\n" || mark === "\t" ? mark : "\uFFFD"))
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);

/** Makes markup of a template; whatever stands in `${}` is escaped unless it is markup itself. */
export const html = (pieces: TemplateStringsArray, ...contents: readonly HtmlContent[]): Html => ({
  markup: pieces.reduce((markup, piece, index) => markup + markupOf(contents[index - 1] ?? null) + piece),
});

function markupOf(content: HtmlContent): string {
  if (content === null) return "";
  if (typeof content === "string" || typeof content === "number") return escapeHtml(String(content));
  return "markup" in content ? content.markup : content.map(markupOf).join("");
}
