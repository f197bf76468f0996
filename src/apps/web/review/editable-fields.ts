import type { Responsibility, Role } from "../../../../schemas/responsibility.ts";

/** How a value is entered: `lines` is a list with an entry a line, `duties` one role a line (`牵头：县住建局、县公安局`). */
export type FieldKind = "text" | "line" | "number" | "date" | "choice" | "lines" | "duties" | "yes-no";

export interface EditableField {
  /** JSON pointer into the plan (`/targets/0/value`). */
  readonly path: string;
  readonly key: string;
  readonly kind: FieldKind;
  readonly options: readonly string[];
  readonly value: unknown;
}

const KINDS: Readonly<Record<string, FieldKind>> = {
  text: "text",
  criterion: "text",
  scoring: "text",
  rule: "text",
  task: "text",
  measures: "text",
  title: "text",
  noticeTitle: "text",
  value: "number",
  max: "number",
  points: "number",
  maxPoints: "number",
  total: "number",
  passMark: "number",
  ordinal: "number",
  attachment: "number",
  deadline: "date",
  due: "date",
  start: "date",
  end: "date",
  issuedOn: "date",
  printedOn: "date",
  comparator: "choice",
  kind: "choice",
  level: "choice",
  relation: "choice",
  responsibilities: "duties",
};

const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  comparator: ["", ">=", ">", "<=", "<", "="],
  level: ["", "national", "province", "prefecture", "county", "township", "zone"],
  relation: ["implements", "cites"],
  "targets/kind": ["quantitative", "qualitative"],
  "attachments/kind": ["standard", "list", "roster", "form", "other"],
  "sections/kind": ["guidance", "object", "targets", "tasks", "phases", "measures", "attachment", "other"],
};

/** What proves a fact is as it is; the item above a task is corrected at its own place. */
const APART: ReadonlySet<string> = new Set(["evidence", "parent"]);

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");
const isScalar = (value: unknown): boolean => value === null || typeof value !== "object";

/** The values of a fact that a person may correct: its own, not those of facts within it. */
export function listFields(fact: string, value: unknown): EditableField[] {
  const keys = fact.split("/");
  if (isScalar(value) || isTextList(value)) return [fieldOf(keys[0]!, `/${fact}`, keys.at(-1)!, value)];
  return Object.entries(value as object)
    .filter(([key, part]) => !APART.has(key) && (isScalar(part) || isTextList(part) || key === "responsibilities"))
    .filter(([key]) => !(keys[0] === "sections" && key === "level"))
    .map(([key, part]) => fieldOf(keys[0]!, `/${fact}/${key}`, key, part));
}

function fieldOf(root: string, path: string, key: string, value: unknown): EditableField {
  const options = OPTIONS[`${root}/${key}`] ?? OPTIONS[key] ?? [];
  return { path, key, options, value, kind: kindOf(key, value, options) };
}

function kindOf(key: string, value: unknown, options: readonly string[]): FieldKind {
  if (typeof value === "boolean") return "yes-no";
  const kind = KINDS[key];
  if (kind === "choice" && options.length === 0) return "line";
  if (kind === "duties") return "duties";
  if (isTextList(value)) return "lines";
  return kind ?? "line";
}

/** The field that stands for the whole fact: who finds it right has looked at the fact. */
export function findMainField(fact: string, value: unknown): EditableField | null {
  const fields = listFields(fact, value);
  const order = ["text", "title", "name", "criterion", "heading", "task"];
  return order.map((key) => fields.find((field) => field.key === key)).find(Boolean) ?? fields[0] ?? null;
}

export const ROLE_ORDER: readonly Role[] = ["lead", "responsible", "support", "supervise"];

/** What stands in the input before anything is changed. */
export function draftOf({ kind, value }: EditableField, roles: Readonly<Record<Role, string>>): string {
  if (kind === "duties")
    return (value as readonly Responsibility[])
      .map(({ role, units }) => `${roles[role]}：${units.join("、")}`)
      .join("\n");
  if (kind === "lines") return (value as readonly string[]).join("\n");
  return value === null ? "" : String(value);
}

export type Parsed =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "wrong"; readonly what: "number" | "date" | "duties" };

const PLAIN_DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u;
const parsed = (value: unknown): Parsed => ({ kind: "value", value });

/** Turns what was typed into a value; nothing typed is null where nothing was there, or may be missing. */
export function parseDraft(field: EditableField, draft: string, roles: Readonly<Record<Role, string>>): Parsed {
  const text = draft.trim();
  switch (field.kind) {
    case "lines":
      return parsed(draft.split("\n").flatMap((line) => line.trim() || []));
    case "duties":
      return parseDuties(draft, roles);
    case "yes-no":
      return parsed(draft === "true");
    case "number":
      if (text === "") return parsed(null);
      return Number.isFinite(Number(text)) ? parsed(Number(text)) : { kind: "wrong", what: "number" };
    case "date":
      if (text === "") return parsed(null);
      return PLAIN_DATE.test(text) ? parsed(text) : { kind: "wrong", what: "date" };
    default:
      return parsed(parseText(field, text));
  }
}

/** A row's number stays a number where it was one. */
function parseText({ value }: EditableField, text: string): unknown {
  if (typeof value === "number" && Number.isFinite(Number(text)) && text !== "") return Number(text);
  return text === "" ? null : text;
}

function parseDuties(draft: string, roles: Readonly<Record<Role, string>>): Parsed {
  const duties: Responsibility[] = [];
  for (const line of draft.split("\n").filter((each) => each.trim() !== "")) {
    const [name = "", ...rest] = line.split(/[：:]/u);
    const role = ROLE_ORDER.find((each) => roles[each] === name.trim() || each === name.trim());
    const units = rest
      .join("：")
      .split(/[、，,；;]/u)
      .flatMap((unit) => unit.trim() || []);
    if (!role || units.length === 0) return { kind: "wrong", what: "duties" };
    duties.push({ role, units });
  }
  return parsed(duties);
}
