import type { Message } from "../../schemas/message.ts";
import { message } from "../core/outcome.ts";

/** Kinds that a person would read through; a hostile file can name any number. */
const MOST_KINDS = 50;
const LONGEST_NAME = 100;

/** Counts what is dropped, so that nothing disappears in silence. */
export interface Tally {
  readonly add: (element: string) => void;
  /** One `element-ignored` a kind, in the order first met. */
  readonly messages: () => Message[];
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  const add = (element: string) => {
    const name = element.slice(0, LONGEST_NAME);
    const kind = counts.has(name) || counts.size < MOST_KINDS ? name : "other";
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  return {
    add,
    messages: () => [...counts].map(([element, count]) => message("element-ignored", "info", { element, count })),
  };
}
