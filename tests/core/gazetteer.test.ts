import { expect, test } from "vitest";
import { cityLevel, isPlaceStem, MUNICIPALITIES, PROVINCES } from "../../src/core/gazetteer.ts";

test.each([
  ["重庆市", "province"],
  ["遵义市", "prefecture"],
  ["昆山市", "county"],
  ["敦煌", "county"],
  ["无名市", null],
])("the city %s is of level %s", (name, level) => expect(cityLevel(name)).toBe(level));

test("a place may be called without its class word", () => {
  expect(["江苏", "内蒙古", "绍兴", "昆山"].map(isPlaceStem)).toEqual([true, true, true, true]);
  expect(["城市", "江", "社区"].map(isPlaceStem)).toEqual([false, false, false]);
});

test("the nation has 34 provinces, four of them cities, and one corps that reports like one", () => {
  expect(PROVINCES.size).toBe(35);
  expect([...MUNICIPALITIES].every((name) => PROVINCES.has(name))).toBe(true);
  expect(MUNICIPALITIES.size).toBe(4);
});
