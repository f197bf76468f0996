import type { Tally } from "../tally.ts";
import { createCharacters } from "./characters.ts";
import { buildFlow, type Flow } from "./flow.ts";
import { readLists } from "./lists.ts";
import { createNumbering } from "./number-paragraphs.ts";
import { createOptional } from "./optional.ts";
import { type Paragraph, readParagraphs } from "./paragraphs.ts";
import { readTextBoxes } from "./text-boxes.ts";
import type { StoryRange, WordFile } from "./word-file.ts";

/**
 * Reads the main document, each text box behind the paragraph that it hangs on. Headers, footers, footnotes and comments
 * are stories of their own and are not read.
 * @throws ReadError `damaged`, `too-large`; RangeError where something lies outside the file.
 */
export function readStories(file: WordFile, tally: Tally): Flow {
  const { part, partOnwards } = file;
  const optional = createOptional(tally);
  const characters = createCharacters(file, tally, optional);
  const lists = optional("lists", () => readLists(partOnwards("lists"), part("listOverrides")), new Map());
  const boxes = optional(
    "text-boxes",
    () => readTextBoxes(part("shapes"), part("textBoxes"), file.textBoxes, tally),
    new Map(),
  );
  const numberParagraph = createNumbering(lists);
  const readStory = (range: StoryRange): Flow =>
    buildFlow(withoutContents(readParagraphs(range, characters, tally), tally), write);
  const write = (paragraph: Paragraph): Flow => [
    numberParagraph(paragraph),
    ...paragraph.drawings.flatMap((position) => readDrawing(boxes.get(position))),
  ];
  const readDrawing = (box: StoryRange | undefined): Flow => {
    if (box === undefined) tally.add("drawing");
    return box === undefined ? [] : readStory(box);
  };
  return readStory(file.main);
}

/** Drops a generated table of contents: it says each heading once more, with page numbers. */
const withoutContents = (paragraphs: readonly Paragraph[], tally: Tally): Paragraph[] =>
  paragraphs.filter(({ properties }) => {
    if (properties.isContents) tally.add("table-of-contents-line");
    return !properties.isContents;
  });
