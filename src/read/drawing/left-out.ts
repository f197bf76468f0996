import type { Message } from "../../../schemas/message.ts";
import { message } from "../../core/outcome.ts";

/** How many of a page's characters were left out: those that lean, and those outside of the page. */
export interface LeftOut {
  readonly leaning: number;
  readonly outside: number;
}

/** What is to be said of a page's characters that were left out. */
export function describeLeftOut(page: number, { leaning, outside }: LeftOut): Message[] {
  const kinds = Object.entries({ "leaning-text": leaning, "text-outside-page": outside });
  return kinds
    .filter(([, count]) => count > 0)
    .map(([element, count]) => message("element-ignored", "info", { element, page, count }));
}
