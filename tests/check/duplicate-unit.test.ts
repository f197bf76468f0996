import { expect, test } from "vitest";
import { CHECKS } from "../../src/check/index.ts";
import { standard, standardItem, task } from "./make-facts.ts";
import { factsOf, makeDocument } from "./make-plan.ts";

const check = CHECKS["duplicate-unit"];

function inTask(text: string, units: string[]) {
  const made = makeDocument([text]);
  return check(factsOf({ tasks: [task("1", "支持", text, units, made.at(text))] }), made.outline);
}

test("a bracket that names a body twice is told, with both places", () => {
  const text = "落实资金。（责任单位：经济发展局、财政局、各县（市、区）政府、经济发展局）";
  const [finding] = inTask(text, ["经济发展局", "财政局", "各县（市、区）政府", "经济发展局"]);
  expect(finding?.facts).toEqual({ unit: "经济发展局" });
  expect(finding?.evidence.map(({ start }) => start)).toEqual([text.indexOf("经济"), text.lastIndexOf("经济")]);
});

test("a body named again before a role word is told, but not a longer name's beginning", () => {
  const units = ["能源局", "交通局", "能源局"];
  expect(inTask("用能。（财政局牵头，能源局、交通局、能源局配合）", units)).toHaveLength(1);
  expect(inTask("用能。（财政局牵头，能源局、交通局、能源局分局配合）", units)).toEqual([]);
});

test("a body of two brackets or of two roles is named once in each", () => {
  expect(
    inTask("用能。（责任单位：能源局、财政局）物流。（责任单位：交通局、财政局）", [
      "能源局",
      "财政局",
      "交通局",
      "财政局",
    ]),
  ).toEqual([]);
  expect(inTask("由财政局牵头，能源局、财政局配合。", ["财政局", "能源局", "财政局"])).toEqual([]);
});

test("a name inside a longer name is another body", () => {
  expect(inTask("（责任单位：市财政局、财政局）", ["市财政局", "财政局"])).toEqual([]);
});

test("a cell that belongs to two rows is told once", () => {
  const made = makeDocument([
    [
      ["1", "甲项", "城建中心 规保办 城建中心"],
      ["2", "乙项", ""],
    ],
  ]);
  const units = ["城建中心", "规保办", "城建中心"];
  const evidence = made.at("城建中心 规保办 城建中心");
  const items = [standardItem(1, null, 5, evidence, units), standardItem(2, null, 5, evidence, units)];
  expect(check(factsOf({ standards: [standard(items, null, evidence)] }), made.outline)).toHaveLength(1);
});
