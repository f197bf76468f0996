import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { DatabaseAddress } from "./store.ts";
import type { Database, Tables } from "./tables.ts";

const BIGINT = 20;
const DATE = 1082;
const MOMENT = 1184;

/** Whole numbers as numbers (none here passes 2^53), dates as they are, moments as ISO 8601 in UTC. */
function parserOf(type: number, format?: "text" | "binary"): (text: string) => unknown {
  if (type === BIGINT) return Number;
  if (type === DATE) return String;
  if (type === MOMENT) return (text) => new Date(text).toISOString();
  return pg.types.getTypeParser(type, format as "text");
}

/** Connections that are opened when they are needed. A lost one is replaced: whoever used it sees the fault, the program lives on. */
export function connectDatabase(address: DatabaseAddress, size: number): Database {
  const pool = new pg.Pool({
    ...address,
    max: size,
    application_name: "fangan",
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  });
  pool.on("error", () => {});
  // One that is lost in a transaction between two statements tells nobody else, and would end the program.
  pool.on("connect", (client) => client.on("error", () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
