import { cutStrip } from "./cut-strip.ts";
import { decodeStrip, type ReadCharacter } from "./decode-strip.ts";
import type { TextStrip } from "./find-text-lines.ts";
import { loadRecogniser } from "./load-models.ts";
import type { Raster } from "./raster.ts";

/** What a strip says; `middle` of each character in the page's pixels. Null where the time was over. */
export interface StripText {
  readonly strip: TextStrip;
  readonly characters: readonly (ReadCharacter & { readonly middle: number })[] | null;
}

/** The model sees one step for each eight columns. */
const STEP = 8;
/** Runs side by side, of one thread each. */
const AT_ONCE = 2;

/** Reads the strips of a page, several at once, until the time `until` (of `performance.now()`). */
export async function readStrips(grey: Raster, strips: readonly TextStrip[], until: number): Promise<StripText[]> {
  const read: StripText[] = strips.map((strip) => ({ strip, characters: null }));
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < strips.length && performance.now() < until) {
      const index = next++;
      read[index] = await readStrip(grey, strips[index]!);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return read;
}

async function readStrip(grey: Raster, strip: TextStrip): Promise<StripText> {
  const { run, characters } = await loadRecogniser();
  const { pixels, width, x0, scale } = cutStrip(grey, strip);
  const read = decodeStrip(await run(pixels, width), characters);
  return { strip, characters: read.map((each) => ({ ...each, middle: x0 + (each.place * STEP) / scale })) };
}
