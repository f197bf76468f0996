import { z } from "zod";
import { Assessment } from "../../../schemas/assessment.ts";
import { Assignment, AssignmentItem } from "../../../schemas/assignment.ts";
import { Attachment } from "../../../schemas/attachment.ts";
import { Basis } from "../../../schemas/basis.ts";
import { Block } from "../../../schemas/block.ts";
import { Comparison } from "../../../schemas/comparison.ts";
import { Deadline } from "../../../schemas/deadline.ts";
import { Duty } from "../../../schemas/duty.ts";
import { Evidence } from "../../../schemas/evidence.ts";
import { Finding } from "../../../schemas/finding.ts";
import { Form } from "../../../schemas/form.ts";
import { Header } from "../../../schemas/header.ts";
import { Lineage } from "../../../schemas/lineage.ts";
import { List } from "../../../schemas/list.ts";
import { Matrix } from "../../../schemas/matrix.ts";
import { Message } from "../../../schemas/message.ts";
import { Phase } from "../../../schemas/phase.ts";
import { Plan } from "../../../schemas/plan.ts";
import { PublishedStandard } from "../../../schemas/published-standard.ts";
import { Responsibility } from "../../../schemas/responsibility.ts";
import { Roster } from "../../../schemas/roster.ts";
import { Section } from "../../../schemas/section.ts";
import { Source } from "../../../schemas/source.ts";
import { Standard, StandardItem, StandardRule } from "../../../schemas/standard.ts";
import { Target } from "../../../schemas/target.ts";
import { Task } from "../../../schemas/task.ts";
import { Unit } from "../../../schemas/unit.ts";

/** What the program writes, and the parts of a plan, by name. */
const SCHEMAS = {
  Plan,
  Assessment,
  Comparison,
  Lineage,
  Matrix,
  PublishedStandard,
  Assignment,
  AssignmentItem,
  Attachment,
  Basis,
  Block,
  Deadline,
  Duty,
  Evidence,
  Finding,
  Form,
  Header,
  List,
  Message,
  Phase,
  Responsibility,
  Roster,
  Section,
  Source,
  Standard,
  StandardItem,
  StandardRule,
  Target,
  Task,
  Unit,
} as const;

export type SchemaName = keyof typeof SCHEMAS;
export const SCHEMA_NAMES = Object.keys(SCHEMAS) as SchemaName[];

/** What stands alone as JSON, by the name in its `schema` key: `standard/1` → `standard`. */
export const DOCUMENTS = {
  plan: "Plan",
  comparison: "Comparison",
  matrix: "Matrix",
  lineage: "Lineage",
  standard: "PublishedStandard",
  assessment: "Assessment",
} as const satisfies Readonly<Record<string, SchemaName>>;
export type DocumentName = keyof typeof DOCUMENTS;

export const isDocument = (name: string): name is DocumentName => Object.hasOwn(DOCUMENTS, name);

const named = z.registry<{ id: string }>();
for (const name of SCHEMA_NAMES) named.add(SCHEMAS[name], { id: name });

/** The JSON Schema (draft 2020-12) of a part, made from its Zod schema; the parts that it is made of stand in `$defs` by name. */
export const jsonSchema = (name: SchemaName): object =>
  z.toJSONSchema(SCHEMAS[name], { target: "draft-2020-12", metadata: named });
