import { z } from "zod";

/** `read` plans, `submit` files, `review` (correct, approve), `admin` (keys, webhooks, delete, the queue). */
export const Scope = z.enum(["read", "submit", "review", "admin"]);
export type Scope = z.infer<typeof Scope>;

/** A key as lists show it; the key itself is shown once, when it is made, and stored as a hash only. */
export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(Scope),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const ApiKeyRequest = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(Scope).min(1),
  expiresAt: z.iso.datetime().nullable().default(null),
});
export type ApiKeyRequest = z.infer<typeof ApiKeyRequest>;
