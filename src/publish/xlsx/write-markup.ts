/** What XML 1.0 cannot hold (§2.2), and lone halves of characters. */
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** `_x0041_` in a text means A to a spreadsheet (ST_Xstring, ECMA-376 Part 1 §22.9.2.19): the underscore is written so itself. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/gu;

export const LONGEST_CELL = 32_767;

/** A text for an element or attribute; what XML cannot hold is dropped. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(ILLEGAL, "")
    .replace(/[&<>"]/gu, (mark) => ENTITIES[mark]!);

/** A text for a cell: as long as a cell may be. */
export const escapeCell = (text: string): string =>
  escapeXml(
    text
      .slice(0, LONGEST_CELL)
      .replace(/[\uD800-\uDBFF]$/u, "")
      .replace(/\r\n?/gu, "\n"),
  ).replace(ESCAPE_LIKE, "_x005F_");

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes an element; `content` is markup. Attributes that are undefined or false are left out, true is `1`. */
export function tag(name: string, attributes: Attributes = {}, content: string | readonly string[] = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}="${value === true ? "1" : escapeXml(String(value))}"`)
    .join("");
  const inner = typeof content === "string" ? content : content.join("");
  return inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

export const xmlPart = (root: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
