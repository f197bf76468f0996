import { harmless } from "../parts/harmless.ts";

const MOST = 90;

/** As much of a text as a list or a hint can hold; nothing in it turns words over. */
export function clip(text: string, most: number = MOST): string {
  const characters = [...harmless(text.slice(0, most * 2))];
  return characters.length > most || text.length > most * 2
    ? `${characters.slice(0, most - 1).join("")}…`
    : characters.join("");
}
