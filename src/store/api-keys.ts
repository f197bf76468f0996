import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { ApiKey, Scope } from "../../schemas/api-key.ts";
import { cleanText } from "./clean-text.ts";
import { createId } from "./ids.ts";
import type { ApiKeys } from "./service-parts.ts";
import type { Database, Row } from "./tables.ts";

const PREFIX = "fangan_";
const SHAPE = /^fangan_[A-Za-z0-9_-]{43}$/;

/** A key has 256 bits of chance: nobody can guess it, so a plain hash is enough, and a request costs microseconds. */
const hashOf = (key: string): string => createHash("sha256").update(key).digest("hex");

export const createApiKeys = (database: Database): ApiKeys => ({
  create: async ({ name, scopes, expiresAt }) => {
    const key = PREFIX + randomBytes(32).toString("base64url");
    const row = await database
      .insertInto("api_keys")
      .values({ id: createId(), name: cleanText(name), hash: hashOf(key), scopes: [...scopes], expires_at: expiresAt })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { key, record: toApiKey(row) };
  },
  check: (key) => (SHAPE.test(key) ? findInForce(database, hashOf(key)) : Promise.resolve(null)),
  list: async () => (await database.selectFrom("api_keys").selectAll().orderBy("id").execute()).map(toApiKey),
  revoke: async (id) => {
    const { numUpdatedRows } = await database
      .updateTable("api_keys")
      .set({ revoked_at: sql<string>`now()` })
      .where("id", "=", id)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },
  any: async () => (await selectInForce(database).limit(1).executeTakeFirst()) !== undefined,
});

const selectInForce = (database: Database) =>
  database
    .selectFrom("api_keys")
    .selectAll()
    .where("revoked_at", "is", null)
    .where(sql<boolean>`(expires_at is null or expires_at > now())`);

async function findInForce(database: Database, hash: string) {
  const row = await selectInForce(database).where("hash", "=", hash).executeTakeFirst();
  if (!row) return null;
  if (isOld(row.last_used_at))
    await database.updateTable("api_keys").set({ last_used_at: sql<string>`now()` }).where("id", "=", row.id).execute();
  return { id: row.id, name: row.name, scopes: Scope.array().parse(row.scopes) };
}

/** When a key was last used is known to the minute: not every request writes. */
const isOld = (at: string | null): boolean => at === null || Date.now() - Date.parse(at) > 60_000;

const toApiKey = (row: Row<"api_keys">): ApiKey =>
  ApiKey.parse({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  });
