import { styleText } from "node:util";

export type Colour = "green" | "red" | "yellow" | "cyan" | "bold" | "dim";

/** Colours a text, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;

/** Colours on a terminal only, and not where `NO_COLOR` is set. */
export const terminalPaint: Paint = (colour, text) =>
  styleText(colour, text, { stream: process.stdout, validateStream: true });
