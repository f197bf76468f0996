import fc from "fast-check";
import { expect, test } from "vitest";
import { createProgressLine } from "../../../src/apps/cli/progress-line.ts";
import { writeTable } from "../../../src/apps/cli/text-table.ts";
import { clipPath, clipText, padText, textWidth } from "../../../src/apps/cli/text-width.ts";

test.each([
  ["plan", 4],
  ["绿色社区", 8],
  ["（试行）", 8],
  ["A绿", 3],
  ["é", 1],
  ["", 0],
])("%s takes %i columns", (text, width) => {
  expect(textWidth(text)).toBe(width);
});

test("columns line up under wide characters, numbers to the right", () => {
  const columns = [
    { heading: "标题", side: "left", most: 20 },
    { heading: "n", side: "right", most: 5 },
  ] as const;
  expect(
    writeTable(columns, [
      ["绿色社区", "7"],
      ["plan", "12"],
    ]),
  ).toBe(["标题       n", "绿色社区   7", "plan      12"].join("\n"));
});

test("a path is cut at its start, so that its end is seen", () => {
  expect(clipPath("批.zip/2021/绿色社区.pdf", 16)).toBe("…21/绿色社区.pdf");
  expect(clipPath("批.zip/a.pdf", 16)).toBe("批.zip/a.pdf");
});

test("a clipped text never takes more columns than it may, and a fitting one is left as it is", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("绿", "a", "（", "\u0301", "\n") }),
      fc.integer({ min: 1, max: 20 }),
      (text, most) => {
        expect(textWidth(clipText(text, most))).toBeLessThanOrEqual(most);
        expect(textWidth(padText("", most))).toBe(most);
      },
    ),
  );
  expect(clipText("绿色社区", 8)).toBe("绿色社区");
  expect(clipText("绿色社区", 7)).toBe("绿色社…");
});

test("progress is drawn on a terminal and silent on a pipe", () => {
  const drawn = (isTTY: boolean) => {
    let text = "";
    const progress = createProgressLine({ isTTY, write: (part) => (text += part) });
    progress.show(1, 2, "plan.pdf");
    progress.clear();
    return text;
  };
  expect(drawn(false)).toBe("");
  expect(drawn(true)).toContain("[1/2] plan.pdf");
});
