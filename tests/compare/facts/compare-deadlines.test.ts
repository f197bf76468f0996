import { expect, test } from "vitest";
import { compareDeadlines } from "../../../src/compare/facts/compare-deadlines.ts";
import { deadline } from "./make-entries.ts";

test("a later day is looser, and the days are counted", () => {
  const [pair, ...rest] = compareDeadlines(
    [deadline("各市于2021年9月底前将实施方案报省住房城乡建设厅备案。", "2021-09")],
    [deadline("各县于2021年10月15日前将实施方案报市住房城乡建设局备案。", "2021-10-15")],
  );
  expect(rest).toEqual([]);
  expect(pair).toMatchObject({ relation: "changed", direction: "looser", deltaDays: 15 });
});

test("a yearly day is set against a yearly day, by the paper that is due", () => {
  const pairs = compareDeadlines(
    [
      deadline("每年11月10日前将年度总结评估报告报省厅。", null, "--11-10"),
      deadline("各地于2021年3月底前报送联络员名单。", "2021-03"),
    ],
    [
      deadline("联络员信息于2021年3月20日前报县局。", "2021-03-20"),
      deadline("各镇每年10月25日前报送工作总结；", null, "--10-25"),
    ],
  );
  expect(
    pairs.map(({ template, local, direction, deltaDays }) => [template?.due, local?.due, direction, deltaDays]),
  ).toEqual([
    [null, null, "stricter", -16],
    ["2021-03", "2021-03-20", "stricter", -11],
  ]);
});

test("every quarter instead of every month is looser and has no days", () => {
  const [pair] = compareDeadlines(
    [deadline("各单位每月25日前报送工作进展情况。", null, "monthly")],
    [deadline("各单位每季度末报送工作进展情况。", null, "quarterly")],
  );
  expect(pair).toMatchObject({ relation: "changed", direction: "looser", deltaDays: null });
});

test("the same day in other words is reworded, in the same words identical", () => {
  const one = deadline("2021年6月底前完成排查整改，形成问题台账。", "2021-06");
  const other = deadline("2021年6月30日前完成排查整改，建立问题台账。", "2021-06-30");
  expect(compareDeadlines([one], [other])[0]!.relation).toBe("reworded");
  expect(compareDeadlines([one], [one])[0]!.relation).toBe("identical");
});

test("different demands do not pair, whatever their day", () => {
  const pairs = compareDeadlines(
    [deadline("2022年底前完成老旧管网改造。", "2022")],
    [deadline("2022年底前上报先进典型材料。", "2022")],
  );
  expect(pairs.map(({ relation }) => relation).sort()).toEqual(["added", "removed"]);
});
