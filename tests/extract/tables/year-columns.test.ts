import { expect, test } from "vitest";
import { extractYearColumns } from "../../../src/extract/tables/year-columns.ts";
import { outlineOf, rowsOf } from "./outline-of.ts";

const read = (table: string) => extractYearColumns(outlineOf([], { contents: [rowsOf(table)] }));
const show = (table: string): string[] =>
  read(table).map(
    ({ metric, comparator, value, unit, deadline }) => `${metric} ${comparator}${value}${unit} ${deadline}`,
  );

test("each filled cell of a year's column is a target", () => {
  expect(
    show(`
    序号 | 指标名称 | 单位 | 2023年 | 2024年 | 2025年
    1 | 再生水利用率 | % | 25 | ≥27 | 30以上
    2 | 新增节水企业 | 家 | 5 |  | 8`),
  ).toEqual([
    "再生水利用率 =25% 2023",
    "再生水利用率 >=27% 2024",
    "再生水利用率 >=30% 2025",
    "新增节水企业 =5家 2023",
    "新增节水企业 =8家 2025",
  ]);
});

test("a cell may have its own unit, and the heading the word 目标", () => {
  expect(
    show(`
    指标 | 2023年目标 | 2024年目标
    用水总量 | ≤3.2亿立方米 | ≤3.1亿立方米`),
  ).toEqual(["用水总量 <=3.2亿立方米 2023", "用水总量 <=3.1亿立方米 2024"]);
});

test("a target is proved by its name and its cell", () => {
  const [target] = read("指标 | 单位 | 2023年 | 2024年\n普及率 | % | 85 | 90");
  expect(target!.evidence.map(({ quote }) => quote)).toEqual(["普及率", "85"]);
  expect(target).toMatchObject({ kind: "quantitative", text: "普及率 85", scope: null, hedge: null });
});

test("one year's column, or none, makes no table of targets", () => {
  expect(show("指标 | 单位 | 2023年\n普及率 | % | 85")).toEqual([]);
  expect(show("镇 | 户数 | 人口\n东乡镇 | 120 | 400")).toEqual([]);
});

test("a year that was over when the plan was made says how things stand, unless the plan is for it", () => {
  const table = rowsOf("指标 | 单位 | 2023年 | 2024年\n普及率 | % | 85 | 90");
  const deadlinesOf = (title: string, issuedOn: string | null): (string | null)[] => {
    const outline = outlineOf([], { contents: [table] });
    const header = { ...outline.header, title, issuedOn };
    return extractYearColumns({ ...outline, header }).map(({ deadline }) => deadline);
  };
  expect(deadlinesOf("某县节水行动方案", "2024-03-01")).toEqual(["2024"]);
  expect(deadlinesOf("某县节水行动方案", "2023-12-30")).toEqual(["2024"]);
  expect(deadlinesOf("某县节水行动方案", "2023-08-01")).toEqual(["2023", "2024"]);
  expect(deadlinesOf("某县节水行动方案（2023—2025年）", "2024-03-01")).toEqual(["2023", "2024"]);
  expect(deadlinesOf("某县节水行动方案", null)).toEqual(["2023", "2024"]);
});
