import { expect, test } from "vitest";
import { harmless } from "../../../src/apps/web/parts/harmless.ts";

test("marks of direction are shown, not obeyed, and no other character is touched", () => {
  expect(harmless("教育局\u202E反向\u2066甲\u2069")).toBe("教育局\uFFFD反向\uFFFD甲\uFFFD");
  const plain = "（一）2022年—2023年 “A” \u3000𠮷";
  expect(harmless(plain)).toBe(plain);
});
