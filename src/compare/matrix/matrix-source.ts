import type { Plan } from "../../../schemas/plan.ts";
import { type Row, rowsOfStandard, rowsOfTasks } from "../rows/row.ts";

/** The rows of all standards of a plan, by standard. */
export const standardRows = (plan: Plan): Row[][] => plan.standards.map(rowsOfStandard);

export const taskRows = (plan: Plan): Row[] => rowsOfTasks(plan);
