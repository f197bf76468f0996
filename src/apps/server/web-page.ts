import fastifyStatic from "@fastify/static";
import type { Reply, Request, Server } from "./http.ts";

/** `main.4c9f061c66.js`, `index-B7xK2a_q.css`: the name changes with the content, so it never has to be asked for again. */
const HASHED = /[.-][\w-]{8,}\.(?:js|css|woff2?|png|svg|webp)$/;
const YEAR_SECONDS = 31_536_000;
const SERVICE_PATH = /^\/(?:api|admin|metrics|healthz|readyz)(?:\/|$|\?)/;

/** Serves the web page's files from a folder; none where there is no page. */
export async function addWebPage(server: Server, folder: string | null): Promise<void> {
  if (folder === null) return;
  await server.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header("cache-control", HASHED.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : "no-cache");
    },
  });
}

/** A deep link (`/documents/…`) is the page's own: it gets index.html. False where the address is not the page's. */
export function sendWebPage(request: Request, reply: Reply, folder: string | null): boolean {
  const isLink = request.method === "GET" && /\btext\/html\b/.test(request.headers.accept ?? "");
  if (folder === null || !isLink || SERVICE_PATH.test(request.url)) return false;
  reply.sendFile("index.html");
  return true;
}
