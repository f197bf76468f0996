import type { z } from "zod";
import type { Said } from "./language.ts";

/** A JSON contract by the name that its `schema` key bears: `plan/1`. */
export interface Contract<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
}

export type JsonInput<T> = { readonly value: T } | { readonly said: Said };

/**
 * The value of a JSON text (see `readJson`) as a contract demands it; what else came is said with what was expected.
 * @param json undefined where the bytes were no JSON.
 */
export function readContract<T>(json: unknown, { name, schema }: Contract<T>): JsonInput<T> {
  if (json === undefined) return { said: { code: "json-broken", facts: { expected: name } } };
  const came = schemaOf(json);
  if (came !== name) return { said: { code: "json-other", facts: { expected: name, came } } };
  return checkShape(json, { name, schema });
}

function checkShape<T>(json: unknown, { name, schema }: Contract<T>): JsonInput<T> {
  try {
    const { data, error } = schema.safeParse(json);
    if (!error) return { value: data as T };
    const [first] = error.issues;
    const facts = { expected: name, place: first!.path.join("."), reason: first!.message, count: error.issues.length };
    return { said: { code: "json-invalid", facts } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      said: { code: "json-invalid", facts: { expected: name, place: "", reason: "nested too deep", count: 1 } },
    };
  }
}

/** What a JSON value calls itself: its `schema`, or what it is. */
function schemaOf(json: unknown): string {
  if (Array.isArray(json)) return json.length > 0 ? `[${schemaOf(json[0])}, …]` : "[]";
  if (typeof json !== "object" || json === null) return typeof json;
  if ("schema" in json && typeof json.schema === "string") return json.schema.slice(0, 40);
  const keys = Object.keys(json)
    .slice(0, 3)
    .map((key) => key.slice(0, 20));
  return `{ ${keys.join(", ")}${Object.keys(json).length > 3 ? ", …" : ""} }`;
}
