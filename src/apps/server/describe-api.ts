import { z } from "zod";
import { apiSchemas } from "./api-schemas.ts";
import type { Gives, RouteScope } from "./routes/route.ts";
import { tidyComponents } from "./tidy-components.ts";

/** A route as it was registered, as far as the description needs it. */
export interface DescribedRoute {
  readonly method: string;
  readonly url: string;
  /** Null for what a library registered. */
  readonly scope: RouteScope | null;
  readonly gives: Gives | null;
}

interface Operation {
  operationId?: string;
  description?: string;
  security?: object[];
  requestBody?: object;
  responses?: Record<string, { description: string; content?: object }>;
}
type Paths = Record<string, Record<string, Operation>>;

const PROBLEM = {
  description: "Why not: RFC 9457 problem details",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

/** What is uploaded as a form: @fastify/multipart streams it, so no schema stands at the route. */
const FORMS: Readonly<Record<string, object>> = {
  "POST /api/submissions": {
    required: ["files"],
    properties: {
      files: { type: "array", items: { type: "string", contentMediaType: "application/octet-stream" } },
      template: { type: "string", description: "The id of the document that every plan is compared with" },
      name: { type: "string", description: "A name for the batch" },
    },
  },
  "POST /api/documents/:id/assessments": {
    required: ["file"],
    properties: { file: { type: "string", contentMediaType: "application/octet-stream" } },
  },
};

export const SECURITY = {
  key: { type: "http", scheme: "bearer", description: "Authorization: Bearer fangan_…" },
  cookie: { type: "apiKey", in: "cookie", name: "fangan_key", description: "Set by POST /api/session" },
} as const;

export const TAGS = [
  { name: "submissions", description: "Uploads, and where each of them stands" },
  { name: "documents", description: "The collection: plans, originals, pages, evidence, publications" },
  { name: "comparisons", description: "Plans side by side" },
  { name: "assessments", description: "Filled scoring sheets" },
  { name: "review", description: "Corrections, comments, approval, history" },
  { name: "access", description: "Keys and sessions" },
  { name: "service", description: "Webhooks, audit, the queue" },
];

/** Where a body of JSON is taken in the place of a form. */
const JSON_TOO: Readonly<Record<string, object>> = {
  "/api/documents/:id/assessments": { "application/json": { schema: { type: "object" } } },
};

const formContent = (form: object): object => ({ "multipart/form-data": { schema: { type: "object", ...form } } });

/** Adds to the description what the library cannot know: who may ask, problems, other media types, uploads. */
export function completeDocument<T extends object>(document: T, routes: readonly DescribedRoute[]): T {
  if ("paths" in document) completePaths(document.paths as Paths, routes);
  tidyComponents(document);
  return document;
}

function completePaths(paths: Paths, routes: readonly DescribedRoute[]): void {
  for (const route of routes) {
    const path = route.url.replace(/:(\w+)/g, "{$1}");
    const operation = paths[path]?.[route.method.toLowerCase()];
    if (operation) complete(operation, route, path);
  }
}

function complete(operation: Operation, { method, url, scope, gives }: DescribedRoute, path: string): void {
  operation.operationId = nameOf(method, path);
  operation.security = scope === "open" ? [{}] : [{ key: [] }, { cookie: [] }];
  if (scope !== "open" && scope !== "any") operation.description = `Needs the scope ${scope}.`;
  const form = FORMS[`${method} ${url}`];
  if (form) operation.requestBody = { required: true, content: { ...JSON_TOO[url], ...formContent(form) } };
  const answers = operation.responses ?? {};
  if (gives) answers["200"] = { description: "Done", content: contentOf(gives) };
  else if (Object.values(answers).every(({ content }) => !content)) delete answers["200"];
  if (Object.keys(answers).length === 0) answers["204"] = { description: "Done" };
  operation.responses = { ...answers, default: PROBLEM };
}

/** `GET /api/documents/{id}/plan` → `getDocumentsPlan`; `GET /api/documents/{id}` → `getDocumentsById`. */
const nameOf = (method: string, path: string): string => {
  const parts = path.replace(/^\/api\//, "").split("/");
  const words = parts.filter((part) => !part.startsWith("{")).flatMap((part) => part.split(/\W+/));
  const isOne = parts.at(-1)!.startsWith("{");
  const by = isOne ? `By${capital(parts.at(-1)!.slice(1, -1))}` : "";
  return `${method.toLowerCase()}${words.map(capital).join("")}${by}`;
};

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

const contentOf = (gives: Gives): Record<string, object> =>
  Object.fromEntries(Object.entries(gives).map(([type, schema]) => [type, schema ? { schema: schemaOf(schema) } : {}]));

function schemaOf(schema: z.ZodType): object {
  const id = apiSchemas.get(schema)?.id;
  if (id) return { $ref: `#/components/schemas/${id}` };
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", unrepresentable: "any" });
  return rest;
}
