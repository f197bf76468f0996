import { expect, it } from "vitest";
import { splitMethods } from "../../../src/extract/tables/split-methods.ts";

it.each([
  ["现场查看 查看工作计划和\n档案资料", ["现场查看", "查看工作计划和档案资料"]],
  ["查阅资料、座谈", ["查阅资料", "座谈"]],
  ["查阅\n资料", ["查阅资料"]],
  ["现场查看\n问卷调查座谈了解", ["现场查看", "问卷调查", "座谈了解"]],
  ["现场查看建筑垃圾台账", ["现场查看建筑垃圾台账"]],
  ["", []],
])("splits %j", (text, methods) => {
  expect(splitMethods(text)).toEqual(methods);
});
