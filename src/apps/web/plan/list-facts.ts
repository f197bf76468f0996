import type { Evidence } from "../../../../schemas/evidence.ts";
import type { Header } from "../../../../schemas/header.ts";
import type { Plan } from "../../../../schemas/plan.ts";

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
  return [...headerFacts(plan.header), ...facts];
}

function factsBelow(value: unknown, path: string): FactPlace[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => factsBelow(each, `${path}/${index}`));
  if (typeof value !== "object" || value === null) return [];
  const { evidence, ...rest } = value as { readonly evidence?: readonly Evidence[] };
  const below = Object.entries(rest).flatMap(([key, part]) => factsBelow(part, `${path}/${key}`));
  return Array.isArray(evidence) ? [{ path, evidence }, ...below] : below;
}

const withoutSpaces = (text: string): string => text.replace(/\s/gu, "");
/** `2020年12月17日` and `2020-12-17` have the same digits in the same order. */
const digitsOf = (text: string): string => (text.match(/\d+/gu) ?? []).map(Number).join("-");

function headerFacts(header: Header): FactPlace[] {
  return HEADER_FIELDS.map((field) => ({
    path: `header/${field}`,
    evidence: header.evidence.filter(({ quote }) => valuesOf(header, field).some((value) => isSaidBy(value, quote))),
  }));
}

function valuesOf(header: Header, field: (typeof HEADER_FIELDS)[number]): string[] {
  const value = header[field];
  if (value === null) return [];
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value : [];
}

function isSaidBy(value: string, quote: string): boolean {
  if (/^\d{4}(?:-\d{2})*$/u.test(value)) return digitsOf(quote).startsWith(digitsOf(value));
  const [said, words] = [withoutSpaces(quote), withoutSpaces(value)];
  return said.length > 0 && (said.includes(words) || words.includes(said));
}
