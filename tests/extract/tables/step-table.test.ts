import { expect, test } from "vitest";
import { extractLists } from "../../../src/extract/tables/lists.ts";
import { extractStepTables } from "../../../src/extract/tables/step-table.ts";
import { outlineOf, rowsOf } from "./outline-of.ts";

const read = (table: string, year: number | null = null) =>
  extractStepTables({ ...outlineOf([], { contents: [rowsOf(table)] }), year }).map(({ evidence: _, ...step }) => step);

test("a table of steps gives their names, dates, text and units", () => {
  expect(
    read(`
    阶段 | 时间 | 工作内容 | 责任单位
    动员部署 | 2022年3月—4月 | 成立专班。 | 县水利局、各镇
    集中整治 | 2022年5月至10月 | 逐户排查。 | 县水利局
    长效管护 | 2022年11月起 | 建章立制。 |`),
  ).toEqual([
    {
      ordinal: 1,
      name: "动员部署",
      start: "2022-03",
      end: "2022-04",
      text: "成立专班。",
      responsibilities: [{ role: "responsible", units: ["县水利局", "各镇"] }],
    },
    {
      ordinal: 2,
      name: "集中整治",
      start: "2022-05",
      end: "2022-10",
      text: "逐户排查。",
      responsibilities: [{ role: "responsible", units: ["县水利局"] }],
    },
    { ordinal: 3, name: "长效管护", start: "2022-11", end: null, text: "建章立制。", responsibilities: [] },
  ]);
});

test("months without a year are of the year that the plan's title names", () => {
  const table = `
    工作阶段 | 起止时间 | 主要任务
    动员部署 | 3月至4月 | 成立专班。`;
  expect(read(table, 2024)).toMatchObject([{ start: "2024-03", end: "2024-04" }]);
  expect(read(table)).toMatchObject([{ start: null, end: null }]);
});

test("a table of steps in the plan's own text is no list", () => {
  const table = rowsOf("工作阶段 | 时间 | 主要工作\n动员 | 2022年3月 | 成立专班。\n整治 | 2022年5月 | 逐户排查。");
  const outline = outlineOf([], { title: "节水方案", contents: [table] });
  expect(extractStepTables(outline).map(({ name, end }) => [name, end])).toEqual([
    ["动员", "2022-03"],
    ["整治", "2022-05"],
  ]);
  expect(extractLists(outline)).toEqual([]);
});

test("a table without a column of steps, dates or contents is none", () => {
  expect(read("任务 | 时间 | 工作内容\n普查 | 2022年3月 | 摸底。")).toEqual([]);
  expect(read("阶段 | 工作内容\n动员 | 成立专班。")).toEqual([]);
});

test("a table of an attachment tells no steps of the plan", () => {
  const table = rowsOf("阶段 | 时间 | 工作内容\n动员 | 2022年3月 | 成立专班。");
  expect(extractStepTables(outlineOf([["工作进度表", table]]))).toEqual([]);
});
