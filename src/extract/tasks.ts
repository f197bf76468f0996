import type { Task } from "../../schemas/task.ts";
import type { Item, Outline } from "../core/outline.ts";
import { evidenceOf, joinPassages } from "../core/passage.ts";
import { tidy } from "../core/tidy.ts";
import { findResponsibilities } from "./responsibilities.ts";

/** The numbered items under chapters of kind `tasks`, deepest level. */
export const extractTasks = (outline: Outline): Task[] => itemsOfKind(outline, "tasks");

/** The numbered items under chapters of kind `measures`, deepest level. */
export const extractMeasures = (outline: Outline): Task[] => itemsOfKind(outline, "measures");

const itemsOfKind = (outline: Outline, kind: Item["kind"]): Task[] =>
  outline.items
    .filter((chapter) => chapter.kind === kind)
    .flatMap((chapter) =>
      chapter.children.length ? chapter.children.flatMap((item) => deepest(item, null)) : lone(chapter),
    );

/** A chapter without items is an item itself where it closes with a bracket of responsibilities (若干措施). */
function lone(chapter: Item): Task[] {
  const task = toTask(chapter, null);
  return task.responsibilities.length > 0 && /[（(][^（）()]*(?:单位|负责)/u.test(chapter.intro.text) ? [task] : [];
}

function deepest(item: Item, parent: Item | null): Task[] {
  return item.children.length ? item.children.flatMap((child) => deepest(child, item)) : [toTask(item, parent)];
}

function toTask(item: Item, parent: Item | null): Task {
  return {
    number: item.number,
    title: tidy(item.heading.text),
    parent: parent && { number: parent.number, title: tidy(parent.heading.text) },
    text: tidy(item.intro.text),
    responsibilities: findResponsibilities(item.intro.text),
    evidence: evidenceOf(joinPassages([item.heading, item.intro])),
  };
}
