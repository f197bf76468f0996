import type { Raster } from "../../../src/read/image/raster.ts";

const SHORT = 3;
const LONG = 4;

/** Writes grey pages as an uncompressed TIFF of several pages (TIFF 6.0, little-endian). */
export function writeTiff(pages: readonly Raster[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])];
  let at = 8;
  pages.forEach((page, index) => {
    const tags: readonly (readonly [tag: number, type: number, value: number])[] = [
      [256, LONG, page.width],
      [257, LONG, page.height],
      [258, SHORT, 8],
      [259, SHORT, 1],
      [262, SHORT, 1],
      [273, LONG, at + 2 + 12 * 9 + 4],
      [277, SHORT, 1],
      [278, LONG, page.height],
      [279, LONG, page.data.length],
    ];
    const directory = Buffer.alloc(2 + 12 * tags.length + 4);
    directory.writeUInt16LE(tags.length);
    tags.forEach(([tag, type, value], entry) => {
      directory.writeUInt16LE(tag, 2 + 12 * entry);
      directory.writeUInt16LE(type, 4 + 12 * entry);
      directory.writeUInt32LE(1, 6 + 12 * entry);
      directory.writeUInt32LE(value, 10 + 12 * entry);
    });
    const padding = page.data.length % 2;
    at += directory.length + page.data.length + padding;
    directory.writeUInt32LE(index + 1 < pages.length ? at : 0, directory.length - 4);
    parts.push(directory, Buffer.from(page.data), Buffer.alloc(padding));
  });
  return Buffer.concat(parts);
}
