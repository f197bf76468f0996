import { expect, test } from "vitest";
import { cityLevel, MUNICIPALITIES, PROVINCES } from "../../src/core/gazetteer.ts";

test.each([
  ["重庆市", "province"],
  ["遵义市", "prefecture"],
  ["昆山市", "county"],
  ["敦煌", "county"],
  ["无名市", null],
])("the city %s is of level %s", (name, level) => expect(cityLevel(name)).toBe(level));

test("the nation has 34 provinces, four of them cities, and one corps that reports like one", () => {
  expect(PROVINCES.size).toBe(35);
  expect([...MUNICIPALITIES].every((name) => PROVINCES.has(name))).toBe(true);
  expect(MUNICIPALITIES.size).toBe(4);
});
