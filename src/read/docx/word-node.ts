import {
  element,
  findChild,
  findDescendant,
  withChildren,
  type XmlElement,
  type XmlNode,
} from "../../core/xml/xml-node.ts";

/** The `w:val` of the element at a path of names, or null. */
export const findValue = (parent: XmlElement | null, ...path: string[]): string | null =>
  findDescendant(parent, ...path)?.attributes["w:val"] ?? null;

/** As `findValue`, for whole numbers of at most six digits; anything else is null. */
export function findNumber(parent: XmlElement | null, ...path: string[]): number | null {
  const value = findValue(parent, ...path);
  return value !== null && /^\d{1,6}$/u.test(value) ? Number(value) : null;
}

const OFF = new Set(["0", "false", "off"]);

/** A toggle property (ECMA-376 §17.7.3): `<w:vanish/>` is on, `w:val="0"` off, absent null. */
export function findToggle(parent: XmlElement | null, name: string): boolean | null {
  const toggle = findChild(parent, name);
  return toggle === null ? null : !OFF.has(toggle.attributes["w:val"] ?? "");
}

const PROPERTIES = new Set(["w:pPr", "w:rPr", "w:tblPr", "w:tblPrEx", "w:trPr", "w:tcPr", "w:sectPr", "w:tblGrid"]);

/** Whether an element says what its parent is like, not what it holds. */
export const isProperties = (node: XmlElement): boolean => PROPERTIES.has(node.name);

/** Rebuilds a tree from the leaves up; properties are left alone. `visit` sees each element with its new children. */
export function transformTree(root: XmlElement, visit: (node: XmlElement) => XmlElement): XmlElement {
  const children = root.children.map((child) =>
    typeof child === "string" || isProperties(child) ? child : transformTree(child, visit),
  );
  return visit(withChildren(root, children));
}

/** A run that holds one text. */
export const textRun = (text: string): XmlElement => element("w:r", {}, [element("w:t", {}, [text])]);

/** Puts runs at the start of a paragraph, behind its properties. */
export function withLeading(paragraph: XmlElement, runs: readonly XmlNode[]): XmlElement {
  const isFirst = (child: XmlNode) => typeof child !== "string" && child.name === "w:pPr";
  const [properties, content] = [paragraph.children.filter(isFirst), paragraph.children.filter((one) => !isFirst(one))];
  return withChildren(paragraph, [...properties, ...runs, ...content]);
}
