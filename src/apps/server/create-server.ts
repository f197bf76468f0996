import { demandOwnSite, demandScope, findActor, isLoopback, keyOf } from "./access.ts";
import { createErrorDoor } from "./error-door.ts";
import { createHttp, type Request, type Server } from "./http.ts";
import { Refusal } from "./problem-codes.ts";
import { addQueueBoard } from "./queue-board.ts";
import { addRoutes } from "./routes/index.ts";
import type { RouteScope } from "./routes/route.ts";
import type { Service } from "./service.ts";
import { addWebPage, sendWebPage } from "./web-page.ts";

/** Creates the HTTP server on a service; it listens nowhere yet. */
export async function createServer(service: Service): Promise<Server> {
  const { settings, store, metrics } = service;
  const isOpen = isLoopback(settings.host);
  const isOwn = ownHost(settings);
  const server = await createHttp(settings, (request) => keyOf(request) ?? request.ip);
  const door = createErrorDoor(service.log);
  server.setErrorHandler(door);
  server.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  server.addHook("onSend", async (_request, reply) => {
    // A connection that is kept open would keep the server from its end.
    if (service.stopping.aborted) reply.header("connection", "close");
  });
  // After the count of requests, so that one who guesses keys is held up; before the body is read.
  server.addHook("preParsing", async (request, reply) => {
    try {
      demandOwnSite(request, isOwn);
      const scope = scopeOf(request);
      if (scope === "open") return;
      request.actor = await findActor(request, store.keys, isOpen);
      demandScope(request.actor, scope);
    } catch (error) {
      // By hand: the dashboard has an error handler of its own.
      door(error, request, reply);
    }
  });
  server.addHook("onResponse", async (request, reply) => {
    metrics.answered(request.method, request.routeOptions.url ?? "none", reply.statusCode, reply.elapsedTime);
  });
  addRoutes(server, service);
  await addQueueBoard(server, service.jobs.queues);
  await addWebPage(server, service.webFolder);
  server.setNotFoundHandler((request, reply) => {
    // Gives nothing back: a reply that is given back is waited for once more, with listeners of its own.
    if (sendWebPage(request, reply, service.webFolder)) return;
    door(new Refusal("not-found", { id: request.url.split("?")[0]! }), request, reply);
  });
  return server;
}

/** What a library registered (the docs page, static files) says no scope: it is open, but for the queue's dashboard. */
function scopeOf(request: Request): RouteScope {
  const { scope } = request.routeOptions.config;
  return scope ?? (request.url.startsWith("/admin") ? "admin" : "open");
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
