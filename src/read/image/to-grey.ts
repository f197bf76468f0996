import { findComponents } from "./find-components.ts";
import { createRaster, type PixelBox, type Raster } from "./raster.ts";

/** A picture of `channels` bytes a pixel: 1 grey, 2 grey and alpha, 3 red, green, blue, 4 with alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

/** Red is red by so much more than the other two (levels of 255). */
const REDDER = 60;
/** JPEG blurs colour: the rim of a seal is redder than grey by so little, yet not as dark as print (levels of 255). */
const RIM = { redder: 15, lighter: 50 };
/** Seals are looked for in squares of this share of the page's shorter side (about 1 mm). */
const SQUARE = 1 / 210;
/** A seal's diameter in squares: 42 mm for a body, smaller for an office, up to 60 mm (国发〔1999〕25号). */
const SEAL = { from: 25, to: 65, roundest: 1.35 };

/**
 * Makes a picture grey. A round red seal goes, and the text below it stays: in red light, red ink is as bright as
 * paper and black ink is black. Other red print (the red head of GB/T 9704-2012 §7.2) stays.
 */
export function toGrey(pixels: Pixels): Raster {
  const grey = createRaster(pixels.width, pixels.height);
  const { channels, data } = pixels;
  if (channels < 3) {
    for (let at = 0; at < grey.data.length; at += 1) grey.data[at] = data[at * channels]!;
    return grey;
  }
  for (let at = 0, from = 0; at < grey.data.length; at += 1, from += channels)
    grey.data[at] = 0.299 * data[from]! + 0.587 * data[from + 1]! + 0.114 * data[from + 2]!;
  for (const seal of findSeals(pixels)) showRedLight(pixels, grey, seal);
  return grey;
}

const isRed = (data: Uint8Array, from: number): boolean =>
  data[from]! - Math.max(data[from + 1]!, data[from + 2]!) > REDDER;

/** The boxes of red rings with their rims: as high as wide, and of a seal's size. */
function findSeals(pixels: Pixels): PixelBox[] {
  const square = Math.max(1, Math.round(Math.min(pixels.width, pixels.height) * SQUARE));
  const red = markRed(pixels, square);
  return findComponents(red).flatMap(({ x0, y0, x1, y1 }) => {
    const [width, height] = [x1 - x0, y1 - y0];
    const isRound = Math.max(width / height, height / width) < SEAL.roundest;
    if (!isRound || Math.min(width, height) < SEAL.from || Math.max(width, height) > SEAL.to) return [];
    const from = { x0: Math.max(0, x0 - 1) * square, y0: Math.max(0, y0 - 1) * square };
    return [{ ...from, x1: (x1 + 1) * square, y1: (y1 + 1) * square }];
  });
}

/** The squares that hold any red. */
function markRed({ width, height, channels, data }: Pixels, square: number): Raster {
  const red = createRaster(Math.ceil(width / square), Math.ceil(height / square));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (isRed(data, (y * width + x) * channels))
        red.data[Math.floor(y / square) * red.width + Math.floor(x / square)] = 1;
  return red;
}

function showRedLight({ channels, data }: Pixels, grey: Raster, { x0, y0, x1, y1 }: PixelBox): void {
  for (let y = y0; y < Math.min(y1, grey.height); y += 1)
    for (let x = x0; x < Math.min(x1, grey.width); x += 1) {
      const at = y * grey.width + x;
      const from = at * channels;
      const redder = data[from]! - Math.min(data[from + 1]!, data[from + 2]!);
      grey.data[at] = redder > RIM.redder && grey.data[at]! > RIM.lighter ? 255 : data[from]!;
    }
}
