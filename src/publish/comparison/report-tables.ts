import type { Change } from "../../../schemas/change.ts";
import type { Comparison, DeadlinePair, RowPair, RowReference, TargetPair } from "../../../schemas/comparison.ts";
import { deadlineWhen, phaseSpan, roleTexts, targetValue } from "./fact-texts.ts";
import { DIRECTION, fieldLabel, type Label, RELATION, RELATIONS, SECTION, SECTIONS, SEVERITY } from "./labels.ts";
import { readingOrder } from "./reading-order.ts";

export type Cell = string | number | null;

/** A section as a plain table, for Markdown and sheets. */
export interface ReportTable {
  readonly title: Label;
  readonly columns: readonly Label[];
  readonly rows: readonly (readonly Cell[])[];
}

type Columns<T> = readonly (readonly [zh: string, en: string, cell: (entry: T) => Cell])[];

function table<T>(title: Label, entries: readonly T[], columns: Columns<T>): ReportTable {
  return {
    title,
    columns: columns.map(([zh, en]) => ({ zh, en })),
    rows: entries.map((entry) => columns.map(([, , cell]) => cell(entry))),
  };
}

/** All sections of a comparison as tables, in the order of the report; a section that neither plan has is left empty. */
export const comparisonTables = (comparison: Comparison): ReportTable[] => [
  summaryTable(comparison),
  table({ zh: "需核对之处", en: "Findings" }, comparison.findings, [
    ["级别", "severity", ({ severity }) => SEVERITY[severity].zh],
    ["代码", "code", ({ code }) => code],
    ["说明", "finding", ({ messageZh }) => messageZh],
    ["英文说明", "in English", ({ message }) => message],
    ["原文", "evidence", ({ evidence }) => evidence.map(({ quote }) => quote).join("\n")],
  ]),
  table(SECTION.standards, inOrder(comparison.standards), ROWS),
  table(SECTION.targets, comparison.targets, [
    ["指标", "metric", ({ template, local }) => (template ?? local)?.metric ?? null],
    ["时限", "deadline", ({ template, local }) => (template ?? local)?.deadline ?? null],
    ["上级方案", "template", ({ template }) => template && targetValue(template)],
    ["本级方案", "local", ({ local }) => local && targetValue(local)],
    ["差", "delta", ({ delta }) => delta],
    ...relationColumns<TargetPair>(({ direction }) => direction),
  ]),
  table(SECTION.phases, comparison.phases, [
    ["上级方案", "template", ({ template }) => template && `${template.name}（${phaseSpan(template)}）`],
    ["本级方案", "local", ({ local }) => local && `${local.name}（${phaseSpan(local)}）`],
    ["开始差（天）", "start delta, days", ({ startDeltaDays }) => startDeltaDays],
    ["结束差（天）", "end delta, days", ({ endDeltaDays }) => endDeltaDays],
    ...relationColumns(() => null),
  ]),
  table(SECTION.tasks, inOrder(comparison.tasks), ROWS),
  table(SECTION.deadlines, comparison.deadlines, [
    ["上级期限", "template due", ({ template }) => template && deadlineWhen(template)],
    ["上级内容", "template text", ({ template }) => template?.text ?? null],
    ["本级期限", "local due", ({ local }) => local && deadlineWhen(local)],
    ["本级内容", "local text", ({ local }) => local?.text ?? null],
    ["差（天）", "delta, days", ({ deltaDays }) => deltaDays],
    ...relationColumns<DeadlinePair>(({ direction }) => direction),
  ]),
  table(SECTION.responsibilities, comparison.responsibilities, [
    ["部门类别", "family", ({ family }) => family],
    ["上级方案", "template", ({ template }) => roleTexts(template).join("\n") || null],
    ["本级方案", "local", ({ local }) => roleTexts(local).join("\n") || null],
    ["关系", "relation", ({ relation }) => RELATION[relation].zh],
  ]),
];

function relationColumns<T extends Pick<RowPair, "relation" | "changes">>(
  direction: (entry: T) => RowPair["direction"],
): Columns<T> {
  return [
    ["关系", "relation", ({ relation }) => RELATION[relation].zh],
    ["方向", "direction", (entry) => directionText(direction(entry))],
    ["变化", "changes", ({ changes }) => changes.map(changeText).join("\n") || null],
  ];
}

const directionText = (direction: RowPair["direction"]): string | null => direction && DIRECTION[direction].zh;

/** `分值：4 → 6（更严）`. */
const changeText = ({ field, from, to, direction }: Change): string =>
  `${fieldLabel(field).zh}：${from ?? "—"} → ${to ?? "—"}${direction === "other" ? "" : `（${DIRECTION[direction].zh}）`}`;

const placeOf = (row: RowReference | null): Cell => row && (row.number ?? row.ordinal);

const inOrder = (pairs: readonly RowPair[]): RowPair[] => readingOrder(pairs).flatMap((group) => group.pairs);

const ROWS: Columns<RowPair> = [
  ["上级序号", "template no.", ({ templateRow }) => placeOf(templateRow)],
  ["本级序号", "local no.", ({ localRow }) => placeOf(localRow)],
  ["类别", "category", ({ templateRow, localRow }) => (templateRow ?? localRow)?.category ?? null],
  ["上级方案", "template", ({ templateRow }) => templateRow?.text ?? null],
  ["本级方案", "local", ({ localRow }) => localRow?.text ?? null],
  ...relationColumns<RowPair>(({ direction }) => direction),
  ["相似度", "similarity", ({ similarity }) => Number(similarity.toFixed(3))],
];

const summaryTable = ({ summary }: Comparison): ReportTable =>
  table({ zh: "条目统计", en: "Counts" }, SECTIONS, [
    ["部分", "section", (name) => SECTION[name].zh],
    ...RELATIONS.map(
      (relation) =>
        [
          RELATION[relation].zh,
          RELATION[relation].en,
          (name: (typeof SECTIONS)[number]) => summary.sections[name][relation],
        ] as const,
    ),
  ]);
