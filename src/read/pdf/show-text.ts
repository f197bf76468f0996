import type { Box } from "../../../schemas/evidence.ts";
import { ASCENT, cleanText, DESCENT, LEANING } from "../drawing/drawn-text.ts";
import { apply, compose, heightScale, type Matrix } from "../layout/matrix.ts";
import { createGlyph, type Flow, type Glyph } from "../layout/page-content.ts";
import type { GraphicsState, TextPlace } from "./graphics-state.ts";

/** What pdf.js gives for each character of a `showText`; between them stand numbers, adjustments in 1/1000 em. */
interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  /** Vertical advance, and the offset from the vertical to the horizontal origin (ISO 32000-1 §9.7.4.3). */
  readonly vmetric?: readonly [advance: number, x: number, y: number];
}

export interface Shown {
  readonly glyphs: readonly Glyph[];
  /** How many characters lean and were left out. */
  readonly leaning: number;
  readonly place: TextPlace;
}

/** Places each character of one `showText` on the page (ISO 32000-1 §9.4.4). */
export function showText(items: readonly unknown[], state: GraphicsState, place: TextPlace): Shown {
  const toPage = compose(place.line, state.ctm);
  const flow = findFlow(toPage, state);
  const size = Math.abs(state.fontSize) * heightScale(toPage);
  const glyphs: Glyph[] = [];
  let leaning = 0;
  let pen = place.pen;
  for (const item of items) {
    if (typeof item === "number") pen -= (item / 1000) * state.fontSize * (state.font.vertical ? 1 : state.scale);
    if (!isPdfGlyph(item)) continue;
    const text = cleanText(item.unicode);
    if (text !== "" && flow === null) leaning += 1;
    if (text !== "" && flow !== null) glyphs.push(createGlyph(text, flow, size, boxOf(item, state, toPage, pen)));
    pen += advanceOf(item, state);
  }
  return { glyphs, leaning, place: { ...place, pen } };
}

const isPdfGlyph = (item: unknown): item is PdfGlyph =>
  typeof item === "object" && item !== null && "unicode" in item && "width" in item;

/** Which way the line runs on the page, y growing downwards; null where it leans. */
function findFlow(toPage: Matrix, { font, fontSize }: GraphicsState): Flow | null {
  const [across, down] = font.vertical ? [-toPage[2], -toPage[3]] : [toPage[0], toPage[1]];
  const length = Math.hypot(across, down) * Math.sign(fontSize);
  if (Math.abs(down / length) < LEANING) return across / length > 0 ? "across" : null;
  if (Math.abs(across / length) > LEANING) return null;
  return down / length > 0 ? "down" : "up";
}

/** How far the pen goes on: to the right, or upwards in vertical writing, where it is negative. */
function advanceOf(glyph: PdfGlyph, { font, fontSize, charSpacing, wordSpacing, scale }: GraphicsState): number {
  const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
  if (!font.vertical) return (glyph.width * font.unit * fontSize + spacing) * scale;
  return (glyph.vmetric?.[0] ?? -1000) * font.unit * fontSize - spacing;
}

function boxOf(glyph: PdfGlyph, state: GraphicsState, toPage: Matrix, pen: number): Box {
  const { font, fontSize, scale, rise } = state;
  const [, dx, dy] = font.vertical ? (glyph.vmetric ?? [0, glyph.width / 2, 880]) : [0, 0, 0];
  const x = font.vertical ? -dx * font.unit * fontSize : pen;
  const y = rise + (font.vertical ? pen - dy * font.unit * fontSize : 0);
  const width = glyph.width * font.unit * fontSize * (font.vertical ? 1 : scale);
  const [ax, ay] = apply(toPage, x, y - DESCENT * fontSize);
  const [bx, by] = apply(toPage, x + width, y + ASCENT * fontSize);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}
