import type { Vocabulary } from "../../core/xml/parse-xml.ts";

/** Names go without a prefix: producers write `ofd:`, another prefix or none, and the drafts' namespaces besides. */
export const OFD: Vocabulary = {
  nameOf: (_, localName) => localName,
  readText: (holder, text) => (holder === "TextCode" ? unwrap(text) : text.trim() || null),
};

/** A line break is no character that could be drawn: it and the indentation around it come from printing the XML. */
function unwrap(text: string): string {
  const lines = text.split(/[\r\n]+/u);
  return lines.length === 1 ? text : lines.map((line) => line.trim()).join("");
}
