import type { Scope } from "../../../../schemas/api-key.ts";
import { request } from "./request.ts";

export interface Me {
  readonly actor: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly version: string;
}

export const readMe = (signal?: AbortSignal): Promise<Me> => request("/me", { ...(signal && { signal }) });

/** Puts the key into a cookie that no script can read. */
export const openSession = (key: string): Promise<unknown> => request("/session", { method: "POST", body: { key } });

export const closeSession = (): Promise<void> => request("/session", { method: "DELETE" });

export const hasScope = (me: Me | null, scope: Scope): boolean =>
  me !== null && (me.scopes.includes(scope) || me.scopes.includes("admin"));
