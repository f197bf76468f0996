import { expect, test } from "vitest";
import { formatNumber } from "../../../src/read/numbering/number-format.ts";

test.each([
  ["decimal", 12, "12"],
  ["decimalZero", 7, "07"],
  ["decimalFullWidth", 10, "１０"],
  ["chineseCounting", 10, "十"],
  ["chineseCounting", 12, "十二"],
  ["chineseCounting", 20, "二十"],
  ["chineseCountingThousand", 110, "一百一十"],
  ["chineseCountingThousand", 305, "三百零五"],
  ["chineseCountingThousand", 1000, "一千"],
  ["japaneseCounting", 115, "百十五"],
  ["ideographDigital", 20, "二〇"],
  ["chineseLegalSimplified", 12, "壹拾贰"],
  ["ideographTraditional", 3, "丙"],
  ["ideographTraditional", 11, "11"],
  ["decimalEnclosedCircleChinese", 1, "①"],
  ["decimalEnclosedCircle", 21, "㉑"],
  ["decimalEnclosedCircle", 51, "51"],
  ["upperRoman", 14, "XIV"],
  ["lowerRoman", 9, "ix"],
  ["upperLetter", 26, "Z"],
  ["lowerLetter", 28, "bb"],
  ["none", 3, ""],
  ["someFutureFormat", 3, "3"],
])("%s writes %i as %s", (format, value, printed) => {
  expect(formatNumber(value, format)).toBe(printed);
});
