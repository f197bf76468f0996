import { describe, expect, test } from "vitest";
import { findResponsibilities } from "../../src/extract/responsibilities.ts";

/** `lead 甲局; support 乙局、丙局`. */
const show = (text: string): string =>
  findResponsibilities(text)
    .map(({ role, units }) => `${role} ${units.join("、")}`)
    .join("; ");

describe("a closing bracket", () => {
  test.each([
    ["改造管网。（责任单位：县住建局、县水务局）", "responsible 县住建局、县水务局"],
    ["改造管网。（牵头单位：县住建局；责任单位：县水务局、各镇）", "lead 县住建局; responsible 县水务局、各镇"],
    ["改造管网。（牵头单位：县住建局；配合单位：县财政局；完成时限：2023年6月底）", "lead 县住建局; support 县财政局"],
    ["改造管网。（监督指导单位：市水务局，责任单位：各县政府）", "supervise 市水务局; responsible 各县政府"],
    ["改造管网。（县住建局、县水务局按职责分工负责）", "responsible 县住建局、县水务局"],
    ["改造管网。（县住建局牵头，县水务局、各镇配合）", "lead 县住建局; support 县水务局、各镇"],
    ["改造管网。（县住房和城乡建设局、各乡镇人民政府）", "responsible 县住房和城乡建设局、各乡镇人民政府"],
    ["改造管网。（责任单位：县水利局、县住建局，排第一位的为牵头单位，下同）", "responsible 县水利局、县住建局"],
    ["改造管网。（牵头单位：县住建局等部门）", "lead 县住建局"],
    ["改造管网。〔县住建局牵头负责〕", "lead 县住建局"],
  ])("%s", (text, roles) => expect(show(text)).toBe(roles));
});

describe("a bracket that gives no roles", () => {
  test.each([
    "推行河（湖）长制。",
    "整治背街小巷（含城乡结合部）。",
    "排查隐患（见附件2）。",
    "改造老旧管网（2000年以前建成的）。",
    "分管领导：（略）",
  ])("%s", (text) => expect(show(text)).toBe(""));
});

describe("prose", () => {
  test.each([
    ["由县水利局牵头，县财政局、县审计局参与，制定管护办法。", "lead 县水利局; support 县财政局、县审计局"],
    ["县河长办牵头负责日常工作，县水利局、县财政局配合。", "lead 县河长办; support 县水利局、县财政局"],
    [
      "由县水利局牵头，县财政局配合，各镇人民政府负责落实。",
      "lead 县水利局; support 县财政局; responsible 各镇人民政府",
    ],
    [
      "建立由县水利局牵头，县财政局配合，各街道具体落实的工作机制。",
      "lead 县水利局; support 县财政局; responsible 各街道",
    ],
    [
      "由市水利局牵头，各县（市、区）负责组织实施，市财政局配合。",
      "lead 市水利局; support 市财政局; responsible 各县（市、区）",
    ],
    ["由县水利局牵头，制定办法，引导群众参与。", "lead 县水利局"],
    ["由县水利局牵头，县财政局配合，实行专人负责。", "lead 县水利局; support 县财政局"],
    ["县水利局、县住建局共同牵头，各镇参与。", "lead 县水利局、县住建局; support 各镇"],
    ["各镇人民政府具体负责辖区内管护。", "responsible 各镇人民政府"],
    ["县住建局牵头负责落实改造。", "lead 县住建局"],
    ["该项工作由县教育局负责。", "responsible 县教育局"],
    ["县商务局负责加油站巡查，县民政局负责养老院巡查。", "responsible 县商务局; responsible 县民政局"],
    ["县节水领导小组（成员名单见附件3）负责统筹全县节水工作。", "responsible 县节水领导小组"],
    ["县水务局（以下简称县局）负责调度。", "responsible 县水务局"],
    ["由镇政府具体负责组织实施。", "responsible 镇政府"],
    ["各级要高度负责，加强领导。", ""],
    ["鼓励企业、群众参与监督。", ""],
    ["对租住的农户，由房主负责告知用水事项。", ""],
  ])("%s", (text, roles) => expect(show(text)).toBe(roles));
});

test("a line of its own below the item gives its roles", () => {
  expect(show("改造管网。\n主办单位：县住建局\n参与单位：县水务局、各镇\n完成时限：2025年6月底前")).toBe(
    "lead 县住建局; support 县水务局、各镇",
  );
  expect(show("改造管网。\n牵头单位：县住建局；责任单位：县水务局、各镇")).toBe(
    "lead 县住建局; responsible 县水务局、各镇",
  );
});

test("the same role of the same bodies is said once", () => {
  expect(show("由县水利局负责。（县水利局负责）")).toBe("responsible 县水利局");
});

test("people are no units", () => {
  expect(show("（责任领导：张某；责任单位：县教育局）")).toBe("responsible 县教育局");
});
