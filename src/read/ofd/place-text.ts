import type { Box } from "../../../schemas/evidence.ts";
import { childElements, textOf, type XmlElement } from "../../core/xml/xml-node.ts";
import { ASCENT, cleanText, DESCENT } from "../drawing/drawn-text.ts";
import { apply, compose, heightScale, type Matrix, type Point } from "../layout/matrix.ts";
import { createGlyph, type Glyph } from "../layout/page-content.ts";
import { isWesternFont, widthOf } from "./character-width.ts";
import { findDeltas } from "./deltas.ts";
import { findNumber } from "./numbers.ts";
import type { Resources } from "./resources.ts";
import { type Cluster, findClusters } from "./text-clusters.ts";
import { findFlow, turn } from "./text-flow.ts";

/** The characters of a text object, and how many of them lean and were left out. */
export interface PlacedText {
  readonly glyphs: readonly Glyph[];
  readonly leaning: number;
}

/** How a text object draws (GB/T 33190-2016 §11.2): `size` in its own unit, directions as unit vectors. */
interface Style {
  readonly size: number;
  readonly scale: number;
  readonly isWestern: boolean;
  /** The way along a character's foot (CharDirection), and from one character to the next (ReadDirection). */
  readonly base: Point;
  readonly reading: Point;
  readonly toPage: Matrix;
}

/** 五号 in mm, for an object that states no usable size. */
const DEFAULT_SIZE = 3.7;

/** Places the characters of a TextObject; `toPage` leads from its own space to points on the page. */
export function placeText(object: XmlElement, toPage: Matrix, resources: Resources): PlacedText {
  const style = styleOf(object, toPage, resources);
  const codes = childElements(object, "TextCode");
  const clusters = findClusters(object, codes.map(textOf));
  let start: Point = [0, 0];
  const lines = codes.map((code, index) => {
    // A TextCode without X or Y goes on with those of the one before (§11.3).
    start = [findNumber(code.attributes.X) ?? start[0], findNumber(code.attributes.Y) ?? start[1]];
    return placeLine(clusters[index]!, start, code, style);
  });
  return {
    glyphs: lines.flatMap((line) => line.glyphs),
    leaning: lines.reduce((sum, line) => sum + line.leaning, 0),
  };
}

function styleOf({ attributes }: XmlElement, toPage: Matrix, resources: Resources): Style {
  const font = resources.get(attributes.Font ?? "")?.attributes;
  return {
    size: Math.abs(findNumber(attributes.Size) ?? DEFAULT_SIZE),
    scale: Math.abs(findNumber(attributes.HScale) ?? 1) || 1,
    isWestern: isWesternFont(`${font?.FontName ?? ""} ${font?.FamilyName ?? ""}`),
    base: directionOf(attributes.CharDirection),
    reading: directionOf(attributes.ReadDirection),
    toPage,
  };
}

const QUARTERS: readonly Point[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

/** Directions are quarter turns clockwise, in degrees. */
const directionOf = (degrees: string | undefined): Point =>
  QUARTERS[((((findNumber(degrees) ?? 0) / 90) % 4) + 4) % 4] ?? QUARTERS[0]!;

function placeLine(clusters: readonly Cluster[], start: Point, code: XmlElement, style: Style): PlacedText {
  const places = findPlaces(clusters, start, code, style);
  const last = places.at(-1) ?? start;
  const isMoving = places.length > 1 && Math.hypot(last[0] - start[0], last[1] - start[1]) > 0;
  const way: Point = isMoving ? [last[0] - start[0], last[1] - start[1]] : style.reading;
  const flow = findFlow(turn(style.toPage, style.base), turn(style.toPage, way));
  const size = style.size * heightScale(style.toPage);
  const drawn = clusters
    .map((cluster, index) => ({ text: cleanText(cluster.text), index }))
    .filter(({ text }) => text !== "");
  if (flow === null || size === 0) return { glyphs: [], leaning: drawn.length };
  const glyphs = drawn.map(({ text, index }) =>
    createGlyph(text, flow, size, boxOf(text, places[index]!, places[index + 1] ?? null, style)),
  );
  return { glyphs, leaning: 0 };
}

/** Where each cluster's foot begins, in the object's space. */
function findPlaces(clusters: readonly Cluster[], start: Point, { attributes }: XmlElement, style: Style): Point[] {
  const count = clusters.slice(0, -1).reduce((sum, cluster) => sum + cluster.steps, 0);
  const across = findDeltas(attributes.DeltaX, count);
  const down = findDeltas(attributes.DeltaY, count);
  let [x, y] = start;
  let step = 0;
  return clusters.map(({ text, steps }): Point => {
    const place: Point = [x, y];
    // Without any step stated, characters follow by their own widths, as viewers show them.
    const natural = across || down ? 0 : widthOf(text, null, style.isWestern) * style.size * style.scale;
    x += natural * style.reading[0];
    y += natural * style.reading[1];
    for (const end = step + steps; step < end; step += 1) {
      x += across?.[step] ?? 0;
      y += down?.[step] ?? 0;
    }
    return place;
  });
}

function boxOf(text: string, [x, y]: Point, next: Point | null, style: Style): Box {
  const { size, scale, base, toPage } = style;
  const step = next && (next[0] - x) * base[0] + (next[1] - y) * base[1];
  const em = size * scale;
  const width = em * widthOf(text, step === null ? null : step / em, style.isWestern);
  const toObject: Matrix = [base[0], base[1], -base[1], base[0], x, y];
  const matrix = compose(toObject, toPage);
  const [ax, ay] = apply(matrix, 0, -ASCENT * size);
  const [bx, by] = apply(matrix, width, DESCENT * size);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}
