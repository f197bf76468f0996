import { z } from "zod";
import manifest from "../../../../package.json" with { type: "json" };
import { ApiKey, ApiKeyRequest, Scope } from "../../../../schemas/api-key.ts";
import { clearKeyCookie, keyOf, writeKeyCookie } from "../access.ts";
import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import { recordWrite } from "../record-write.ts";
import type { Service } from "../service.ts";
import { Id, needs } from "./route.ts";

const Me = z.object({
  actor: z.string(),
  name: z.string(),
  scopes: z.array(Scope),
  version: z.string(),
  program: z.string(),
});
const Made = z.object({ key: z.string(), record: ApiKey });
const Given = z.object({ key: z.string().min(1).max(200) });
const Session = z.object({ name: z.string(), scopes: z.array(Scope) });

/** Who asks, the keys, and the cookie that the web page keeps its key in. */
export function addAccessRoutes(server: Server, { store, program, settings }: Service): void {
  server.get(
    "/api/me",
    {
      ...needs("any"),
      schema: { response: { 200: Me }, tags: ["access"], summary: "Who asks, and with which scopes" },
    },
    ({ actor }) => ({
      actor: actor!.id,
      name: actor!.name,
      scopes: [...actor!.scopes],
      version: manifest.version,
      program,
    }),
  );

  server.post(
    "/api/session",
    {
      ...needs("open"),
      schema: {
        body: Given,
        response: { 200: Session },
        tags: ["access"],
        summary: "Put a key into a cookie that no script can read, for the web page",
      },
    },
    async (request, reply) => {
      const known = await store.keys.check(request.body.key);
      if (!known) throw new Refusal("key-invalid");
      request.actor = { id: `key:${known.id}`, name: known.name, scopes: known.scopes };
      await recordWrite(store, request, "session.create", known.id);
      const isSecure = request.protocol === "https" || settings.publicUrl?.startsWith("https:") === true;
      reply.header("set-cookie", writeKeyCookie(request.body.key, isSecure)).header("cache-control", "no-store");
      return { name: known.name, scopes: [...known.scopes] };
    },
  );

  server.delete(
    "/api/session",
    { ...needs("open"), schema: { tags: ["access"], summary: "Forget the cookie" } },
    async (request, reply) => {
      const known = await store.keys.check(keyOf(request) ?? "");
      if (known) {
        request.actor = { id: `key:${known.id}`, name: known.name, scopes: known.scopes };
        await recordWrite(store, request, "session.delete", known.id);
      }
      return reply.header("set-cookie", clearKeyCookie()).code(204).send();
    },
  );

  server.get(
    "/api/keys",
    {
      ...needs("admin"),
      schema: { response: { 200: z.object({ items: z.array(ApiKey) }) }, tags: ["access"], summary: "All keys" },
    },
    async () => ({ items: [...(await store.keys.list())] }),
  );

  server.post(
    "/api/keys",
    {
      ...needs("admin"),
      schema: {
        body: ApiKeyRequest,
        response: { 201: Made },
        tags: ["access"],
        summary: "Make a key; it is shown this once",
      },
    },
    async (request, reply) => {
      const { key, record } = await store.keys.create(request.body);
      await recordWrite(store, request, "key.create", record.id, { name: record.name, scopes: record.scopes });
      return reply.header("cache-control", "no-store").code(201).send({ key, record });
    },
  );

  server.delete(
    "/api/keys/:id",
    { ...needs("admin"), schema: { params: Id, tags: ["access"], summary: "Revoke a key" } },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await store.keys.revoke(id))) throw new Refusal("not-found", { what: "key", id });
      await recordWrite(store, request, "key.revoke", id);
      return reply.code(204).send();
    },
  );
}
