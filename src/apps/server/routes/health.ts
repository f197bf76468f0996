import { z } from "zod";
import manifest from "../../../../package.json" with { type: "json" };
import { Scope } from "../../../../schemas/api-key.ts";
import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import type { Service } from "../service.ts";

const Me = z.object({
  actor: z.string(),
  name: z.string(),
  scopes: z.array(Scope),
  version: z.string(),
  program: z.string(),
});

/** Whether the service lives (`healthz`), can work (`readyz`), and who asks. */
export function addHealthRoutes(server: Server, { store, jobs, program }: Service): void {
  server.get("/healthz", { schema: { hide: true } }, () => ({ status: "ok" }));

  server.get("/readyz", { schema: { hide: true } }, async () => {
    const unavailable =
      (what: string) =>
      (error: unknown): never => {
        throw Object.assign(new Refusal("unavailable", { what }), { cause: error });
      };
    await store.check().catch(unavailable("store"));
    await jobs.check().catch(unavailable("queue"));
    return { status: "ready" };
  });

  server.get("/api/me", { schema: { response: { 200: Me }, tags: ["access"] } }, ({ actor }) => ({
    actor: actor!.id,
    name: actor!.name,
    scopes: [...actor!.scopes],
    version: manifest.version,
    program,
  }));

  server.get("/api/openapi.json", { schema: { hide: true } }, () => server.swagger());
}
