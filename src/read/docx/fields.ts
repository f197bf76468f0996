import { element, findDescendant, withChildren, type XmlElement, type XmlNode } from "../../core/xml/xml-node.ts";
import { findToggle, transformTree } from "./word-node.ts";

/** Fields whose result says where a word stands on paper, not what the document says (ECMA-376 §17.16.5). */
const PAGE_NUMBER = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/u;

interface Field {
  instruction: string;
  result: boolean;
}

/**
 * Resolves fields: their instructions and page numbers go, other results stay, and a check box becomes □ or ☑.
 * A field that runs over several paragraphs (a table of contents) is left behind at the end of its first one.
 */
export const resolveFields = (document: XmlElement): XmlElement =>
  transformTree(document, (node) => (node.name === "w:p" ? resolveParagraph(node) : node));

function resolveParagraph(paragraph: XmlElement): XmlElement {
  const open: Field[] = [];
  const resolveChildren = (node: XmlElement): XmlElement =>
    withChildren(
      node,
      node.children.flatMap((child) => resolveNode(child)),
    );
  const resolveNode = (node: XmlNode): XmlNode[] => {
    if (typeof node === "string") return [node];
    if (node.name === "w:fldSimple")
      return PAGE_NUMBER.test(instructionOf(node)) ? [] : resolveChildren(node).children.slice();
    if (node.name === "w:r") return [resolveChildren(node)];
    if (node.name === "w:fldChar") return followField(open, node);
    if (node.name === "w:instrText") {
      const field = open.at(-1);
      if (field && !field.result) field.instruction += node.children.join("");
      return [];
    }
    return open.every(isShown) ? [node] : [];
  };
  return resolveChildren(paragraph);
}

const instructionOf = (field: XmlElement): string => field.attributes["w:instr"] ?? "";

const isShown = (field: Field): boolean => field.result && !PAGE_NUMBER.test(field.instruction);

function followField(open: Field[], mark: XmlElement): XmlNode[] {
  const type = mark.attributes["w:fldCharType"];
  const field = open.at(-1);
  if (type === "separate" && field) field.result = true;
  if (type === "end") open.pop();
  if (type !== "begin") return [];
  open.push({ instruction: "", result: false });
  const checkBox = findDescendant(mark, "w:ffData", "w:checkBox");
  if (checkBox === null || !open.slice(0, -1).every(isShown)) return [];
  const checked = findToggle(checkBox, "w:checked") ?? findToggle(checkBox, "w:default") ?? false;
  return [element("w:t", {}, [checked ? "☑" : "□"])];
}
