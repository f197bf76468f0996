import { childElements, withChildren, type XmlElement, type XmlNode } from "../../core/xml/xml-node.ts";
import { changeBlocks } from "./join-paragraphs.ts";
import { transformTree } from "./word-node.ts";

/** Moves the content of text boxes behind the paragraph that they hang on. */
export const liftTextBoxes = (document: XmlElement): XmlElement =>
  transformTree(document, (node) => changeBlocks(node, (blocks) => blocks.flatMap(liftFrom)));

function liftFrom(block: XmlNode): XmlNode[] {
  if (typeof block === "string" || block.name !== "w:p") return [block];
  const boxes = childElements(block).flatMap((child) => childElements(child, "w:txbxContent"));
  if (boxes.length === 0) return [block];
  const host = withChildren(
    block,
    block.children.map((child) => (typeof child === "string" ? child : withoutBoxes(child))),
  );
  return [host, ...boxes.flatMap((box) => box.children)];
}

const withoutBoxes = (run: XmlElement): XmlElement =>
  withChildren(
    run,
    run.children.filter((child) => typeof child === "string" || child.name !== "w:txbxContent"),
  );
