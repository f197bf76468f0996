import { z } from "zod";
import { evidence } from "./evidence.ts";
import { PlainDate } from "./header.ts";
import { Responsibility } from "./responsibility.ts";

/** One row of a task table (任务分解表, 责任分工表): units or due dates, and no points. */
export const AssignmentItem = z.object({
  number: z.union([z.number(), z.string()]).nullable(),
  category: z.string().nullable(),
  task: z.string(),
  measures: z.string().nullable(),
  responsibilities: z.array(Responsibility),
  due: PlainDate.nullable(),
  evidence,
});
export type AssignmentItem = z.infer<typeof AssignmentItem>;

export const Assignment = z.object({
  title: z.string(),
  attachment: z.int().positive().nullable(),
  items: z.array(AssignmentItem),
  evidence,
});
export type Assignment = z.infer<typeof Assignment>;
