import type { Plan } from "../../../schemas/plan.ts";
import type { Standard, StandardRule } from "../../../schemas/standard.ts";
import { writeGrades, writeResponsibilities } from "../standard/write-cells.ts";
import { chapter, heading, paragraph, type Readable, tableOf } from "./readable.ts";

/** Standards, task tables, lists, rosters and forms, each a chapter of its own. */
export const attachedTables = (plan: Plan): Readable[] => [
  ...plan.standards.flatMap((standard) => chapter(standard.title, standardTables(standard))),
  ...plan.assignments.flatMap((assignment) => chapter(assignment.title || "任务分解表", assignmentTable(assignment))),
  ...plan.lists.flatMap((list) => chapter(list.title || "名单", listTable(list))),
  ...plan.rosters.flatMap((roster) => chapter(roster.title || "成员名单", rosterTable(roster))),
  ...plan.forms.flatMap((form) => chapter(form.title || "表格", [{ kind: "list", items: form.fields }])),
];

function standardTables(standard: Standard): Readable[] {
  const { items, bonus, veto, notes } = standard;
  return [
    ...(summaryOf(standard) ? [paragraph(summaryOf(standard))] : []),
    tableOf(items, [
      { heading: "类别", width: 14, merged: true, text: ({ category }) => category },
      { heading: "二级指标", width: 12, merged: true, text: ({ subcategory }) => subcategory },
      { heading: "序号", width: 6, text: ({ number }) => number },
      { heading: "评价内容", width: 34, text: ({ criterion }) => criterion },
      { heading: "分值", width: 6, text: ({ points }) => points },
      { heading: "等次分值", width: 12, text: ({ grades }) => writeGrades(grades) },
      { heading: "评分标准", width: 34, text: ({ scoring }) => scoring },
      { heading: "评价方式", width: 12, text: ({ methods }) => methods.join("、") },
      { heading: "责任单位", width: 18, text: ({ responsibilities }) => writeResponsibilities(responsibilities) },
    ]),
    ...rules("加分项", bonus),
    ...rules("否决项", veto),
    ...notes.map((note) => paragraph(note)),
  ];
}

function summaryOf({ total, passMark }: Standard): string {
  const parts = [total === null ? "" : `总分${total}分`, passMark === null ? "" : `合格线${passMark}分`].filter(
    Boolean,
  );
  return parts.length === 0 ? "" : `${parts.join("，")}。`;
}

const rules = (title: string, all: readonly StandardRule[]): Readable[] =>
  all.length === 0
    ? []
    : [
        heading(2, title),
        tableOf(all, [
          { heading: "序号", width: 6, text: (_, at) => at + 1 },
          { heading: title, width: 40, text: ({ criterion }) => criterion },
          { heading: "规则", width: 40, text: ({ rule }) => rule },
          { heading: "最高分", width: 8, text: ({ maxPoints }) => maxPoints },
          { heading: "评价方式", width: 12, text: ({ methods }) => methods.join("、") },
          { heading: "责任单位", width: 18, text: ({ responsibilities }) => writeResponsibilities(responsibilities) },
        ]),
      ];

const assignmentTable = ({ items }: Plan["assignments"][number]): Readable[] => [
  tableOf(items, [
    { heading: "类别", width: 14, merged: true, text: ({ category }) => category },
    { heading: "序号", width: 6, text: ({ number }) => number },
    { heading: "任务", width: 30, text: ({ task }) => task },
    { heading: "措施", width: 34, text: ({ measures }) => measures },
    { heading: "责任单位", width: 20, text: ({ responsibilities }) => writeResponsibilities(responsibilities) },
    { heading: "完成时限", width: 10, text: ({ due }) => due },
  ]),
];

/** All columns of a list as printed, empty ones too. */
const listTable = ({ columns, rows }: Plan["lists"][number]): Readable[] => [
  {
    kind: "table",
    columns,
    rows: rows.map((row) => columns.map((_, at) => row[at] ?? "")),
    merged: [],
    widths: columns.map(() => 1),
  },
];

const rosterTable = ({ members }: Plan["rosters"][number]): Readable[] => [
  tableOf(members, [
    { heading: "职务", width: 20, merged: true, text: ({ role }) => role },
    { heading: "姓名", width: 20, text: ({ name }) => name },
    { heading: "单位及职务", width: 60, text: ({ position }) => position },
  ]),
];
