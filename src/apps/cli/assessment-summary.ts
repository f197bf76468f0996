import type { Assessment, AssessmentMessage } from "../../../schemas/assessment.ts";
import { type Label, SEVERITY } from "../../publish/comparison/labels.ts";
import type { Look } from "./comparison-summary.ts";
import { labelled } from "./labelled.ts";
import type { Colour } from "./paint.ts";
import { type Column, writeTable } from "./text-table.ts";
import { clipText, textWidth } from "./text-width.ts";

type Result = NonNullable<Assessment["result"]> | "none";

const RESULT: Readonly<Record<Result, Label & { readonly colour: Colour }>> = {
  pass: { zh: "合格", en: "pass", colour: "green" },
  fail: { zh: "不合格", en: "fail", colour: "red" },
  incomplete: { zh: "未完成", en: "incomplete", colour: "yellow" },
  none: { zh: "无合格线", en: "no pass mark", colour: "bold" },
};

/** An assessment for a person at a terminal: the result and why, points by category, and what is wrong with the sheet. */
export function writeAssessment(assessment: Assessment, look: Look): string {
  const { standard, subject, assessor, date, result, reasons } = assessment;
  const { wording, columns, paint } = look;
  const { colour, ...label } = RESULT[result ?? "none"];
  const facts: readonly (readonly [Label, string | null])[] = [
    [{ zh: "标准", en: "standard" }, standard.title],
    [{ zh: "对象", en: "subject" }, subject],
    [{ zh: "评分人", en: "assessor" }, assessor],
    [{ zh: "日期", en: "date" }, date],
  ];
  return [
    ...facts.flatMap(([name, value]) => (value ? [clipText(`${labelled(name, wording)}: ${value}`, columns)] : [])),
    `${labelled({ zh: "结论", en: "result" }, wording)}: ${paint(colour, labelled(label, wording))}${scoreText(assessment, look)}`,
    ...reasons.map(({ messageZh, message }) => `  ${labelled({ zh: messageZh, en: message }, wording)}`),
    "",
    writeCategories(assessment, look),
    ...ruleLines(assessment, look),
    ...messageLines(assessment.messages, look),
  ].join("\n");
}

function scoreText({ total, attainable, passMark }: Assessment, { wording }: Look): string {
  if (total === null) return "";
  const mark = passMark === null ? "" : `, ${labelled({ zh: "合格线", en: "pass mark" }, wording)} ${passMark}`;
  return `  ${total} / ${attainable}${mark}`;
}

function writeCategories({ categories }: Assessment, { wording }: Look): string {
  const number = (zh: string, en: string): Column => ({
    heading: labelled({ zh, en }, wording),
    side: "right",
    most: 18,
  });
  const columns: Column[] = [
    { heading: labelled({ zh: "类别", en: "category" }, wording), side: "left", most: 44 },
    number("得分", "points"),
    number("满分", "of"),
    number("已评", "assessed"),
    number("条目", "rows"),
  ];
  const show = (value: number | null): string => (value === null ? "–" : String(value));
  const rows = categories.map(({ name, points, max, assessed, rows: count }) => [
    name ?? "–",
    show(points),
    show(max),
    String(assessed),
    String(count),
  ]);
  return writeTable(columns, rows);
}

/** The bonus that counts, and the vetoes that happened. */
function ruleLines({ bonus, vetoes }: Assessment, { wording, columns, paint }: Look): string[] {
  const cap = bonus.cap === null ? "" : `, ${labelled({ zh: "上限", en: "cap" }, wording)} ${bonus.cap}`;
  const claimed = `${labelled({ zh: "申报", en: "claimed" }, wording)} ${bonus.claimed}${cap}`;
  const counted = `${labelled({ zh: "加分", en: "bonus" }, wording)}: ${bonus.counted} (${claimed})`;
  const happened = vetoes.filter((veto) => veto.happened === true);
  return [
    ...(bonus.items.length > 0 ? ["", counted] : []),
    ...happened.map(({ number, criterion }) =>
      paint("red", clipText(`${labelled({ zh: "否决", en: "veto" }, wording)} ${number}: ${criterion}`, columns)),
    ),
  ];
}

const COLOUR: Readonly<Record<AssessmentMessage["severity"], Colour>> = {
  error: "red",
  warning: "yellow",
  info: "cyan",
};

function messageLines(messages: readonly AssessmentMessage[], { wording, columns, paint }: Look): string[] {
  if (messages.length === 0) return [];
  return [
    "",
    paint("bold", labelled({ zh: "填写问题", en: "Problems" }, wording)),
    ...messages.map(({ severity, place, message, messageZh }) => {
      const name = labelled(SEVERITY[severity], wording);
      const text = `${place === null ? "" : `${place}: `}${labelled({ zh: messageZh, en: message }, wording)}`;
      return `  ${paint(COLOUR[severity], name)}  ${clipText(text, columns - textWidth(name) - 4)}`;
    }),
  ];
}
