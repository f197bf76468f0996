import { findChild, findDescendant, withChildren, type XmlElement } from "../../core/xml/xml-node.ts";
import { changeBlocks, joinParagraphs } from "./join-paragraphs.ts";
import { transformTree } from "./word-node.ts";

/** Accepts the tracked changes that properties hold: deleted paragraph marks, rows and cells (ECMA-376 §17.13.5). */
export const acceptChanges = (document: XmlElement): XmlElement =>
  transformTree(document, (node) =>
    changeBlocks(withoutDeleted(node), (blocks) => joinParagraphs(blocks, isMarkDeleted)),
  );

function isMarkDeleted(paragraph: XmlElement): boolean {
  const mark = findDescendant(paragraph, "w:pPr", "w:rPr");
  return findChild(mark, "w:del") !== null || findChild(mark, "w:moveFrom") !== null;
}

const withoutDeleted = (node: XmlElement): XmlElement =>
  withChildren(
    node,
    node.children.filter((child) => typeof child === "string" || !isDeleted(child)),
  );

const isDeleted = (node: XmlElement): boolean =>
  findDescendant(node, "w:trPr", "w:del") !== null || findDescendant(node, "w:tcPr", "w:cellDel") !== null;
