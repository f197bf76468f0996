import { expect, test } from "vitest";
import { readPoints, readTotal } from "../../../src/extract/tables/points.ts";

test.each([
  ["100", 100],
  ["100分", 100],
  ["100+5", 100],
  ["100分＋10分", 100],
  ["+5", 5],
  ["必备", null],
])("a total row that says %s gives %s points", (text, points) => expect(readTotal(text)).toBe(points));

test.each([
  ["５", 5],
  ["2.5分", 2.5],
  ["100+5", null],
  ["5-10", null],
])("a cell that says %s gives %s points", (text, points) => expect(readPoints(text)).toBe(points));
