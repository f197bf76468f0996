import { describe, expect, test } from "vitest";
import { isNational, readPlaces } from "../../src/core/places.ts";

const chain = (text: string): string[] => readPlaces(text).map(({ name, level }) => `${name} ${level}`);

describe("a name is read as a chain of places, outermost first", () => {
  test.each([
    ["湖南省衡阳市衡南县民政局", ["湖南省 province", "衡阳市 prefecture", "衡南县 county"]],
    [
      "内蒙古自治区通辽市开鲁县大榆树镇",
      ["内蒙古自治区 province", "通辽市 prefecture", "开鲁县 county", "大榆树镇 township"],
    ],
    ["天津市河西区教育局", ["天津市 province", "河西区 county"]],
    ["义乌市农业农村局", ["义乌市 county"]],
    ["湘西土家族苗族自治州", ["湘西土家族苗族自治州 prefecture"]],
    ["苏州市高新区", ["苏州市 prefecture", "高新区 zone"]],
    ["合肥高新区教育局", ["合肥高新区 zone"]],
    ["某县经济开发区管委会", ["某县 county", "经济开发区 zone"]],
    ["科尔沁左翼中旗水务局", ["科尔沁左翼中旗 county"]],
  ])("%s", (text, places) => expect(chain(text)).toEqual(places));
});

test("the offset after each place is where the rest of the name begins", () => {
  const text = "湖南省衡阳市衡南县民政局";
  expect(readPlaces(text).map(({ end }) => text.slice(end))).toEqual(["衡阳市衡南县民政局", "衡南县民政局", "民政局"]);
});

test.each([
  "城市管理局",
  "社区居委会",
  "市场监督管理局",
  "县直各部门",
  "乡镇卫生院",
  "老旧小区改造",
  "关于加强市区管理",
  "全市各单位",
])("%s begins with no place", (text) => expect(chain(text)).toEqual([]));

describe("a body speaks for the nation", () => {
  test.each(["国务院办公厅", "国家卫生健康委", "中共中央", "财政部", "教育部等十三部门"])("%s", (name) => {
    expect(isNational(name)).toBe(true);
  });
  test.each(["河北省人民政府", "县委宣传部", "市总工会"])("but not %s", (name) => {
    expect(isNational(name)).toBe(false);
  });
});
