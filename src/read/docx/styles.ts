import { childElements, findChild, findDescendant, type XmlElement } from "../../core/xml/xml-node.ts";
import { findValue } from "./word-node.ts";

/** A chain of styles longer than any that Word lets one build. */
const LONGEST_CHAIN = 32;

/** The styles of a document. A chain is a style and what it is based on, nearest first. */
export interface Styles {
  /** Ids of the styles that a paragraph follows; the default style where it names none. */
  readonly paragraphChain: (paragraph: XmlElement) => readonly XmlElement[];
  readonly chain: (styleId: string | null) => readonly XmlElement[];
}

export function createStyles(root: XmlElement | null): Styles {
  const styles = childElements(root, "w:style");
  const byId = new Map(styles.map((style) => [style.attributes["w:styleId"] ?? "", style]));
  const standard = styles.find((one) => one.attributes["w:type"] === "paragraph" && isDefault(one));
  const chains = new Map<string, readonly XmlElement[]>();
  const chain = (styleId: string | null): readonly XmlElement[] => {
    if (styleId === null) return [];
    const known = chains.get(styleId) ?? followChain(byId, styleId);
    chains.set(styleId, known);
    return known;
  };
  const paragraphChain = (paragraph: XmlElement) =>
    chain(findValue(paragraph, "w:pPr", "w:pStyle") ?? standard?.attributes["w:styleId"] ?? null);
  return { chain, paragraphChain };
}

const isDefault = (style: XmlElement): boolean => /^(?:1|true|on)$/u.test(style.attributes["w:default"] ?? "");

function followChain(byId: ReadonlyMap<string, XmlElement>, styleId: string): XmlElement[] {
  const chain: XmlElement[] = [];
  let style = byId.get(styleId);
  while (style && chain.length < LONGEST_CHAIN) {
    chain.push(style);
    style = byId.get(findValue(style, "w:basedOn") ?? "");
  }
  return chain;
}

/** Finds what a paragraph's own properties say, else what the nearest of its styles says, else null. */
export function findInherited<T>(
  paragraph: XmlElement,
  styles: Styles,
  find: (properties: XmlElement | null) => T | null,
): T | null {
  const own = find(findChild(paragraph, "w:pPr"));
  return own ?? findInChain(styles.paragraphChain(paragraph), (style) => find(findDescendant(style, "w:pPr")));
}

/** Finds what the nearest style of a chain says, or null. */
export function findInChain<T>(chain: readonly XmlElement[], find: (style: XmlElement) => T | null): T | null {
  for (const style of chain) {
    const found = find(style);
    if (found !== null) return found;
  }
  return null;
}
