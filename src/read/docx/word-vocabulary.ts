import type { Vocabulary } from "../../core/xml/parse-xml.ts";

/** Namespaces by prefix; ISO 29500 Strict files use the purl.oclc.org names. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "rel"],
]);

/** Text counts only here; elsewhere it is indentation. */
const HOLDS_TEXT = new Set(["w:t", "w:instrText", "m:t"]);

/**
 * Names have the usual prefix of their namespace (`w:p`), whatever the file uses; an element of a foreign namespace is
 * named `x:` and its local name.
 */
export const WORD: Vocabulary = {
  nameOf: (namespace, localName) => (namespace === "" ? localName : `${PREFIXES.get(namespace) ?? "x"}:${localName}`),
  readText: (holder, text) => (HOLDS_TEXT.has(holder) ? text.replace(/[\r\n]+/gu, " ") : null),
};
