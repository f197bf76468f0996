import { Plan } from "../../schemas/plan.ts";
import { ReadError } from "./outcome.ts";

/**
 * The plan that a JSON value is, or null where it is something else.
 * @throws ReadError `damaged` where it calls itself `plan/1` but has not its shape.
 */
export function findPlan(value: unknown): Plan | null {
  const read = Plan.safeParse(value);
  if (read.success) return read.data;
  if (!claimsToBe(value, "plan/1")) return null;
  const { path, message } = read.error.issues[0]!;
  throw new ReadError("damaged", { format: "plan/1", detail: `${path.join(".")}: ${message}` });
}

/** Whether a JSON value names this schema as its own. */
export const claimsToBe = (value: unknown, schema: string): boolean =>
  typeof value === "object" && value !== null && "schema" in value && value.schema === schema;
