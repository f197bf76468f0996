import { demandOwnSite, findActor, isLoopback, keyOf } from "./access.ts";
import { createErrorDoor } from "./error-door.ts";
import { createHttp, type Server } from "./http.ts";
import { Refusal } from "./problem-codes.ts";
import { addRoutes } from "./routes/index.ts";
import type { Service } from "./service.ts";

/** Paths that say nothing of the collection: whether the service lives, and how it is used. */
const OPEN = /^\/(?:healthz$|readyz$|api\/(?:docs|openapi\.json|session)(?:\/|$|\?))/;
const GUARDED = /^\/(?:api|metrics|admin)(?:\/|$|\?)/;

/** Creates the HTTP server on a service; it listens nowhere yet. */
export async function createServer(service: Service): Promise<Server> {
  const { settings, store } = service;
  const isOpen = isLoopback(settings.host);
  const server = await createHttp(settings, (request) => keyOf(request) ?? request.ip);
  const door = createErrorDoor(service.log);
  server.setErrorHandler(door);
  server.setNotFoundHandler((request, reply) =>
    door(new Refusal("not-found", { id: request.url.split("?")[0]! }), request, reply),
  );
  server.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
    if (!GUARDED.test(request.url) || OPEN.test(request.url)) return;
    demandOwnSite(request, ownHost(settings));
    request.actor = await findActor(request, store.keys, isOpen);
  });
  addRoutes(server, service);
  return server;
}

/** A server on loopback answers to loopback's names only, so that no foreign name can be bound to it; behind a proxy, to any. */
function ownHost({ host, publicUrl, trustProxy }: Service["settings"]): (given: string) => boolean {
  const own = publicUrl === null ? null : new URL(publicUrl).host;
  return (given) => {
    if (!isLoopback(host) || trustProxy) return true;
    const name = given.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
    return given === own || isLoopback(name);
  };
}
