import type { Evidence } from "../../../../schemas/evidence.ts";
import type { Header } from "../../../../schemas/header.ts";
import type { Plan } from "../../../../schemas/plan.ts";
import { locate, quotesOf } from "./locate-value.ts";

/** A fact, and where the source proves it. `path` is its JSON pointer without the first slash (`standards/0/items/3`). */
export interface FactPlace {
  readonly path: string;
  readonly evidence: readonly Evidence[];
}

/** What is no fact of the text: the text itself, the file, what reading told. */
const APART = new Set(["schema", "id", "source", "messages", "blocks"]);
/** Header fields have their evidence together; each is told apart by its words. */
export const HEADER_FIELDS = [
  "title",
  "noticeTitle",
  "documentNumber",
  "issuers",
  "recipients",
  "issuedOn",
  "printedOn",
  "jurisdiction",
] as const satisfies readonly (keyof Header)[];

/** Every fact of a plan, in the plan's order. */
export function listFacts(plan: Plan): FactPlace[] {
  const facts = Object.entries(plan)
    .filter(([key]) => !APART.has(key))
    .flatMap(([key, value]) => factsBelow(value, key));
  return [...headerFacts(plan), ...facts];
}

function factsBelow(value: unknown, path: string): FactPlace[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => factsBelow(each, `${path}/${index}`));
  if (typeof value !== "object" || value === null) return [];
  const { evidence, ...rest } = value as { readonly evidence?: readonly Evidence[] };
  const below = Object.entries(rest).flatMap(([key, part]) => factsBelow(part, `${path}/${key}`));
  return Array.isArray(evidence) ? [{ path, evidence }, ...below] : below;
}

function headerFacts({ header, blocks }: Plan): FactPlace[] {
  return HEADER_FIELDS.map((field) => {
    const values = valuesOf(header, field);
    const told = values.flatMap((value) => quotesOf(value, header.evidence));
    return {
      path: `header/${field}`,
      evidence: told.length > 0 ? told : values.flatMap((value) => locate(value, blocks)),
    };
  });
}

function valuesOf(header: Header, field: (typeof HEADER_FIELDS)[number]): string[] {
  if (field === "jurisdiction") return header.jurisdiction.name === null ? [] : [header.jurisdiction.name];
  const value = header[field];
  if (value === null) return [];
  return typeof value === "string" ? [value] : value;
}
