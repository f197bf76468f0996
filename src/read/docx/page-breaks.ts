import { element, findChild, findDescendant, withChildren, type XmlElement } from "../../core/xml/xml-node.ts";
import { findInherited, type Styles } from "./styles.ts";
import { findToggle, findValue, transformTree, withLeading } from "./word-node.ts";

const PAGE_BREAK = element("w:r", {}, [element("w:br", { "w:type": "page" })]);

/** Sections that go on where the one before ended (ECMA-376 §17.18.77); all others begin a page. */
const SAME_PAGE = new Set(["continuous", "nextColumn"]);

/** Writes the page breaks that properties state (`w:pageBreakBefore`, a section that begins a page) as break characters. */
export function writePageBreaks(document: XmlElement, styles: Styles): XmlElement {
  const types = sectionTypes(document);
  let section = 0;
  return transformTree(document, (node) => {
    if (node.name !== "w:p") return node;
    const ends = findDescendant(node, "w:pPr", "w:sectPr") !== null;
    if (ends) section++;
    const breaksAfter = ends && !SAME_PAGE.has(types[section] ?? "nextPage");
    const breaksBefore =
      findInherited(node, styles, (properties) => findToggle(properties, "w:pageBreakBefore")) ?? false;
    const begun = breaksBefore ? withLeading(node, [PAGE_BREAK]) : node;
    return breaksAfter ? withChildren(begun, [...begun.children, PAGE_BREAK]) : begun;
  });
}

/** How each section begins, in order: its type stands at its end, in its last paragraph or at the end of the body. */
function sectionTypes(document: XmlElement): string[] {
  const types: string[] = [];
  const add = (section: XmlElement | null) => {
    if (section) types.push(findValue(section, "w:type") ?? "nextPage");
  };
  transformTree(document, (node) => {
    if (node.name === "w:p") add(findDescendant(node, "w:pPr", "w:sectPr"));
    if (node.name === "w:body") add(findChild(node, "w:sectPr"));
    return node;
  });
  return types;
}
