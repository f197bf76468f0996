/** A picture of one byte a pixel, row by row: grey (0 black, 255 white), or ink (1 dark, 0 blank). */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A rectangle of pixels, `x1` and `y1` not included. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const createRaster = (width: number, height: number, fill = 0): Raster => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(fill),
});

/** The picture with rows and columns exchanged. */
export function transpose({ width, height, data }: Raster): Raster {
  const turned = createRaster(height, width);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) turned.data[x * height + y] = data[y * width + x]!;
  return turned;
}
