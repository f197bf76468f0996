import { IDENTITY, type Matrix } from "../layout/matrix.ts";

/** What the drawing operators change (ISO 32000-1 §8.4, §9.3), as far as text and rulings need it. */
export interface GraphicsState {
  readonly ctm: Matrix;
  readonly lineWidth: number;
  /** Colours as pdf.js gives them: `#rrggbb`. */
  readonly fill: string;
  readonly stroke: string;
  readonly font: Font;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  /** Horizontal scaling, 1 for 100 %. */
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

/** `unit` is the length of a width unit in text space, commonly 1/1000. */
export interface Font {
  readonly vertical: boolean;
  readonly unit: number;
}

export const NO_FONT: Font = { vertical: false, unit: 0.001 };

export const createState = (ctm: Matrix): GraphicsState => ({
  ctm,
  lineWidth: 1,
  fill: "#000000",
  stroke: "#000000",
  font: NO_FONT,
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
});

/** Where text is being shown: the start of its line, and how far along it the pen is, in text space. */
export interface TextPlace {
  readonly line: Matrix;
  readonly pen: number;
}

export const TEXT_START: TextPlace = { line: IDENTITY, pen: 0 };
