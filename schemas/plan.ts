import { z } from "zod";
import { Assignment } from "./assignment.ts";
import { Attachment } from "./attachment.ts";
import { Basis } from "./basis.ts";
import { Block } from "./block.ts";
import { Deadline } from "./deadline.ts";
import { Duty } from "./duty.ts";
import { Finding } from "./finding.ts";
import { Form } from "./form.ts";
import { Header } from "./header.ts";
import { List } from "./list.ts";
import { Message } from "./message.ts";
import { Phase } from "./phase.ts";
import { Roster } from "./roster.ts";
import { Section } from "./section.ts";
import { Source } from "./source.ts";
import { Standard } from "./standard.ts";
import { Target } from "./target.ts";
import { Task } from "./task.ts";
import { Unit } from "./unit.ts";

/** What a document says: everything but the file it came from and what was thought of it. */
export const Facts = z.object({
  header: Header,
  basis: z.array(Basis),
  sections: z.array(Section),
  targets: z.array(Target),
  phases: z.array(Phase),
  tasks: z.array(Task),
  measures: z.array(Task),
  duties: z.array(Duty),
  deadlines: z.array(Deadline),
  units: z.array(Unit),
  standards: z.array(Standard),
  assignments: z.array(Assignment),
  lists: z.array(List),
  rosters: z.array(Roster),
  forms: z.array(Form),
  attachments: z.array(Attachment),
});
export type Facts = z.infer<typeof Facts>;

/** One policy file as data. `id` is the same for the same bytes. */
export const Plan = z.object({
  schema: z.literal("plan/1"),
  id: z.string(),
  source: Source,
  ...Facts.shape,
  findings: z.array(Finding),
  messages: z.array(Message),
  blocks: z.array(Block),
});
export type Plan = z.infer<typeof Plan>;
