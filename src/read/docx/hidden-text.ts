import { findChild, findDescendant, withChildren, type XmlElement } from "../../core/xml/xml-node.ts";
import { findInChain, type Styles } from "./styles.ts";
import { findToggle, findValue, transformTree } from "./word-node.ts";

/** Drops runs that Word does not show (`w:vanish`), whether they say so themselves or their style does. */
export const dropHiddenText = (document: XmlElement, styles: Styles): XmlElement =>
  transformTree(document, (node) => (node.name === "w:p" ? withoutHidden(node, styles) : node));

function withoutHidden(paragraph: XmlElement, styles: Styles): XmlElement {
  const inherited = findInChain(styles.paragraphChain(paragraph), isHiddenStyle) ?? false;
  const shown = paragraph.children.filter(
    (child) => typeof child === "string" || child.name !== "w:r" || !isHiddenRun(child, styles, inherited),
  );
  return withChildren(paragraph, shown);
}

const isHiddenRun = (run: XmlElement, styles: Styles, inherited: boolean): boolean =>
  findToggle(findChild(run, "w:rPr"), "w:vanish") ??
  findInChain(styles.chain(findValue(run, "w:rPr", "w:rStyle")), isHiddenStyle) ??
  inherited;

const isHiddenStyle = (style: XmlElement): boolean | null => findToggle(findChild(style, "w:rPr"), "w:vanish");

/** Whether a paragraph's mark is hidden: the text runs on into the next paragraph (Word's style separator). */
export function isMarkHidden(paragraph: XmlElement): boolean {
  const mark = findDescendant(paragraph, "w:pPr", "w:rPr");
  return (findToggle(mark, "w:vanish") ?? false) || (findToggle(mark, "w:specVanish") ?? false);
}
