import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBody, splitUnits } from "../../src/core/split-units.ts";

describe("a list of bodies is split as printed", () => {
  test.each([
    ["县水务局、县财政局，县审计局；各镇", ["县水务局", "县财政局", "县审计局", "各镇"]],
    ["市文旅局 市公安局　市应急局", ["市文旅局", "市公安局", "市应急局"]],
    ["县教育局和县卫健局", ["县教育局", "县卫健局"]],
    ["区民政局及区财政局", ["区民政局", "区财政局"]],
    ["市科技局、市水务局和市财政局等部门", ["市科技局", "市水务局", "市财政局"]],
    ["团县委、县妇联等", ["团县委", "县妇联"]],
    ["区商务局、区金融办等部门", ["区商务局", "区金融办"]],
    ["供电公司、自来水公司。", ["供电公司", "自来水公司"]],
    [
      "各省、自治区、直辖市水利主管部门，新疆生产建设兵团水利主管部门",
      ["各省、自治区、直辖市水利主管部门", "新疆生产建设兵团水利主管部门"],
    ],
    ["各省、自治区、新疆生产建设兵团水利厅（局），水利司", ["各省、自治区、新疆生产建设兵团水利厅（局）", "水利司"]],
    ["各市、市教育局", ["各市", "市教育局"]],
    ["城建中心（小区内）规保办（小区外）", ["城建中心（小区内）", "规保办（小区外）"]],
  ])("%s", (text, units) => expect(splitUnits(text)).toEqual(units));
});

describe("a body's own name stays whole", () => {
  test.each([
    "市住房和城乡建设局",
    "县人力资源和社会保障局",
    "各市、县人民政府",
    "各州、市林业局",
    "各市、县教育局",
    "各县（市、区）人民政府",
    "各镇（街道、开发区）",
    "各镇（街道）人民政府",
    "交通和港航中心",
  ])("%s", (name) => expect(splitUnits(name)).toEqual([name]));

  test("also where white space wraps it", () => {
    expect(splitUnits("市公安\n局、市城管执\n法局")).toEqual(["市公安局", "市城管执法局"]);
  });
});

test.each(["县民政局", "科学技术司", "涉及镇（街道）", "各村（居）委会", "国网供电公司", "县消防救援大队"])(
  "%s is a body",
  (name) => {
    expect(isBody(name)).toBe(true);
  },
);

test.each(["局", "加强领导", "动员部署", "安全生产", `${"县".repeat(40)}局`])("%s is none", (name) => {
  expect(isBody(name)).toBe(false);
});

const NAMES = [
  "县水务局",
  "市住房和城乡建设局",
  "各镇（街道）",
  "团县委",
  "应急管理局",
  "各村（社区）",
  "国网供电公司",
];
const NAME = fc.constantFrom(...NAMES);

test("every body of a list comes out once, in order, whatever parts them", () => {
  const list = fc.array(fc.tuple(NAME, fc.constantFrom("、", "，", "；", "、 ")), { maxLength: 8 });
  const last = fc.tuple(NAME, fc.constantFrom("、", "和", "及", "与", "以及"), NAME, fc.constantFrom("", "等", "。"));
  fc.assert(
    fc.property(list, last, (entries, [left, mark, right, end]) => {
      const text = `${entries.flat().join("")}${left}${mark}${right}${end}`;
      expect(splitUnits(text)).toEqual([...entries.map(([name]) => name), left, right]);
    }),
  );
});

test("no name is empty or has a separator at its ends, whatever the text", () => {
  const text = fc.string({
    unit: fc.constantFrom("县", "局", "委", "和", "等", "部门", "、", "；", " ", "（", "）", "。", "各"),
  });
  fc.assert(
    fc.property(text, (printed) => {
      for (const unit of splitUnits(printed)) expect(unit).toMatch(/^[^\s、，,；;](?:.*[^\s、，,；;])?$/u);
    }),
  );
});
