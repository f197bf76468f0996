import type { Plan } from "../../../schemas/plan.ts";
import type { Task } from "../../../schemas/task.ts";
import { writeResponsibilities } from "../standard/write-cells.ts";
import { chapter, heading, paragraph, type Readable, tableOf } from "./readable.ts";
import { attachedTables } from "./write-tables.ts";

/** The words of a document's relation to another. */
const RELATIONS = { implements: "依据", cites: "引用" } as const;

/** A plan as a document for people: its header, facts and tables, in the plan's own order of chapters. */
export const writePlan = (plan: Plan): Readable[] => [
  { kind: "title", text: plan.header.title ?? plan.header.noticeTitle ?? plan.source.fileName },
  ...headerTable(plan),
  ...chapter("依据", basisList(plan)),
  ...chapter("目标", targetTable(plan)),
  ...chapter("任务", tasks(plan.tasks)),
  ...chapter("实施步骤", phaseTable(plan)),
  ...chapter("措施", tasks(plan.measures)),
  ...chapter("职责分工", dutyTable(plan)),
  ...chapter("时限要求", deadlineTable(plan)),
  ...attachedTables(plan),
  ...chapter("责任单位", unitTable(plan)),
];

function headerTable({ header }: Plan): Readable[] {
  const facts = [
    ["通知标题", header.noticeTitle],
    ["发文字号", header.documentNumber],
    ["发文机关", header.issuers.join("、")],
    ["主送机关", header.recipients.join("、")],
    ["成文日期", header.issuedOn],
    ["印发日期", header.printedOn],
    ["适用地区", header.jurisdiction.name],
    ["试行", header.trial ? "是" : null],
    ["联系人", header.contacts.map(({ name, phone }) => `${name} ${phone}`.trim()).join("；")],
  ].filter(([, value]) => value);
  if (facts.length === 0) return [];
  return [
    tableOf(facts, [
      { heading: "项目", width: 20, text: ([name]) => name },
      { heading: "内容", width: 80, text: ([, value]) => value },
    ]),
  ];
}

const basisList = ({ basis }: Plan): Readable[] =>
  basis.length === 0
    ? []
    : [
        {
          kind: "list",
          items: basis.map(
            ({ title, documentNumber, relation }) => `${RELATIONS[relation]}：《${title}》${documentNumber ?? ""}`,
          ),
        },
      ];

const targetTable = ({ targets }: Plan): Readable[] =>
  targets.length === 0
    ? []
    : [
        tableOf(targets, [
          { heading: "目标", width: 50, text: ({ text }) => text },
          { heading: "指标", width: 25, text: ({ metric }) => metric },
          { heading: "要求", width: 15, text: (target) => demandOf(target) },
          { heading: "期限", width: 12, text: ({ deadline }) => deadline },
        ]),
      ];

function demandOf({ comparator, value, max, unit }: Plan["targets"][number]): string {
  if (value === null) return "";
  const range = max === undefined ? `${value}` : `${value}—${max}`;
  const sign =
    max === undefined && comparator && comparator !== "=" ? comparator.replace(">=", "≥").replace("<=", "≤") : "";
  return `${sign}${range}${unit ?? ""}`;
}

/** Tasks under the item above them, where they have one. */
const tasks = (all: readonly Task[]): Readable[] =>
  all.flatMap((task, at) => {
    const before = all[at - 1]?.parent;
    const parent = task.parent;
    const isNew = parent && (parent.title !== before?.title || parent.number !== before?.number);
    const responsibilities = writeResponsibilities(task.responsibilities);
    return [
      ...(isNew ? [heading(2, numbered(parent.number, parent.title))] : []),
      heading(parent ? 3 : 2, numbered(task.number, task.title)),
      ...(task.text ? [paragraph(task.text)] : []),
      ...(responsibilities ? [paragraph(`责任分工：${responsibilities}`)] : []),
    ];
  });

/** `（一）` needs nothing behind it, `一` and `1` do. */
export const numbered = (number: string | number | null, title: string): string => {
  const text = number === null ? "" : String(number);
  if (text === "" || /[）)]$/u.test(text)) return `${text}${title}`;
  return /^\d/u.test(text) ? `${text}. ${title}` : `${text}、${title}`;
};

const phaseTable = ({ phases }: Plan): Readable[] =>
  phases.length === 0
    ? []
    : [
        tableOf(phases, [
          { heading: "序号", width: 6, text: ({ ordinal }) => ordinal },
          { heading: "阶段", width: 18, text: ({ name }) => name },
          { heading: "时间", width: 16, text: ({ start, end }) => (start || end ? `${start ?? ""}—${end ?? ""}` : "") },
          { heading: "内容", width: 46, text: ({ text }) => text },
          { heading: "责任分工", width: 20, text: ({ responsibilities }) => writeResponsibilities(responsibilities) },
        ]),
      ];

const dutyTable = ({ duties }: Plan): Readable[] =>
  duties.length === 0
    ? []
    : [
        tableOf(duties, [
          { heading: "单位", width: 25, text: ({ units }) => units.join("、") },
          { heading: "职责", width: 75, text: ({ text }) => text },
        ]),
      ];

const RECURRING = { monthly: "每月", quarterly: "每季度", yearly: "每年" } as const;

/** `--10-25` → 每年10月25日. */
export function recurringText(recurring: string): string {
  const [, month, day] = /^--(\d{2})(?:-(\d{2}))?$/u.exec(recurring) ?? [];
  if (month === undefined) return RECURRING[recurring as keyof typeof RECURRING] ?? recurring;
  return `每年${Number(month)}月${day === undefined ? "" : `${Number(day)}日`}`;
}

const deadlineTable = ({ deadlines }: Plan): Readable[] =>
  deadlines.length === 0
    ? []
    : [
        tableOf(deadlines, [
          { heading: "期限", width: 16, text: ({ due, recurring }) => due ?? (recurring && recurringText(recurring)) },
          { heading: "要求", width: 50, text: ({ text }) => text },
          { heading: "报送单位", width: 20, text: ({ by }) => by.join("、") },
          { heading: "接收单位", width: 20, text: ({ to }) => to },
        ]),
      ];

const unitTable = ({ units }: Plan): Readable[] =>
  units.length === 0
    ? []
    : [
        tableOf(units, [
          { heading: "单位", width: 30, text: ({ name }) => name },
          { heading: "别称", width: 30, text: ({ aliases }) => aliases.join("、") },
          { heading: "类别", width: 20, text: ({ family }) => family },
        ]),
      ];
