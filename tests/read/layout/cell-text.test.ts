import { expect, test } from "vitest";
import { joinCellLines } from "../../../src/read/layout/cell-text.ts";
import type { CellLine } from "../../../src/read/layout/measure-cells.ts";

const join = (...texts: string[]): string =>
  joinCellLines(
    texts.map((text) => ({ text, page: 1, spans: [] }) as unknown as CellLine),
    new Set(),
  ).text;

test.each([
  [["扣0", ".5分"], "扣0.5分"],
  [["0.", "5分"], "0.5分"],
  [["90", "%以上"], "90%以上"],
  [["2023", "-2025年"], "2023-2025年"],
  [["12", "34"], "1234"],
  [["GB", "5033"], "GB 5033"],
  [["社区", "绿地"], "社区绿地"],
])("a cell's lines %j are the text %s", (lines, text) => expect(join(...lines)).toBe(text));
