import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Assignment } from "../../../schemas/assignment.ts";
import type { Evidence } from "../../../schemas/evidence.ts";
import { Form } from "../../../schemas/form.ts";
import { List } from "../../../schemas/list.ts";
import { Roster } from "../../../schemas/roster.ts";
import { Standard } from "../../../schemas/standard.ts";
import type { Outline } from "../../../src/core/outline.ts";
import { extractAssignments } from "../../../src/extract/tables/assignments.ts";
import { attachmentKind } from "../../../src/extract/tables/classify-table.ts";
import { extractForms } from "../../../src/extract/tables/forms.ts";
import { extractLists } from "../../../src/extract/tables/lists.ts";
import { extractRosters } from "../../../src/extract/tables/rosters.ts";
import { extractStandards } from "../../../src/extract/tables/standards.ts";
import { outlineOf } from "./outline-of.ts";

const EXTRACTORS = [
  [Standard, extractStandards],
  [Assignment, extractAssignments],
  [List, extractLists],
  [Roster, extractRosters],
  [Form, extractForms],
] as const;

const WORDS = [
  "",
  "",
  "^",
  "<",
  "序号",
  "内容",
  "考核标准",
  "分值",
  "总分",
  "评分标准",
  "责任单位",
  "牵头单位",
  "完成时限",
  "姓名",
  "职务",
  "合格",
  "良好",
  "一、组织领导（20分）",
  "（二）宣传",
  "合计",
  "小计",
  "100",
  "20",
  "1",
  "2",
  "3",
  "5分",
  "1.5",
  "加分项",
  "一票否决",
  "扣分项",
  "说明：80分以上合格",
  "成立领导小组，",
  "缺1项扣1分。",
  "1. 有制度（5分）",
  "市教育局、市财政局",
  "2024年6月底前",
  "（盖章） 年 月 日",
  "□是",
  "____",
  "组长：张三  局长",
];
const TITLES = ["考核细则（试行）", "任务分工表", "名单", "领导小组成员名单", "申报表", "方案", ""];

const word = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: "binary" }) },
);
const table = fc.array(fc.array(word, { maxLength: 7 }), { maxLength: 9 });
const contents = fc.array(fc.oneof(word, table), { maxLength: 5 });
const outline = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom(...TITLES), contents), { maxLength: 3 }), contents)
  .map(([parts, own]) =>
    outlineOf(
      parts.map(([title, list]) => [title, ...list] as const),
      { title: "考核细则", contents: own },
    ),
  );

function evidenceIn(value: unknown): Evidence[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "evidence" ? (inner as Evidence[]) : evidenceIn(inner),
  );
}

const isGrounded =
  ({ document }: Outline) =>
  (entry: Evidence) =>
    document.blocks[entry.block]!.text.slice(entry.start, entry.end) === entry.quote;

describe("any table", () => {
  it("gives valid, grounded facts and never throws", () => {
    fc.assert(
      fc.property(outline, (given) => {
        for (const [schema, extract] of EXTRACTORS) {
          const facts = extract(given);
          expect(facts.map((fact) => schema.safeParse(fact).success)).not.toContain(false);
          expect(evidenceIn(facts).every(isGrounded(given))).toBe(true);
        }
        given.attachments.map(attachmentKind);
      }),
      { numRuns: 500 },
    );
  }, 20_000);

  it("reads 5,000 rows in a few seconds", () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [
      `${at + 1}`,
      at % 5 ? "" : `类别${at}`,
      `要求${at}`,
      "2",
      "缺1项扣1分。",
    ]);
    const given = outlineOf([["考核细则", [["序号", "类别", "考核内容", "分值", "评分标准"], ...rows]]]);
    const start = performance.now();
    for (const [, extract] of EXTRACTORS) extract(given);
    expect(performance.now() - start).toBeLessThan(8000);
  }, 20_000);
});
