import { type message as Message, message } from "../../core/outcome.ts";

/** Counts what is dropped, so that nothing disappears in silence. */
export interface Tally {
  readonly add: (element: string) => void;
  /** One `element-ignored` a kind, in the order first met. */
  readonly messages: () => ReturnType<typeof Message>[];
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    add: (element) => counts.set(element, (counts.get(element) ?? 0) + 1),
    messages: () => [...counts].map(([element, count]) => message("element-ignored", "info", { element, count })),
  };
}
