import type { Reply } from "./http.ts";

/** Tells the client the version that it is given, and whether it has that one already. */
export function isFresh(reply: Reply, known: string | undefined, tag: string): boolean {
  reply.header("etag", tag).header("cache-control", "private, no-cache");
  return known?.split(/\s*,\s*/).some((each) => each.replace(/^W\//, "") === tag) ?? false;
}
