import { findChild, textOf, type XmlElement } from "../../core/xml/xml-node.ts";
import { type CountNext, createCounters } from "../numbering/number-counters.ts";
import { gapBetween } from "../numbering/number-gap.ts";
import type { NumberedList } from "../numbering/numbered-list.ts";
import { isMarkHidden } from "./hidden-text.ts";
import { findInChain, type Styles } from "./styles.ts";
import { findNumber, findValue, textRun, transformTree, withLeading } from "./word-node.ts";

type Lists = ReadonlyMap<string, NumberedList>;

/** Writes the numbers that Word makes (一、（一）1.) into the text, at the start of their paragraphs. */
export function numberParagraphs(document: XmlElement, lists: Lists, styles: Styles): XmlElement {
  const countNext = createCounters();
  return transformTree(document, (node) =>
    node.name === "w:p" ? numberParagraph(node, lists, styles, countNext) : node,
  );
}

function numberParagraph(paragraph: XmlElement, lists: Lists, styles: Styles, countNext: CountNext): XmlElement {
  const place = findPlace(paragraph, lists, styles);
  const text = textOf(paragraph);
  if (!place || (isMarkHidden(paragraph) && text === "")) return paragraph;
  const number = countNext(place.list, place.level);
  if (number === "") return paragraph;
  return withLeading(paragraph, [textRun(number + gapBetween(number, text, place.list.levels.get(place.level)))]);
}

interface Place {
  readonly list: NumberedList;
  readonly level: number;
}

/** Where a paragraph stands in the lists: its own `w:numPr`, else that of its styles; `w:numId` 0 takes it out. */
function findPlace(paragraph: XmlElement, lists: Lists, styles: Styles): Place | null {
  const own = findChild(findChild(paragraph, "w:pPr"), "w:numPr");
  const chain = styles.paragraphChain(paragraph);
  const ownId = findValue(own, "w:numId");
  const list = lists.get(
    ownId ?? findInChain(chain, (style) => findValue(style, "w:pPr", "w:numPr", "w:numId")) ?? "0",
  );
  if (!list) return null;
  const level = findNumber(own, "w:ilvl") ?? findStyleLevel(list, ownId === null ? chain : chain.slice(0, 1));
  return { list, level: level ?? 0 };
}

/** The level that names the style in `w:pStyle` goes before the style's own `w:ilvl` (ECMA-376 §17.9.23). */
function findStyleLevel(list: NumberedList, chain: readonly XmlElement[]): number | null {
  return findInChain(chain, (style) => {
    const linked = [...list.levels].find(([, level]) => level.styleId === style.attributes["w:styleId"]);
    return linked?.[0] ?? findNumber(style, "w:pPr", "w:numPr", "w:ilvl");
  });
}
