import { withChildren, type XmlElement, type XmlNode } from "../../core/xml/xml-node.ts";
import { withLeading } from "./word-node.ts";

/**
 * Joins each paragraph whose mark is gone with the paragraph behind it, whose properties it takes (ECMA-376
 * §17.13.5.15). One that holds nothing disappears; one without a paragraph behind it stays as it is.
 */
export function joinParagraphs(blocks: readonly XmlNode[], isOpen: (paragraph: XmlElement) => boolean): XmlNode[] {
  const joined: XmlNode[] = [];
  let waiting: XmlElement[] = [];
  const settle = () => {
    if (waiting.length > 0) joined.push(withLeading(waiting[0]!, waiting.slice(1).flatMap(contentOf)));
    waiting = [];
  };
  for (const block of blocks) {
    if (typeof block === "string" || block.name !== "w:p") {
      settle();
      joined.push(block);
    } else if (isOpen(block)) {
      if (contentOf(block).length > 0) waiting.push(block);
    } else {
      joined.push(withLeading(block, waiting.flatMap(contentOf)));
      waiting = [];
    }
  }
  settle();
  return joined;
}

const contentOf = (paragraph: XmlElement): XmlNode[] =>
  paragraph.children.filter((child) => typeof child === "string" || child.name !== "w:pPr");

const CONTAINERS = new Set(["w:body", "w:tc", "w:txbxContent"]);

/** Applies a change to the children of a body, cell or text box; other elements stay as they are. */
export const changeBlocks = (node: XmlElement, change: (blocks: readonly XmlNode[]) => XmlNode[]): XmlElement =>
  CONTAINERS.has(node.name) ? withChildren(node, change(node.children)) : node;
