import { expect, test } from "vitest";
import { findJurisdiction } from "../../src/structure/jurisdiction.ts";

test.each([
  ["the place that the title begins with", ["衡南县节水行动方案", ["某局"], null], "衡南县", "county"],
  ["the innermost place", ["湖南省衡阳市衡南县节水行动方案", [], null], "衡南县", "county"],
  ["the issuer's where the title names none", ["节水行动方案", ["咸宁市水利局"], null], "咸宁市", "prefecture"],
  ["the notice's title's at last", ["节水行动方案", [], "关于印发《大荔县节水行动方案》的通知"], "大荔县", "county"],
  ["a party committee's place", ["节水行动方案", ["中共衡南县委办公室"], null], "衡南县", "county"],
  ["a town", ["北泉镇节水行动方案", [], null], "北泉镇", "township"],
  ["a zone", ["合肥高新技术产业开发区节水方案", [], null], "合肥高新技术产业开发区", "zone"],
  ["a new district run by a management committee", ["镇江新区节水方案", ["镇江新区管委会"], null], "镇江新区", "zone"],
  ["a new district whose offices sign", ["镇江新区节水方案", ["镇江新区水利局"], null], "镇江新区", "zone"],
  ["a new district with a government", ["滨海新区节水方案", ["滨海新区水务局"], null], "滨海新区", "county"],
  ["a province", ["贵州省节水行动方案", [], null], "贵州省", "province"],
  ["the nation", ["国家节水行动方案", ["国家发展改革委"], null], "全国", "national"],
  ["the nation, by a ministry", ["节水行动方案", ["水利部"], null], "全国", "national"],
  ["nothing", ["节水行动方案", ["县委组织部"], null], null, null],
] as const)("the jurisdiction is %s", (_, [title, issuers, notice], name, level) => {
  expect(findJurisdiction(title, issuers, notice)).toEqual({ name, level });
});
