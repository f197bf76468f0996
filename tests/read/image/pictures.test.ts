import { crc32, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { ReadError } from "../../../src/core/outcome.ts";
import { toGrey } from "../../../src/read/image/to-grey.ts";
import { readDocument } from "../../../src/read/index.ts";
import { blank, fill } from "./draw-raster.ts";
import { writeTiff } from "./write-tiff.ts";

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** Rows of white pixels, each behind its filter's number (PNG §7.3). */
const whiteRows = (width: number, height: number): Uint8Array =>
  new Uint8Array((width + 1) * height).map((_, at) => (at % (width + 1) === 0 ? 0 : 255));

/** A grey PNG that claims a size, whatever it holds. */
function writePng(width: number, height: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

async function reasonOf(bytes: Uint8Array) {
  try {
    await readDocument(bytes, { fileName: "scan" });
  } catch (error) {
    if (error instanceof ReadError) return error.reason;
    throw error;
  }
  return null;
}

test("a picture of 20,000 by 20,000 pixels is refused before it is decoded", async () => {
  expect(await reasonOf(writePng(20_000, 20_000, new Uint8Array(10)))).toMatchObject({
    code: "too-large",
    facts: { pixels: 400_000_000 },
  });
});

test("a picture that is cut short is damaged", async () => {
  const whole = writePng(200, 200, whiteRows(200, 200));
  expect(await reasonOf(whole.subarray(0, whole.length - 30))).toMatchObject({ code: "damaged" });
  expect(await reasonOf(whole.subarray(0, 20))).toMatchObject({ code: "damaged" });
});

test("a blank picture holds no text", async () => {
  expect(await reasonOf(writePng(300, 400, whiteRows(300, 400)))).toMatchObject({ code: "no-text" });
}, 30_000);

test("a TIFF of more pages than any plan is refused", async () => {
  const page = blank(8, 8);
  expect(await reasonOf(writeTiff(Array.from({ length: 201 }, () => page)))).toMatchObject({
    code: "too-large",
    facts: { pages: 201 },
  });
});

/** A page of one millimetre to two pixels, white, as red, green and blue. */
function drawSealed(paint: (x: number, y: number) => readonly [number, number, number] | null) {
  const [width, height] = [420, 594];
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const colour = paint(x, y);
      if (colour) data.set(colour, (y * width + x) * 3);
    }
  return { width, height, channels: 3, data };
}

test("a round seal goes, the date below it stays", () => {
  const grey = toGrey(
    drawSealed((x, y) => {
      if (y >= 398 && y < 402 && x > 280 && x < 340) return [30, 20, 20];
      const far = Math.hypot(x - 300, y - 400);
      return far > 38 && far < 42 ? [220, 40, 40] : null;
    }),
  );
  expect(grey.data[400 * 420 + 300]).toBeLessThan(40);
  expect(grey.data[440 * 420 + 300]).toBeGreaterThan(200);
});

test("a red head and its red rule stay", () => {
  const grey = toGrey(
    drawSealed((x, y) => (y > 80 && y < 110 && x > 60 && x < 360 && x % 40 < 30 ? [220, 40, 40] : null)),
  );
  expect(grey.data[90 * 420 + 112]).toBe(255);
  expect(grey.data[90 * 420 + 85]).toBeLessThan(130);
});

test("lines without text are no text", async () => {
  const page = blank(300, 400);
  fill(page, [30, 30, 270, 32]);
  expect(await reasonOf(writeTiff([page]))).toMatchObject({ code: "no-text" });
}, 30_000);
