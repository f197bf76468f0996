import type { ApiKeys } from "../../store/service-parts.ts";
import type { Request } from "./http.ts";
import { Refusal } from "./problem-codes.ts";
import type { RouteScope } from "./routes/route.ts";
import { type Actor, LOCAL } from "./service.ts";

/** The cookie that the web page keeps its key in: out of scripts' reach, and never sent from other sites. */
export const KEY_COOKIE = "fangan_key";

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.|localhost$)/;

export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** The key that a request carries, null where it carries none. */
export function keyOf(request: Pick<Request, "headers">): string | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "");
  if (bearer) return bearer[1]!;
  const cookie = new RegExp(`(?:^|;\\s*)${KEY_COOKIE}=([^;\\s]+)`).exec(request.headers.cookie ?? "");
  return cookie?.[1] ?? null;
}

const MONTH_SECONDS = 30 * 86_400;

/** `Secure` where the server is reached by https; on loopback and in a closed network it may not be. */
export const writeKeyCookie = (key: string, isSecure: boolean): string =>
  `${KEY_COOKIE}=${encodeURIComponent(key)}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${MONTH_SECONDS}${isSecure ? "; Secure" : ""}`;

export const clearKeyCookie = (): string => `${KEY_COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;

/**
 * Says who makes a request. A server that listens on loopback is open until the first key is made.
 * @throws Refusal `key-missing`, `key-invalid`
 */
export async function findActor(request: Pick<Request, "headers">, keys: ApiKeys, isOpen: boolean): Promise<Actor> {
  const key = keyOf(request);
  if (key === null) {
    if (isOpen && !(await keys.any())) return LOCAL;
    throw new Refusal("key-missing");
  }
  const known = await keys.check(key);
  if (!known) throw new Refusal("key-invalid");
  return { id: `key:${known.id}`, name: known.name, scopes: known.scopes };
}

/** @throws Refusal `scope-missing`; `admin` has every scope. */
export function demandScope({ scopes }: Actor, scope: Exclude<RouteScope, "open">): void {
  if (scope === "any" || scopes.includes(scope) || scopes.includes("admin")) return;
  throw new Refusal("scope-missing", { scope });
}

/**
 * A page of another site must not make a browser write here (the open server on loopback has no key to protect it): its
 * requests name their origin. Also a name that was rebound to loopback is another site.
 * @throws Refusal `other-site`
 */
export function demandOwnSite(
  request: Pick<Request, "headers" | "method">,
  isOwnHost: (host: string) => boolean,
): void {
  const { host = "", origin } = request.headers;
  if (!isOwnHost(host)) throw new Refusal("other-site", { came: host });
  if (request.method === "GET" || request.method === "HEAD" || origin === undefined) return;
  if (hostOf(origin) !== host) throw new Refusal("other-site", { came: origin });
}

const hostOf = (origin: string): string => URL.parse(origin)?.host ?? "";
