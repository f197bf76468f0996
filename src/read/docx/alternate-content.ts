import { childElements, type XmlElement } from "../../core/xml/xml-node.ts";

/**
 * Chooses one branch of an `mc:AlternateContent` (ECMA-376 Part 3 §9.3): the same text box or symbol stands in both.
 * The first branch with text wins: Word writes ① as an emoji of its own in `mc:Choice` and as text in `mc:Fallback`.
 */
export function chooseBranch(alternate: XmlElement): XmlElement | null {
  const branches = childElements(alternate);
  return branches.find((branch) => hasText(branch)) ?? branches[0] ?? null;
}

const hasText = (node: XmlElement): boolean =>
  childElements(node).some((child) =>
    child.name === "w:t" ? child.children.length > 0 : child.name !== "w:del" && hasText(child),
  );
