import { describe, expect, test } from "vitest";
import { extractMeasures, extractTasks } from "../../src/extract/tasks.ts";
import { bare, inexact, outlineOf, planOf } from "../helpers/outline-of.ts";

test("tasks are the deepest numbered items of the chapters of tasks, each with the item above it", async () => {
  const outline = await planOf(`
    一、重点任务
    （一）农业节水
    1.改造灌区。完成渠系衬砌。（责任单位：县水利局、各镇）
    2.推广滴灌。
    （二）城镇节水。改造管网。逐户换表。
    二、保障措施
    （一）加强领导。成立专班。`);
  const tasks = extractTasks(outline);
  expect(bare(tasks)).toEqual([
    {
      number: "1",
      title: "改造灌区",
      parent: { number: "（一）", title: "农业节水" },
      text: "完成渠系衬砌。（责任单位：县水利局、各镇）",
      responsibilities: [{ role: "responsible", units: ["县水利局", "各镇"] }],
    },
    { number: "2", title: "推广滴灌", parent: { number: "（一）", title: "农业节水" }, text: "", responsibilities: [] },
    { number: "（二）", title: "城镇节水", parent: null, text: "改造管网。逐户换表。", responsibilities: [] },
  ]);
  expect(
    inexact(
      tasks.flatMap(({ evidence }) => evidence),
      outline.document.blocks,
    ),
  ).toEqual([]);
  expect(bare(extractMeasures(outline))).toEqual([
    { number: "（一）", title: "加强领导", parent: null, text: "成立专班。", responsibilities: [] },
  ]);
});

describe("a chapter without items", () => {
  test("is a measure itself where it closes with a bracket of responsibilities", async () => {
    const outline = await outlineOf(`
      关于支持节水产业发展的若干措施
      一、降低用能成本。落实电价政策。（责任单位：市发改委）
      二、支持技术改造。加大投入。（责任单位：市工信局）`);
    expect(extractMeasures(outline).map(({ number, title, text }) => [number, title, text])).toEqual([
      ["一", "降低用能成本", "落实电价政策。（责任单位：市发改委）"],
      ["二", "支持技术改造", "加大投入。（责任单位：市工信局）"],
    ]);
  });

  test("is none otherwise", async () => {
    expect(extractTasks(await planOf("一、重点任务\n改造管网，逐户换表。"))).toEqual([]);
  });
});

test("lines below an item belong to its text, joined without breaks", async () => {
  const [task] = extractTasks(await planOf("一、重点任务\n（一）普查管网。摸清底数。\n建立台账。"));
  expect(task!.text).toBe("摸清底数。建立台账。");
});
