import { Comparison, type RelationCounts, type RowPair, type RowReference } from "../../../schemas/comparison.ts";
import type { Evidence } from "../../../schemas/evidence.ts";
import { Matrix } from "../../../schemas/matrix.ts";

const evidenceOf = (quote: string): Evidence => ({
  block: 1,
  start: 0,
  end: quote.length,
  quote,
  page: null,
  bbox: null,
});

const row = (ordinal: number, category: string, text: string): RowReference => ({
  ordinal,
  number: ordinal,
  category,
  text,
  evidence: [evidenceOf(text)],
});

const pair = (given: Partial<RowPair>): RowPair => ({
  template: given.templateRow?.ordinal ?? null,
  local: given.localRow?.ordinal ?? null,
  relation: "identical",
  direction: null,
  similarity: 1,
  explanation: { words: [], numbers: [], templateOnly: [], localOnly: [] },
  changes: [],
  diff: [],
  templateRow: null,
  localRow: null,
  standard: { template: 0, local: 0 },
  ...given,
});

const counts = (given: Partial<RelationCounts> = {}): RelationCounts => ({
  identical: 0,
  reworded: 0,
  changed: 0,
  added: 0,
  removed: 0,
  ...given,
});

/** A county plan beside its province's: one row of each relation, made by hand. */
export function sampleComparison(added = "设立社区环保宣传栏，每月更新。"): Comparison {
  const same = "建立健全党组织领导的基层治理体系。";
  const standards: RowPair[] = [
    pair({
      templateRow: row(1, "组织机制", same),
      localRow: row(1, "组织机制", same),
      diff: [{ kind: "same", text: same }],
    }),
    pair({
      templateRow: row(2, "组织机制", "物业服务覆盖面不低于30%。"),
      localRow: row(2, "组织机制", "物业服务全覆盖。"),
      relation: "changed",
      direction: "stricter",
      similarity: 0.82,
      explanation: { words: ["物业", "服务", "覆盖"], numbers: [], templateOnly: ["30%"], localOnly: ["100%"] },
      changes: [
        { field: "criterion", from: "30%", to: "100%", direction: "stricter" },
        { field: "points", from: "4", to: "6", direction: "other" },
      ],
      diff: [
        { kind: "same", text: "物业服务" },
        { kind: "removed", text: "覆盖面不低于30%" },
        { kind: "added", text: "全覆盖" },
        { kind: "same", text: "。" },
      ],
    }),
    pair({
      localRow: row(3, "绿色生活", added),
      relation: "added",
      similarity: 0,
      diff: [{ kind: "added", text: added }],
    }),
    pair({
      templateRow: row(3, "绿色生活", "积极推广使用节水器具。"),
      relation: "removed",
      similarity: 0,
      diff: [{ kind: "removed", text: "积极推广使用节水器具。" }],
    }),
  ];
  const phase = {
    ordinal: 1,
    name: "试点阶段",
    text: "先行试点。",
    responsibilities: [],
    evidence: [evidenceOf("试点阶段")],
  };
  const target = {
    kind: "quantitative" as const,
    text: "到2022年60%以上的社区达到要求",
    metric: "社区达到创建要求",
    scope: null,
    comparator: ">=" as const,
    value: 60,
    unit: "%",
    deadline: "2022",
    hedge: null,
    evidence: [evidenceOf("60%")],
  };
  return Comparison.parse({
    schema: "comparison/1",
    template: { id: "aaaa", title: "某省绿色社区创建行动实施方案" },
    local: { id: "bbbb", title: "某县绿色社区创建行动实施方案" },
    standards,
    targets: [
      {
        template: target,
        local: { ...target, value: 45 },
        relation: "changed",
        direction: "looser",
        delta: -15,
        changes: [],
      },
    ],
    phases: [
      {
        template: { ...phase, start: "2020-12", end: "2021-02" },
        local: { ...phase, start: "2021-01", end: null },
        relation: "changed",
        startDeltaDays: 31,
        endDeltaDays: null,
        changes: [{ field: "start", from: "2020-12", to: "2021-01", direction: "other" }],
      },
    ],
    tasks: [pair({ localRow: row(1, "重点任务", "开展入户宣传。"), relation: "added", similarity: 0, standard: null })],
    deadlines: [
      {
        template: {
          text: "报送总结",
          due: "2021-11-30",
          recurring: null,
          by: ["各市"],
          to: null,
          evidence: [evidenceOf("总结")],
        },
        local: {
          text: "报送工作总结",
          due: "2021-12-10",
          recurring: null,
          by: [],
          to: null,
          evidence: [evidenceOf("总结")],
        },
        relation: "changed",
        direction: "looser",
        deltaDays: 10,
        changes: [],
      },
    ],
    responsibilities: [
      {
        family: "住房城乡建设",
        template: [{ role: "lead", units: ["省住房城乡建设厅"], count: 2 }],
        local: [{ role: "lead", units: ["县住房城乡建设局"], count: 1 }],
        relation: "reworded",
      },
    ],
    summary: {
      ...counts({ identical: 1, changed: 1, added: 1, removed: 1 }),
      stricter: 1,
      looser: 0,
      coverage: 2 / 3,
      sections: {
        standards: counts({ identical: 1, changed: 1, added: 1, removed: 1 }),
        tasks: counts({ added: 1 }),
        targets: counts({ changed: 1 }),
        phases: counts({ changed: 1 }),
        deadlines: counts({ changed: 1 }),
        responsibilities: counts({ reworded: 1 }),
      },
    },
    findings: [
      {
        code: "row-dropped",
        severity: "warning",
        message: "Row 3 of the template has no counterpart.",
        messageZh: "上级标准第3条在本级方案中没有对应条目。",
        facts: { number: 3 },
        evidence: [{ plan: "template", ...evidenceOf("积极推广使用节水器具。") }],
      },
    ],
    messages: [],
  });
}

/** The template and two local plans: the second lacks a row that the others have. */
export const sampleMatrix = (): Matrix =>
  Matrix.parse({
    schema: "matrix/1",
    plans: [
      { id: "aaaa", title: "某省方案", jurisdiction: "某省", level: "province", isTemplate: true, coverage: null },
      { id: "bbbb", title: "某县方案", jurisdiction: "某县", level: "county", isTemplate: false, coverage: 1 },
      { id: "cccc", title: "某区方案", jurisdiction: null, level: null, isTemplate: false, coverage: 0.5 },
    ],
    rows: [
      {
        id: "r1",
        section: "standards",
        category: "组织机制",
        label: "物业服务覆盖面不低于30%。",
        cells: [
          { rows: [2], text: "物业服务覆盖面不低于30%。", relation: "identical", direction: null, similarity: 1 },
          { rows: [2, 4], text: "物业服务全覆盖。", relation: "changed", direction: "stricter", similarity: 0.8 },
          { rows: [], text: null, relation: null, direction: null, similarity: null },
        ],
      },
    ],
    outliers: [{ plan: "cccc", row: "r1", kind: "missing" }],
  });
