import type { Vocabulary } from "../../../core/xml/parse-xml.ts";

const HOLDS_TEXT = new Set(["t", "v"]);
const RELATIONSHIPS = /\/officeDocument(?:\/2006)?\/relationships$/u;

/**
 * SpreadsheetML by local names: files of the strict and the transitional kind (ECMA-376 Part 1 and 4) name the same elements in other
 * namespaces. An attribute that points to a relationship is `r:id`.
 */
export const SHEET_VOCABULARY: Vocabulary = {
  nameOf: (namespace, localName) => (RELATIONSHIPS.test(namespace) ? `r:${localName}` : localName),
  readText: (holder, text) => (HOLDS_TEXT.has(holder) ? text : null),
};
