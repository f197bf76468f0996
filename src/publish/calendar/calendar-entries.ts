import type { Plan } from "../../../schemas/plan.ts";
import { numbered } from "../readable/write-plan.ts";
import { writeResponsibilities } from "../standard/write-cells.ts";

/** Something with a time, or to be done at no stated time. */
export interface Entry {
  readonly category: "阶段" | "时限" | "目标" | "任务" | "任务分解";
  readonly summary: string;
  readonly details: readonly (string | null)[];
  readonly start: string | null;
  /** As stated, at its precision. */
  readonly due: string | null;
  readonly recurring: string | null;
}

const SUMMARY_LENGTH = 60;

const brief = (text: string): string =>
  text.length > SUMMARY_LENGTH ? `${[...text].slice(0, SUMMARY_LENGTH - 1).join("")}…` : text;
const labelled = (label: string, text: string | null): string | null => (text ? `${label}：${text}` : null);

/** The dated phases, the deadlines, the dated targets, the tasks and the rows of task tables of a plan. */
export function calendarEntries(plan: Plan): Entry[] {
  const none = { start: null, due: null, recurring: null };
  return [
    ...plan.phases
      .filter(({ start, end }) => start !== null || end !== null)
      .map(
        ({ name, start, end, text, responsibilities }): Entry => ({
          ...none,
          category: "阶段",
          summary: brief(name),
          details: [
            text,
            labelled("时间", `${start ?? ""}—${end ?? ""}`),
            labelled("责任分工", writeResponsibilities(responsibilities)),
          ],
          start,
          due: end,
        }),
      ),
    ...plan.deadlines.map(
      ({ text, due, recurring, by, to }): Entry => ({
        ...none,
        category: "时限",
        summary: brief(text),
        details: [text, labelled("期限", due), labelled("报送单位", by.join("、")), labelled("接收单位", to)],
        due,
        recurring,
      }),
    ),
    ...plan.targets
      .filter(({ deadline }) => deadline !== null)
      .map(
        ({ text, deadline }): Entry => ({
          ...none,
          category: "目标",
          summary: brief(text),
          details: [text, labelled("期限", deadline)],
          due: deadline,
        }),
      ),
    ...plan.tasks.map(
      ({ number, title, text, responsibilities }): Entry => ({
        ...none,
        category: "任务",
        summary: brief(numbered(number, title)),
        details: [text, labelled("责任分工", writeResponsibilities(responsibilities))],
      }),
    ),
    ...plan.assignments.flatMap(({ items }) =>
      items.map(
        ({ task, measures, responsibilities, due }): Entry => ({
          ...none,
          category: "任务分解",
          summary: brief(task),
          details: [
            task,
            measures,
            labelled("完成时限", due),
            labelled("责任分工", writeResponsibilities(responsibilities)),
          ],
          due,
        }),
      ),
    ),
  ];
}
