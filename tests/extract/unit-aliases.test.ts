import { describe, expect, test } from "vitest";
import { createNameSearch } from "../../src/extract/name-search.ts";
import { findAliases } from "../../src/extract/unit-aliases.ts";
import { outlineOf } from "../helpers/outline-of.ts";

const aliases = async (name: string, text: string, taken: readonly string[] = []): Promise<string[]> => {
  const outline = await outlineOf(`衡南县节水行动方案\n一、任务\n${text}`);
  return findAliases([name], createNameSearch(outline), outline.header, new Set([name, ...taken]));
};

describe("other names of a body that the file prints", () => {
  test.each([
    ["县住建局", "报县住房和城乡建设局备案。", ["县住房和城乡建设局"]],
    ["县住房和城乡建设局", "由县住建局汇总。", ["县住建局"]],
    ["县公安局", "衡南县公安局，各镇。", ["衡南县公安局"]],
    ["县节水办", "向县节水办公室报送。", ["县节水办公室"]],
    ["节水领导小组", "成立衡南县节水领导小组。", ["衡南县节水领导小组"]],
    ["县节水领导小组", "报衡南县节水领导小组备案。", ["衡南县节水领导小组"]],
    ["县政府办公室", "衡南县人民政府办公室印发。", ["衡南县人民政府办公室"]],
    ["金融办", "由国资办（金融办）负责。", ["国资办（金融办）"]],
  ])("%s: %s", async (name, text, found) => expect(await aliases(name, text)).toEqual(found));
});

describe("what is no other name of it", () => {
  test.each([
    ["part of a longer name", "县水利局", "县水利局所属单位"],
    ["a branch", "县公安局", "衡南县公安局分局"],
    ["another level's body", "县水利局", "报市水利局备案。"],
    ["a class of bodies", "县有关部门", "各有关部门"],
    ["a box of a form", "各园区管委会", "园区管委会推荐意见"],
  ])("%s", async (_, name, text) => expect(await aliases(name, text)).toEqual([]));

  test("a name that belongs to another body", async () => {
    expect(await aliases("县住建局", "报县住房和城乡建设局。", ["县住房和城乡建设局"])).toEqual([]);
  });
});
