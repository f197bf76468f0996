import { fillRulings, strokeRulings, WIDEST_STROKE } from "../drawing/path-rulings.ts";
import { compose, heightScale, type Matrix } from "../layout/matrix.ts";
import type { Glyph, Ruling } from "../layout/page-content.ts";
import { createState, type Font, type GraphicsState, TEXT_START, type TextPlace } from "./graphics-state.ts";
import { showText } from "./show-text.ts";

/** pdf.js's operator list: what a page draws, in drawing order; arguments are of the operator's own shape. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What a page draws, in drawing order; `leaning` counts the characters left out because their line leans. */
export interface Drawn {
  readonly glyphs: Glyph[];
  readonly rulings: Ruling[];
  leaning: number;
}

/** What pdf.js says to read its lists by: its `OPS`, and what it knows of a font. */
export interface Legend {
  readonly codes: Readonly<Record<string, number>>;
  readonly findFont: (name: string) => Font;
}

type Arguments = readonly unknown[];

/** The state while a page is walked. */
interface Walk {
  readonly legend: Legend;
  readonly drawn: Drawn;
  readonly saved: GraphicsState[];
  state: GraphicsState;
  place: TextPlace;
}

/** Deeper nesting of saved states than any producer writes. */
const MOST_SAVED = 1000;
const WHITE = "#ffffff";
const STROKES = ["stroke", "closeStroke", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"];
const FILLS = ["fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"];

/**
 * Follows a page's operators and notes each character and each straight line that they draw. `base` maps user
 * space to points from the page's top left.
 */
export function walkOperators(list: OperatorList, legend: Legend, base: Matrix): Drawn {
  const drawn: Drawn = { glyphs: [], rulings: [], leaning: 0 };
  const walk: Walk = { legend, drawn, saved: [], state: createState(base), place: TEXT_START };
  const acts = new Map(Object.entries(ACTS).map(([name, act]) => [legend.codes[name], act]));
  list.fnArray.forEach((code, index) => {
    acts.get(code)?.(walk, asArguments(list.argsArray[index]));
  });
  return drawn;
}

/** One row an operator that moves text or draws lines (ISO 32000-1 Annex A, by pdf.js's names); all others do neither. */
const ACTS: Readonly<Record<string, (walk: Walk, args: Arguments) => void>> = {
  save,
  restore,
  transform,
  paintFormXObjectBegin: (walk, [matrix]) => {
    save(walk);
    if (matrix) transform(walk, asArguments(matrix));
  },
  paintFormXObjectEnd: restore,
  setLineWidth: (walk, [width]) => set(walk, { lineWidth: asNumber(width) }),
  setFillRGBColor: (walk, [color]) => set(walk, { fill: String(color) }),
  setStrokeRGBColor: (walk, [color]) => set(walk, { stroke: String(color) }),
  setGState: (walk, [changes]) => {
    for (const [key, value] of asArguments(changes).map(asArguments))
      if (key === "Font") setFont(walk, asArguments(value));
  },
  setFont,
  setCharSpacing: (walk, [spacing]) => set(walk, { charSpacing: asNumber(spacing) }),
  setWordSpacing: (walk, [spacing]) => set(walk, { wordSpacing: asNumber(spacing) }),
  setHScale: (walk, [percent]) => set(walk, { scale: asNumber(percent) / 100 }),
  setLeading: (walk, [leading]) => set(walk, { leading: asNumber(leading) }),
  setTextRise: (walk, [rise]) => set(walk, { rise: asNumber(rise) }),
  beginText: (walk) => {
    walk.place = TEXT_START;
  },
  setTextMatrix: (walk, [matrix]) => {
    walk.place = { line: asMatrix(matrix), pen: 0 };
  },
  moveText: (walk, [x, y]) => moveText(walk, asNumber(x), asNumber(y)),
  setLeadingMoveText: (walk, [x, y]) => {
    set(walk, { leading: -asNumber(y) });
    moveText(walk, asNumber(x), asNumber(y));
  },
  nextLine: (walk) => moveText(walk, 0, -walk.state.leading),
  showText: (walk, [items]) => {
    const shown = showText(asArguments(items), walk.state, walk.place);
    for (const glyph of shown.glyphs) walk.drawn.glyphs.push(glyph);
    walk.drawn.leaning += shown.leaning;
    walk.place = shown.place;
  },
  constructPath: (walk, [paint, data]) => drawPath(walk, asNumber(paint), asArguments(data)[0]),
};

function set(walk: Walk, change: Partial<GraphicsState>): void {
  walk.state = { ...walk.state, ...change };
}

function save({ saved, state }: Walk): void {
  if (saved.length < MOST_SAVED) saved.push(state);
}

function restore(walk: Walk): void {
  walk.state = walk.saved.pop() ?? walk.state;
}

function transform(walk: Walk, args: Arguments): void {
  set(walk, { ctm: compose(asMatrix(args), walk.state.ctm) });
}

function setFont(walk: Walk, [name, size]: Arguments): void {
  set(walk, { font: walk.legend.findFont(String(name)), fontSize: asNumber(size) });
}

function moveText(walk: Walk, x: number, y: number): void {
  walk.place = { line: compose([1, 0, 0, 1, x, y], walk.place.line), pen: 0 };
}

/** White lines rule nothing off: they are masks. */
function drawPath({ legend, drawn, state }: Walk, paint: number, data: unknown): void {
  if (!(data instanceof Float32Array)) return;
  const paints = (names: readonly string[]): boolean => names.some((name) => legend.codes[name] === paint);
  const isThin = state.lineWidth * heightScale(state.ctm) <= WIDEST_STROKE;
  const strokes = paints(STROKES) && isThin && state.stroke !== WHITE ? strokeRulings(data, state.ctm) : [];
  const fills = paints(FILLS) && state.fill !== WHITE ? fillRulings(data, state.ctm) : [];
  for (const ruling of [...strokes, ...fills]) drawn.rulings.push(ruling);
}

const asArguments = (value: unknown): Arguments =>
  Array.isArray(value) ? value : ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : [];

const asNumber = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);

function asMatrix(value: unknown): Matrix {
  const [a, b, c, d, e, f] = asArguments(value).map(asNumber);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}
