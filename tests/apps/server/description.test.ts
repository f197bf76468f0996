import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestService, type TestService } from "./support/start-test-service.ts";

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Record<string, unknown> };
  readonly responses: Record<string, { readonly description: string; readonly content?: Record<string, unknown> }>;
}
interface Description {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, unknown>; readonly securitySchemes: Record<string, unknown> };
}

let service: TestService;
let description: Description;
let operations: readonly (readonly [string, Operation])[];
beforeAll(async () => {
  service = await startTestService();
  description = await service.json<Description>("/api/openapi.json");
  operations = Object.entries(description.paths).flatMap(([path, each]) =>
    Object.entries(each).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  );
}, 300_000);
afterAll(() => service?.close(), 60_000);

function refsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "$ref" in value && typeof value.$ref === "string" ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(refsIn)];
}

const find = (ref: string): unknown =>
  ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], description);

test("the description is OpenAPI 3.1 with named schemas, and every reference in it resolves", () => {
  expect(description.openapi).toBe("3.1.0");
  expect(description.info.version).toMatch(/^\d+\.\d+\.\d+$/);
  const refs = new Set(refsIn(description));
  expect([...refs].filter((ref) => !ref.startsWith("#/") || find(ref) === undefined)).toEqual([]);
  expect(Object.keys(description.components.schemas)).toEqual(
    expect.arrayContaining(["Plan", "Comparison", "Submission", "Problem", "DocumentRecord", "Lineage", "Matrix"]),
  );
});

test("every operation has a summary, a tag that is explained, a name of its own, and says how it refuses", () => {
  const tags = description.tags.map(({ name }) => name);
  const wrong = operations.filter(
    ([, { summary, tags: own = [], responses }]) =>
      !summary ||
      own.length !== 1 ||
      !tags.includes(own[0]!) ||
      !responses.default?.content?.["application/problem+json"],
  );
  expect(wrong.map(([name]) => name)).toEqual([]);
  const names = operations.map(([, { operationId }]) => operationId);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(operations.length).toBeGreaterThan(50);
});

test("every part of a path is described, every success too, and who may ask", () => {
  for (const [name, { parameters = [], responses, security }] of operations) {
    const parts = [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const described = parameters.filter((each) => each.in === "path").map((each) => each.name);
    expect([name, described.sort()]).toEqual([name, parts.sort()]);
    expect([name, Object.keys(responses).some((status) => status.startsWith("2"))]).toEqual([name, true]);
    const schemes = security.flatMap((each) => Object.keys(each));
    for (const scheme of schemes) expect(description.components.securitySchemes).toHaveProperty(scheme);
    expect([name, schemes.length > 0]).toEqual([name, !name.endsWith("/api/session")]);
  }
});

test("uploads are described as forms, pages as pictures, and events as streams", () => {
  const of = (method: string, path: string): Operation => description.paths[path]![method]!;
  expect(of("post", "/api/submissions").requestBody!.content).toMatchObject({
    "multipart/form-data": { schema: { required: ["files"], properties: { files: { type: "array" } } } },
  });
  expect(of("get", "/api/documents/{id}/pages/{page}").responses["200"]!.content).toHaveProperty("image/png");
  expect(of("get", "/api/batches/{id}/events").responses["200"]!.content).toHaveProperty("text/event-stream");
  expect(of("get", "/api/documents/{id}/plan").responses["200"]!.content).toEqual({
    "application/json": { schema: { $ref: "#/components/schemas/Plan" } },
  });
});

test("the page of the description has no script or style of its own within, so the content rules let it run", async () => {
  const answer = await service.request("/api/docs/");
  const page = await answer.text();
  expect(answer.headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S|<style[^>]*>\s*\S|\son\w+=/);
  const files = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map((match) => match[1]!);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const part = await fetch(new URL(file, `${service.url}/api/docs/`));
    expect([file, part.status]).toEqual([file, 200]);
    await part.arrayBuffer();
  }
});
