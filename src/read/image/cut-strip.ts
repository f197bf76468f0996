import type { TextStrip } from "./find-text-lines.ts";
import { STRIP_HEIGHT } from "./load-models.ts";
import type { Raster } from "./raster.ts";
import { sampleAt } from "./resample.ts";

/** A strip as the model takes it. A column `c` of it shows the page's column `x0 + c / scale`. */
export interface CutStrip {
  readonly pixels: Float32Array;
  readonly width: number;
  readonly x0: number;
  readonly scale: number;
}

/** Blank around the text: above and below (share of its height), and at the ends (em). */
export interface Padding {
  readonly sides: number;
  readonly ends: number;
}

/** A dash or a lone 一 is much lower than its line, which is as high as so many em. */
const LOW = 0.5;
const LINE_HEIGHT = 0.8;
/** Of a strip's pixels, from dark to bright, this share is darker than its usual paper, and this than full print. */
const PAPER = 0.8;
const PRINT = 0.02;
/** Less contrast is the paper's own grain. */
const LEAST_CONTRAST = 40;
/** The model wants some width, and no strip is wider than a page-wide line of the smallest print. */
const NARROWEST = 32;
const WIDEST = 3200;

/** Cuts a strip out of the page and brings it to the model's height. */
export function cutStrip(grey: Raster, strip: TextStrip, padding: Padding): CutStrip {
  const middle = (strip.y0 + strip.y1) / 2;
  const inked = strip.y1 - strip.y0;
  const tall = (inked < LOW * strip.em ? LINE_HEIGHT * strip.em : inked) * (1 + 2 * padding.sides);
  const x0 = strip.x0 - padding.ends * strip.em;
  const wide = strip.x1 + padding.ends * strip.em - x0;
  const scale = Math.min(STRIP_HEIGHT / tall, WIDEST / wide);
  const width = Math.max(NARROWEST, Math.ceil((wide * scale) / 8) * 8);
  const y0 = middle - STRIP_HEIGHT / scale / 2;
  return { pixels: drawStrip(grey, x0, y0, 1 / scale, width), width, x0, scale };
}

function drawStrip(grey: Raster, x0: number, y0: number, step: number, width: number): Float32Array {
  const plane = STRIP_HEIGHT * width;
  const values = new Float32Array(plane);
  // A picture made smaller is averaged, or thin strokes would fall between the samples.
  const samples = Math.max(1, Math.round(step));
  for (let row = 0; row < STRIP_HEIGHT; row += 1)
    for (let column = 0; column < width; column += 1)
      values[row * width + column] = averageAt(grey, x0 + column * step, y0 + row * step, step, samples);
  const { paper, print } = measureContrast(values);
  const pixels = new Float32Array(3 * plane);
  values.forEach((value, at) => {
    const stretched = Math.max(-1, Math.min(1, (2 * (value - print)) / (paper - print) - 1));
    for (let each = at; each < pixels.length; each += plane) pixels[each] = stretched;
  });
  return pixels;
}

/** How bright the strip's paper and how dark its print are: faint print is made as dark as full print. */
function measureContrast(values: Float32Array): { readonly paper: number; readonly print: number } {
  const sorted = values.toSorted();
  const paper = sorted[Math.floor(sorted.length * PAPER)]!;
  return {
    paper: Math.max(paper, LEAST_CONTRAST),
    print: Math.min(sorted[Math.floor(sorted.length * PRINT)]!, paper - LEAST_CONTRAST),
  };
}

function averageAt(grey: Raster, x: number, y: number, step: number, samples: number): number {
  let sum = 0;
  for (let i = 0; i < samples; i += 1)
    for (let j = 0; j < samples; j += 1)
      sum += sampleAt(grey, x + ((i + 0.5) / samples) * step - 0.5, y + ((j + 0.5) / samples) * step - 0.5);
  return sum / (samples * samples);
}
