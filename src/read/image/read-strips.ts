import { cutStrip, type Padding } from "./cut-strip.ts";
import { decodeStrip, type ReadCharacter } from "./decode-strip.ts";
import type { TextStrip } from "./find-text-lines.ts";
import { loadRecogniser } from "./load-models.ts";
import type { Raster } from "./raster.ts";

/** A recognised character and its middle in the page's pixels. */
export interface StripCharacter extends ReadCharacter {
  readonly middle: number;
}

/** What each strip says; a strip that there was no time for is missing. */
export type StripTexts = ReadonlyMap<TextStrip, readonly StripCharacter[]>;

/** The model sees one step for each eight columns. */
const STEP = 8;
/** Runs side by side, of one thread each. */
const AT_ONCE = 2;
/** What the model was taught with; then other looks at a strip of which it left ink unread. */
const LOOKS: readonly Padding[] = [
  { sides: 0.16, ends: 0.35 },
  { sides: 0.1, ends: 0.7 },
  { sides: 0.24, ends: 0.5 },
];
/** A strip longer than this (em) of which less than this share was read. */
const LONG = 5;
const HARDLY = 0.4;
/** Ink this far (em) from every character's middle was not read. */
const REACH = 0.66;

/** Reads the strips of a page, several at once, until the time `until` (of `performance.now()`). */
export async function readStrips(
  grey: Raster,
  ink: Raster,
  strips: readonly TextStrip[],
  until: number,
): Promise<StripTexts> {
  const read = new Map<TextStrip, readonly StripCharacter[]>();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < strips.length && performance.now() < until) {
      const strip = strips[next++]!;
      read.set(strip, await readStrip(grey, ink, strip));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return read;
}

/** Looks again, with other margins, while ink is left unread: the model overlooks a small mark at a strip's end. */
async function readStrip(grey: Raster, ink: Raster, strip: TextStrip): Promise<StripCharacter[]> {
  const [usual, ...others] = LOOKS;
  const first = await look(grey, strip, usual!);
  if (isHopeless(strip, first) || !leavesInk(ink, strip, first)) return first;
  for (const padding of others) {
    const again = await look(grey, strip, padding);
    if (again.length > first.length && !leavesInk(ink, strip, again)) return again;
  }
  return first;
}

/** A long strip of which hardly anything was read lies on its side or its head, or is no text. */
const isHopeless = ({ x0, x1, em }: TextStrip, read: readonly StripCharacter[]): boolean =>
  x1 - x0 > LONG * em && read.length < (HARDLY * (x1 - x0)) / em;

async function look(grey: Raster, strip: TextStrip, padding: Padding): Promise<StripCharacter[]> {
  const { run, characters } = await loadRecogniser();
  const { pixels, width, x0, scale } = cutStrip(grey, strip, padding);
  const read = decodeStrip(await run(pixels, width), characters);
  return read.map((each) => ({ ...each, middle: x0 + (each.place * STEP) / scale }));
}

function leavesInk(ink: Raster, strip: TextStrip, characters: readonly StripCharacter[]): boolean {
  const middles = characters.filter(({ text }) => text !== " ").map(({ middle }) => middle);
  let at = 0;
  for (let x = strip.x0; x < strip.x1; x += 1) {
    while (at + 1 < middles.length && Math.abs(middles[at + 1]! - x) <= Math.abs(middles[at]! - x)) at += 1;
    const isFar = middles.length === 0 || Math.abs(middles[at]! - x) > REACH * strip.em;
    if (isFar && hasInk(ink, strip, x)) return true;
  }
  return false;
}

function hasInk(ink: Raster, { y0, y1 }: TextStrip, x: number): boolean {
  for (let y = y0; y < y1; y += 1) if (ink.data[y * ink.width + x] === 1) return true;
  return false;
}
