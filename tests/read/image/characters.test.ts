import { expect, test } from "vitest";
import { decodeStrip } from "../../../src/read/image/decode-strip.ts";
import { measureStrip } from "../../../src/read/image/measure-strip.ts";
import { mendMarks } from "../../../src/read/image/mend-marks.ts";
import { placeBlocks } from "../../../src/read/image/place-blocks.ts";
import { placeCharacters } from "../../../src/read/image/place-characters.ts";
import { settleSizes } from "../../../src/read/image/settle-sizes.ts";
import { blank, fill } from "./draw-raster.ts";

test("repeats and blanks of the model's steps are dropped, and each character's middle is kept", () => {
  const step = (likeliest: number, sure: number) => [0, 1, 2].map((each) => (each === likeliest ? sure : 0));
  const steps = [step(0, 1), step(1, 0.9), step(1, 0.9), step(0, 1), step(1, 0.8), step(2, 0.7), step(0, 1)];
  const read = decodeStrip(Float32Array.from(steps.flat()), ["", "分", "数"]);
  expect(read.map(({ text, place }) => [text, Math.round(place * 10) / 10])).toEqual([
    ["分", 2],
    ["分", 4.5],
    ["数", 5.5],
  ]);
  expect(read.map(({ sure }) => Math.round(sure * 10))).toEqual([9, 8, 7]);
});

test.each([
  ["各部门,各单位:", "各部门，各单位："],
  ["(一)指导思想", "（一）指导思想"],
  ["标准分(100分)", "标准分（100分）"],
  ["鲁建字[2020]22号", "鲁建字〔2020〕22号"],
  ["建发〔2020】192号", "建发〔2020〕192号"],
  ['利用"互联网+"平台', "利用“互联网+”平台"],
  ["2一3个", "2—3个"],
  ["2O21年", "2021年"],
  ["1,000 m (GB)", "1,000 m (GB)"],
  ["一是8:30开始", "一是8:30开始"],
])("%s is mended to %s", (read, meant) => {
  expect(mendMarks([...read]).join("")).toBe(meant);
});

test("ideographs share the line evenly, and a comma's box begins where the character before it ends", () => {
  const ink = blank(200, 60, 0);
  for (const x of [10, 42, 90]) fill(ink, [x, 10, x + 28, 38], 1);
  fill(ink, [75, 32, 80, 40], 1);
  const strip = { x0: 10, y0: 10, x1: 118, y1: 40, em: 28 };
  const found = [..."有关，部"].map((text, index) => ({ text, middle: [24, 56, 78, 104][index]! }));
  const { em, inked } = measureStrip(ink, strip, found);
  expect(em).toBeGreaterThan(28);
  expect(em).toBeLessThan(33);
  const places = placeCharacters([..."有关，部"], inked, em, 0);
  places.slice(1).forEach((place, index) => {
    expect(Math.abs(place.from - places[index]!.to)).toBeLessThan(1);
  });
  expect(places[2]!.from).toBeLessThan(75);
  expect(places[2]!.to).toBeGreaterThan(80);
});

test("a justified line does not stretch the size", () => {
  const settle = settleSizes([
    { em: 16.6, count: 28 },
    { em: 16, count: 20 },
    { em: 16.3, count: 28 },
  ]);
  expect(settle(16.6)).toBe(16);
});

test("short lines take the size of the long lines that are as large, titles keep theirs", () => {
  const settle = settleSizes([
    { em: 9.3, count: 2 },
    { em: 9, count: 12 },
    { em: 8.8, count: 4 },
    { em: 22, count: 15 },
  ]);
  expect([9.3, 9, 8.8, 22].map(settle)).toEqual([9, 9, 9, 22]);
});

test("a run on a page that was turned level is cut so that its boxes stay low", () => {
  const placeBack = ([x0, y0, x1, y1]: readonly [number, number, number, number]) =>
    [x0, y0 + 0.01 * x0, x1, y1 + 0.01 * x1] as [number, number, number, number];
  const line = { kind: "line", text: "一二三四五六七八九十".repeat(2), page: 1, size: 10 } as const;
  const run = { start: 0, end: 20, page: 1, bbox: [0, 100, 200, 110] as [number, number, number, number] };
  const recognised = { placeBack, confidenceIn: () => 0.9 };
  const [placed] = placeBlocks([{ ...line, runs: [run] }], (page) => (page === 1 ? recognised : null));
  const runs = placed!.kind === "line" ? placed!.runs : [];
  expect(runs.map(({ start, end }) => [start, end])).toEqual([
    [0, 5],
    [5, 10],
    [10, 15],
    [15, 20],
  ]);
  expect(runs.every(({ bbox }) => bbox[3] - bbox[1] < 11)).toBe(true);
  expect(runs.map(({ confidence }) => confidence)).toEqual([0.9, 0.9, 0.9, 0.9]);
});
