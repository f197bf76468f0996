import type { Section } from "../../schemas/section.ts";
import type { Item, Outline } from "../core/outline.ts";
import { evidenceOf } from "../core/passage.ts";
import { tidy } from "../core/tidy.ts";

/** The plan's numbered outline as a tree; an item without a heading (a bare number) is left out. */
export const extractSections = (outline: Outline): Section[] => outline.items.flatMap(toSection);

function toSection(item: Item): Section[] {
  const evidence = evidenceOf(item.heading);
  const children = item.children.flatMap(toSection);
  if (evidence.length === 0) return children;
  return [
    { number: item.number, heading: tidy(item.heading.text), kind: item.kind, level: item.level, evidence, children },
  ];
}
