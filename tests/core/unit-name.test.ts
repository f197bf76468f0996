import { expect, test } from "vitest";
import { canonicalStem, endingClass, readUnitName } from "../../src/core/unit-name.ts";

test.each([
  ["县住建局", "县", "", "住房城乡建设", "局"],
  ["市住房和城乡建设局", "市", "", "住房城乡建设", "局"],
  ["衡南县卫健局", "县", "衡南县", "卫生健康", "局"],
  ["区发改委", "区", "", "发展改革", "委"],
  ["市场监管局", "", "", "市场监管", "局"],
  ["各镇财政所", "镇", "", "财政", "所"],
  ["县公安局（交警大队）", "县", "", "公安", "局"],
  ["公安", "", "", "公安", ""],
])("%s is taken apart into area, place, function and ending", (name, area, place, stem, ending) => {
  expect(readUnitName(name)).toEqual({ area, place, stem, ending });
});

test.each([
  ["市监", "市场监管"],
  ["人力资源和社会保障", "人力资源社会保障"],
  ["文化和旅游", "文化旅游"],
  ["园林和林业", "园林林业"],
  ["和平", "和平"],
])("the function %s is called %s", (core, stem) => expect(canonicalStem(core)).toBe(stem));

test("an office, a bureau and a committee of one function are one body, a centre or a branch is not", () => {
  expect(["局", "委员会", "办", "厅"].map(endingClass)).toEqual(["局", "局", "局", "局"]);
  expect(endingClass("服务中心")).toBe("中心");
  expect(endingClass("分局")).toBe("分局");
});
