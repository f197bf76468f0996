import { HAN, WIDE } from "./character-kinds.ts";
import type { TextStrip } from "./find-text-lines.ts";
import type { Raster } from "./raster.ts";

/** A character with the middle that the model gives it, in pixels. */
export interface FoundCharacter {
  readonly text: string;
  readonly middle: number;
}

/** From where to where something stands in a line, in pixels. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A strip's size of an em in pixels, and where the ink of each of its characters stands. */
export interface MeasuredStrip {
  readonly em: number;
  readonly inked: readonly Stretch[];
}

const LETTER = /[\p{L}\d]/u;
/** With fewer ideographs the largest shows the size: 日 and 月 are narrow. */
const FEW = 8;
/** How much of its em box an ideograph's ink fills. */
const FILLED = 0.93;
/** A digit's height in em. */
const DIGIT_HEIGHT = 0.68;
/** Lines set wider than this have letter-spacing, which is not part of the character (em). */
const SET_TIGHT = 1.2;
/** How far (share of their distance) the cut between two characters may lie from where it is expected. */
const CUT_REACH = 0.3;

/** Finds the ink of each character of a strip, and the size of its em. */
export function measureStrip(ink: Raster, strip: TextStrip, characters: readonly FoundCharacter[]): MeasuredStrip {
  const inked = findStretches(countColumns(ink, strip), strip.x0, characters);
  return { em: measureEm(ink, strip, characters, inked), inked };
}

function countColumns(ink: Raster, { x0, x1, y0, y1 }: TextStrip): Uint16Array {
  const columns = new Uint16Array(x1 - x0);
  for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) columns[x - x0]! += ink.data[y * ink.width + x]!;
  return columns;
}

const widthOf = (text: string): number => (WIDE.test(text) ? 2 : 1);

/** The inked stretch of each character, between the emptiest columns on both sides. */
function findStretches(columns: Uint16Array, x0: number, characters: readonly FoundCharacter[]): Stretch[] {
  const cuts = characters.slice(1).map((after, index) => findCut(columns, x0, characters[index]!, after));
  return characters.map(({ middle }, index) => {
    const from = index === 0 ? 0 : cuts[index - 1]!;
    const to = index === cuts.length ? columns.length : cuts[index]!;
    let [first, last] = [from, to];
    while (first < to && columns[first] === 0) first += 1;
    while (last > first && columns[last - 1] === 0) last -= 1;
    return first < last ? { from: x0 + first, to: x0 + last } : { from: middle, to: middle };
  });
}

function findCut(columns: Uint16Array, x0: number, before: FoundCharacter, after: FoundCharacter): number {
  const distance = after.middle - before.middle;
  const share = widthOf(before.text) / (widthOf(before.text) + widthOf(after.text));
  const expected = before.middle + distance * share - x0;
  const reach = Math.max(1, CUT_REACH * distance);
  let best = Math.round(expected);
  let least = Number.POSITIVE_INFINITY;
  for (let x = Math.ceil(expected - reach); x <= expected + reach; x += 1) {
    // Of equally empty columns the one nearest to the expected place.
    const cost = (columns[x] ?? 0) + (0.9 * Math.abs(x - expected)) / reach;
    if (cost < least) [best, least] = [x, cost];
  }
  return Math.min(columns.length, Math.max(0, best));
}

function measureEm(
  ink: Raster,
  strip: TextStrip,
  characters: readonly FoundCharacter[],
  inked: readonly Stretch[],
): number {
  const sizes = inked
    .filter((_, index) => HAN.test(characters[index]!.text))
    .map((stretch) => Math.max(stretch.to - stretch.from, measureHeight(ink, strip, stretch)));
  if (sizes.length === 0) {
    const hasLetters = characters.some(({ text }) => LETTER.test(text));
    return hasLetters ? (strip.y1 - strip.y0) / DIGIT_HEIGHT : Math.max(strip.em, strip.y1 - strip.y0);
  }
  const byInk = quantile(sizes, sizes.length < FEW ? 1 : 0.75) / FILLED;
  const byPitch = measurePitch(characters, inked);
  return byPitch > 0.9 * byInk && byPitch < SET_TIGHT * byInk ? byPitch : byInk;
}

function measureHeight(ink: Raster, { y0, y1 }: TextStrip, { from, to }: Stretch): number {
  const isBlank = (y: number): boolean => !ink.data.subarray(y * ink.width + from, y * ink.width + to).includes(1);
  let [top, bottom] = [y0, y1];
  while (top < bottom && isBlank(top)) top += 1;
  while (bottom > top && isBlank(bottom - 1)) bottom -= 1;
  return bottom - top;
}

/** The usual distance of neighbouring ideographs, 0 where there are none. */
function measurePitch(characters: readonly FoundCharacter[], inked: readonly Stretch[]): number {
  const pitches = characters.flatMap(({ text }, index) => {
    const next = characters[index + 1];
    if (!next || !HAN.test(text) || !HAN.test(next.text)) return [];
    const [a, b] = [inked[index]!, inked[index + 1]!];
    return [(b.from + b.to - a.from - a.to) / 2];
  });
  return pitches.length === 0 ? 0 : quantile(pitches, 0.5);
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)]!;
