import { childElements, findChild, type XmlElement } from "../../core/xml/xml-node.ts";
import { findNumber, splitArray } from "./numbers.ts";
import type { Resources } from "./resources.ts";

/** How lines and areas are drawn: `lineWidth` in the object's unit, and whether the colours show on white paper. */
export interface Paint {
  readonly lineWidth: number;
  readonly strokeShows: boolean;
  readonly fillShows: boolean;
}

/** Black lines of 0.353 mm (GB/T 33190-2016 §8.5). A fill of no stated colour counts: none is drawn for nothing. */
export const DEFAULT_PAINT: Paint = { lineWidth: 0.353, strokeShows: true, fillShows: true };

/** Drawing parameters rest on others; a longer chain is a loop. */
const LONGEST_CHAIN = 8;

/** What an object draws with: its own words, else its drawing parameters', else those of what holds it (§8.2). */
export function paintOf(object: XmlElement, inherited: Paint, resources: Resources): Paint {
  const chain = [object];
  for (let id = object.attributes.DrawParam; id !== undefined && chain.length <= LONGEST_CHAIN; ) {
    const parameters = resources.get(id);
    if (parameters) chain.push(parameters);
    id = parameters?.attributes.Relative;
  }
  return chain.reduceRight(applyPaint, inherited);
}

const applyPaint = (paint: Paint, from: XmlElement): Paint => ({
  lineWidth: findNumber(from.attributes.LineWidth) ?? paint.lineWidth,
  strokeShows: findColor(from, "StrokeColor") ?? paint.strokeShows,
  fillShows: findColor(from, "FillColor") ?? paint.fillShows,
});

/** Whether a stated colour shows; null where none is stated. */
function findColor(from: XmlElement, name: string): boolean | null {
  const color = findChild(from, name);
  if (color === null) return null;
  if (color.attributes.Alpha === "0") return false;
  return childElements(color).length > 0 || !isWhite(splitArray(color.attributes.Value ?? ""));
}

/** `255 255 255`, `#FF #FF #FF`, `255` (grey), `0 0 0 0` (CMYK). */
const isWhite = (parts: readonly string[]): boolean =>
  parts.length === 4
    ? parts.every((part) => Number(part.replace("#", "0x")) === 0)
    : parts.length > 0 && parts.every((part) => Number(part.replace("#", "0x")) === 255);
