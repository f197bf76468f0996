import { describe, expect, test } from "vitest";
import { digitise, digitiseStages } from "../../pipelines/digitise.ts";
import type { Evidence } from "../../schemas/evidence.ts";
import { Plan } from "../../schemas/plan.ts";
import { inexact } from "../helpers/outline-of.ts";

const PLAN = `衡南县人民政府办公室
关于印发衡南县公共厕所提升行动方案的通知
各乡镇人民政府，县直各单位：
现将《衡南县公共厕所提升行动方案》印发给你们，请认真贯彻执行。
衡南县人民政府办公室
2023年4月6日

衡南县公共厕所提升行动方案

为贯彻落实《湖南省城市公厕管理办法》（省政府令第286号），制定本方案。
一、工作目标
到2025年底，全县城区公厕达标率达到95%以上。
二、重点任务
（一）新建改造公厕。完善标识，配齐设施。（牵头单位：县城管局；责任单位：县住建局、各乡镇人民政府）
（二）加强日常管护。落实保洁人员。（县城管局负责）
三、实施步骤
（一）动员部署（2023年4月）。制定方案。
（二）全面实施（2023年5月至2025年10月）。各乡镇要于每年11月底前将小结报县城管局。
四、保障措施
（一）加强领导。成立工作专班。

附件：公厕管护考核标准

附件
公厕管护考核标准
序号\t考核内容\t分值\t评分标准
1\t地面清洁，无积水。\t60\t一处不合格扣5分。
2\t设施完好，正常使用。\t40\t一处损坏扣10分。
`;

const NOVEL = `第一章 初遇

那年春天来得很迟，河边的柳树到三月才发芽。她站在桥头，看着远处的山，一句话也没有说。
“你来了。”他说。“我来了。”她点点头，眼里有光。

第二章 离别

后来的事情谁也说不清楚。雨下了三天三夜，船在黎明时分离开了码头，带走了所有的消息。`;

const PRICES = `品名\t规格\t单价
苹果\t500克\t6.50元
香蕉\t500克\t3.80元
`;

const digitiseText = (text: string): Promise<Plan> => digitise(Buffer.from(text, "utf8"), "file.txt");

/** All evidence in a value, however deep. */
function evidenceIn(value: unknown): Evidence[] {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "evidence" ? (inner as Evidence[]) : evidenceIn(inner),
  );
}

describe("a small plan from bytes to JSON", async () => {
  const plan = await digitiseText(PLAN);

  test("has the facts that a person reads in it", () => {
    expect(plan.header).toMatchObject({
      title: "衡南县公共厕所提升行动方案",
      issuers: ["衡南县人民政府办公室"],
      recipients: ["各乡镇人民政府", "县直各单位"],
      issuedOn: "2023-04-06",
      jurisdiction: { name: "衡南县", level: "county" },
    });
    expect(plan.basis).toMatchObject([
      { title: "湖南省城市公厕管理办法", documentNumber: "省政府令第286号", relation: "implements" },
    ]);
    expect(plan.sections.map(({ kind }) => kind)).toEqual(["targets", "tasks", "phases", "measures"]);
    expect(plan.targets).toMatchObject([{ comparator: ">=", value: 95, unit: "%", deadline: "2025" }]);
    expect(plan.tasks.map(({ title }) => title)).toEqual(["新建改造公厕", "加强日常管护"]);
    expect(plan.tasks[0]!.responsibilities).toEqual([
      { role: "lead", units: ["县城管局"] },
      { role: "responsible", units: ["县住建局", "各乡镇人民政府"] },
    ]);
    expect(plan.phases.map(({ start, end }) => [start, end])).toEqual([
      ["2023-04", "2023-04"],
      ["2023-05", "2025-10"],
    ]);
    expect(plan.measures.map(({ title }) => title)).toEqual(["加强领导"]);
    expect(plan.deadlines).toMatchObject([{ recurring: "--11", by: ["各乡镇"], to: "县城管局" }]);
    expect(plan.units.map(({ name }) => name)).toEqual(["县城管局", "县住建局", "各乡镇人民政府"]);
    expect(plan.attachments).toMatchObject([{ number: 1, title: "公厕管护考核标准", kind: "standard" }]);
    expect(plan.standards[0]!.items.map(({ number, criterion, points }) => [number, criterion, points])).toEqual([
      [1, "地面清洁，无积水。", 60],
      [2, "设施完好，正常使用。", 40],
    ]);
  });

  test("keeps to its schema after a way through JSON, and says nothing was wrong", () => {
    expect(Plan.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
    expect([plan.findings, plan.messages]).toEqual([[], []]);
  });

  test("proves every fact by quotes that stand in its blocks", () => {
    const evidence = evidenceIn(plan);
    expect(evidence.length).toBeGreaterThan(30);
    expect(inexact(evidence, plan.blocks)).toEqual([]);
  });

  test("comes out the same each time", async () => {
    expect(await digitiseText(PLAN)).toEqual(plan);
  });
});

describe("a file that is no plan", () => {
  test.each([
    ["a novel", NOVEL],
    ["a price list", PRICES],
  ])("gives an empty plan and says so: %s", async (_, text) => {
    const plan = await digitiseText(text);
    const { targets, phases, tasks, measures, duties, deadlines, units, standards, assignments, rosters, forms } = plan;
    const facts = {
      targets,
      phases,
      tasks,
      measures,
      duties,
      deadlines,
      units,
      standards,
      assignments,
      rosters,
      forms,
    };
    expect(Object.entries(facts).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(plan.header).toMatchObject({ documentNumber: null, issuers: [], issuedOn: null });
    expect(plan.messages.map(({ code }) => code)).toEqual(["not-a-plan"]);
    expect(plan.blocks.map(({ text: block }) => block).join("")).toContain(text.slice(0, 2));
  });
});

test("a file that cannot be read is an error with its reason", async () => {
  await expect(digitise(new Uint8Array(), "empty.txt")).rejects.toMatchObject({ reason: { code: "empty-file" } });
});

test("every stage can be looked at", async () => {
  const { source, document, outline, facts, plan } = await digitiseStages(Buffer.from(PLAN), "plan.txt");
  expect(source).toMatchObject({ mediaType: "text/plain", ocr: false, pageCount: null });
  expect(plan.blocks).toHaveLength(document.blocks.length);
  expect(outline.items).toHaveLength(4);
  expect(plan.tasks).toEqual(facts.tasks);
});
