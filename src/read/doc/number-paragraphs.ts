import { createCounters } from "../numbering/number-counters.ts";
import { gapBetween } from "../numbering/number-gap.ts";
import type { NumberedList } from "../numbering/numbered-list.ts";
import type { Lists } from "./lists.ts";
import type { Paragraph } from "./paragraphs.ts";

/** Writes the number that Word makes (一、（一）1.) into a paragraph's text; paragraphs must come in reading order. */
export type NumberParagraph = (paragraph: Paragraph) => Paragraph;

export function createNumbering(lists: Lists): NumberParagraph {
  const countNext = createCounters();
  return (paragraph) => {
    const { properties, text } = paragraph;
    const list = lists.get(properties.list);
    if (!list || properties.endsRow) return paragraph;
    const level = properties.level ?? findStyleLevel(list, properties.style);
    const number = countNext(list, level);
    if (number === "") return paragraph;
    const [, breaks, rest] = /^(\f*)([\s\S]*)$/u.exec(text)!;
    return { ...paragraph, text: breaks + number + gapBetween(number, rest!, list.levels.get(level)) + rest };
  };
}

/** A level may name the style whose paragraphs stand on it. */
const findStyleLevel = (list: NumberedList, style: number): number =>
  [...list.levels].find(([, level]) => level.styleId === String(style))?.[0] ?? 0;
