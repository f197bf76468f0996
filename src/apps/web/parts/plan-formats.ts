import type { Plan } from "../../../../schemas/plan.ts";
import { calendarEntries } from "../../../publish/calendar/calendar-entries.ts";
import { assignedOf } from "../../../publish/csv/fact-csv.ts";

/** The formats of `GET /api/documents/:id/publish/:format` that hold a plan, or facts that most plans have. */
export const PLAN_FORMATS = ["json", "docx", "markdown", "ics", "targets-csv", "responsibilities-csv"] as const;

/** Those that only a plan with a standard can be had in, beside `xlsx`. */
export const STANDARD_FORMATS = ["standard", "workbook", "csv", "schema"] as const;

/** What many plans are handed out in together; the list that comes with them names those without a standard. */
export const EXPORT_FORMATS = [...PLAN_FORMATS, "xlsx", "csv"] as const;

type PlanFormat = (typeof PLAN_FORMATS)[number] | "xlsx" | (typeof STANDARD_FORMATS)[number];

/** The formats that a plan has something for: the server refuses the others. */
export function formatsOf(plan: Plan): readonly PlanFormat[] {
  const isEmpty: Readonly<Partial<Record<PlanFormat, boolean>>> = {
    ics: calendarEntries(plan).length === 0,
    "targets-csv": plan.targets.length === 0,
    "responsibilities-csv": assignedOf(plan).length === 0,
  };
  const own = PLAN_FORMATS.filter((format) => !isEmpty[format]);
  return plan.standards.length > 0 ? [...own, "xlsx", ...STANDARD_FORMATS] : own;
}
