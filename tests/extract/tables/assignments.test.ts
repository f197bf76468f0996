import { describe, expect, it } from "vitest";
import { extractAssignments } from "../../../src/extract/tables/assignments.ts";
import { type Content, outlineOf, rowsOf } from "./outline-of.ts";

const read = (title: string, content: Content) => extractAssignments(outlineOf([[title, content]]))[0]!;

describe("extractAssignments", () => {
  it("reads categories, tasks, measures, units by role and due dates", () => {
    const { items, ...assignment } = read(
      "某市重点任务分工表",
      rowsOf(`
      序号 | 任务类别 | 重点任务 | 主要措施 | 牵头单位 | 配合单位 | 完成时限
      1 | 一、设施建设 | 建设充电站 | 新建3座充电站。 | 市能源局 | 市财政局、市住建局 | 2024年6月底前
      2 | | 改造电网 | 完成配网改造。 | 市供电公司 | | 2024年上半年
      3 | 二、宣传引导 | 开展宣传 | 每月开展1次。 | 市文明办 | 市教育局 | 持续推进`),
    );
    expect(assignment).toMatchObject({ title: "某市重点任务分工表", attachment: 1 });
    expect(items.map(({ evidence: _, ...item }) => item)).toEqual([
      {
        number: 1,
        category: "设施建设",
        task: "建设充电站",
        measures: "新建3座充电站。",
        responsibilities: [
          { role: "lead", units: ["市能源局"] },
          { role: "support", units: ["市财政局", "市住建局"] },
        ],
        due: "2024-06",
      },
      {
        number: 2,
        category: "设施建设",
        task: "改造电网",
        measures: "完成配网改造。",
        responsibilities: [{ role: "lead", units: ["市供电公司"] }],
        due: "2024-06",
      },
      {
        number: 3,
        category: "宣传引导",
        task: "开展宣传",
        measures: "每月开展1次。",
        responsibilities: [
          { role: "lead", units: ["市文明办"] },
          { role: "support", units: ["市教育局"] },
        ],
        due: null,
      },
    ]);
  });

  it("takes the year of a month from the title where it names one year", () => {
    const table = rowsOf(`
      序号 | 工作任务 | 责任单位 | 完成时间
      1 | 制定方案 | 市教育局 | 5月底前
      2 | 组织验收 | 市教育局 | 每年12月底前`);
    expect(read("2024年重点任务清单", table).items.map((item) => item.due)).toEqual(["2024-05", null]);
    expect(read("2023—2025年重点任务清单", table).items.map((item) => item.due)).toEqual([null, null]);
  });

  it("takes the year of a month from the heading of its column, too", () => {
    const table = rowsOf(`
      序号 | 工作任务 | 责任单位 | 完成时限（2024年）
      1 | 制定方案 | 市教育局 | 5月底前
      2 | 组织验收 | 市教育局 | 2025年1月底前`);
    expect(read("重点任务分工表", table).items.map((item) => item.due)).toEqual(["2024-05", "2025-01"]);
  });

  it("takes blank cells of units for merged ones where there are several, one among many for a blank", () => {
    const unitsOf = (...units: string[]) =>
      read("责任分工表", [
        ["序号", "工作任务", "责任单位", "完成时限"],
        ...units.map((unit, at) => [String(at + 1), `任务${"甲乙丙丁戊己"[at]}`, unit, `2024年${at + 1}月底前`]),
      ]).items.map(({ responsibilities }) => responsibilities[0]?.units.join("") ?? null);
    expect(unitsOf("市教育局", "市水利局", "", "市林业局")).toEqual(["市教育局", "市水利局", null, "市林业局"]);
    expect(unitsOf("市教育局", "", "", "市林业局")).toEqual(["市教育局", "市教育局", "市教育局", "市林业局"]);
  });

  it("gives a merged task to each of its rows and takes heading rows for categories", () => {
    const { items } = read("责任分工表", [
      ["序号", "工作任务", "工作内容", "责任单位"],
      ["一、基础工作", "<", "<", "<"],
      ["1", "隐患排查", "排查水库", "水务站"],
      ["2", "^", "排查山塘", "农业办"],
      ["二", "应急工作", "", ""],
      ["3", "应急演练", "开展演练", "应急办"],
    ]);
    expect(items.map(({ number, category, task, measures }) => [number, category, task, measures])).toEqual([
      [1, "基础工作", "隐患排查", "排查水库"],
      [2, "基础工作", "隐患排查", "排查山塘"],
      [3, "应急工作", "应急演练", "开展演练"],
    ]);
  });

  it("parts a cell in which the units stand under marks of their own", () => {
    const { items } = read("责任分工表", [
      ["序号", "工作任务", "责任单位"],
      ["1", "道路改造", "牵头单位：市交通局；配合单位：市财政局、市公安局"],
      ["2", "绿化提升", "市林业局"],
    ]);
    expect(items[0]!.responsibilities).toEqual([
      { role: "lead", units: ["市交通局"] },
      { role: "support", units: ["市财政局", "市公安局"] },
    ]);
  });

  it("leaves tables with points to the standards", () => {
    const table = rowsOf(`
      序号 | 工作任务 | 分值 | 责任单位
      1 | 制定方案 | 5 | 市教育局
      2 | 组织验收 | 5 | 市教育局`);
    expect(extractAssignments(outlineOf([["任务分解表", table]]))).toEqual([]);
  });
});
