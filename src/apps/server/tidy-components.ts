interface Described {
  readonly paths?: unknown;
  readonly components?: { schemas?: Record<string, unknown> };
}

const AT = "#/components/schemas/";
/** zod gathers what is used twice without a name in a place that no reader of OpenAPI finds. */
const SHARED = "#/components/schemas/__shared#/$defs/";

/** Gives shared schemas names that resolve (`Shared0`), and leaves out components that nothing refers to. */
export function tidyComponents(document: Described): void {
  const { __shared: shared, ...named } = document.components?.schemas ?? {};
  const lifted = isHolder(shared)
    ? Object.entries(shared.$defs).map(([name, def]) => [nameOf(name), def] as const)
    : [];
  const all: Record<string, unknown> = { ...named, ...Object.fromEntries(lifted) };
  for (const part of [document.paths, all]) renameRefs(part);
  const used = new Set<string>();
  findUsed(document.paths, all, used);
  const kept = Object.entries(all).filter(([name]) => used.has(name));
  if (document.components) document.components.schemas = Object.fromEntries(kept);
}

const isHolder = (value: unknown): value is { readonly $defs: Record<string, unknown> } =>
  typeof value === "object" && value !== null && "$defs" in value;

/** `schema0` → `Shared0`. */
const nameOf = (name: string): string => name.replace("schema", "Shared");

function renameRefs(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if ("$ref" in value && typeof value.$ref === "string" && value.$ref.startsWith(SHARED))
    value.$ref = AT + nameOf(value.$ref.slice(SHARED.length));
  for (const part of Object.values(value)) renameRefs(part);
}

function findUsed(value: unknown, all: Readonly<Record<string, unknown>>, used: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  if ("$ref" in value && typeof value.$ref === "string" && value.$ref.startsWith(AT)) {
    const name = value.$ref.slice(AT.length);
    if (!used.has(name)) {
      used.add(name);
      findUsed(all[name], all, used);
    }
  }
  for (const part of Object.values(value)) findUsed(part, all, used);
}
