import { expect, test } from "vitest";
import { splitUnits } from "../../src/core/split-units.ts";

test("a bracket closes a body's name where another body follows", () => {
  expect(splitUnits("城建中心（小区内）规保办（小区外）")).toEqual(["城建中心（小区内）", "规保办（小区外）"]);
});

test("a bracket inside a name parts nothing", () => {
  expect(splitUnits("各镇（街道）人民政府、各县（市、区）公安局")).toEqual([
    "各镇（街道）人民政府",
    "各县（市、区）公安局",
  ]);
});
