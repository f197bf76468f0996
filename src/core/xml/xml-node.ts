/** An XML element; how its own and its attributes' names are written is the vocabulary's choice (`w:p`, `TextObject`). */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

export const element = (
  name: string,
  attributes: XmlElement["attributes"] = {},
  children: readonly XmlNode[] = [],
): XmlElement => ({ name, attributes, children });

/** Child elements, all or those of one name. */
export const childElements = (parent: XmlElement | null, name?: string): XmlElement[] =>
  (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name),
  );

export const findChild = (parent: XmlElement | null, name: string): XmlElement | null =>
  (parent?.children.find((child) => typeof child !== "string" && child.name === name) as XmlElement | undefined) ??
  null;

/** Finds the element at a path of names, or null. */
export const findDescendant = (parent: XmlElement | null, ...path: string[]): XmlElement | null =>
  path.reduce<XmlElement | null>((at, name) => findChild(at, name), parent);

export const withChildren = (parent: XmlElement, children: readonly XmlNode[]): XmlElement => ({ ...parent, children });

/** All the text in a tree, in order. */
export const textOf = (node: XmlNode): string =>
  typeof node === "string" ? node : node.children.map((child) => textOf(child)).join("");
