import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import type { Service } from "../service.ts";
import { needs } from "./route.ts";

/** Whether the service lives (`healthz`), can work (`readyz`), and how it is used (`openapi.json`). */
export function addHealthRoutes(server: Server, { store, jobs }: Service): void {
  server.get("/healthz", { ...needs("open"), schema: { hide: true } }, () => ({ status: "ok" }));

  server.get("/readyz", { ...needs("open"), schema: { hide: true } }, async () => {
    const unavailable =
      (what: string) =>
      (error: unknown): never => {
        throw Object.assign(new Refusal("unavailable", { what }), { cause: error });
      };
    await store.check().catch(unavailable("store"));
    await jobs.check().catch(unavailable("queue"));
    return { status: "ready" };
  });

  server.get("/api/openapi.json", { ...needs("open"), schema: { hide: true } }, () => server.swagger());
}
