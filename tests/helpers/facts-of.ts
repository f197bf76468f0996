import type { Plan } from "../../schemas/plan.ts";

/** The facts without where they stand and without white space and bracket width, which a format or a wrap changes. */
export function factsOf(plan: Plan): Record<string, unknown> {
  const { source, blocks, id, messages, findings, ...facts } = plan;
  return normalise({ ...facts, findings: findings.map((finding) => finding.code) }) as Record<string, unknown>;
}

function normalise(value: unknown): unknown {
  if (typeof value === "string") return value.normalize("NFKC").replace(/\s+/gu, "");
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "evidence");
  return Object.fromEntries(entries.map(([key, child]) => [key, normalise(child)]));
}
