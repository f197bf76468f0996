import { sql } from "kysely";
import type { InTransaction, Tables } from "./tables.ts";

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** The columns of a table with their types as PostgreSQL writes them (`timestamp(3) with time zone`). */
export async function listColumns(transaction: InTransaction, table: keyof Tables): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(transaction);
  return rows;
}

/** The types that tables have here; a backup may name no other. */
const TYPES = new Set([
  "text",
  "text[]",
  "integer",
  "bigint",
  "boolean",
  "double precision",
  "date",
  "json",
  "bytea",
  "tsvector",
  "timestamp(3) with time zone",
]);

export const isKnownType = (type: string): boolean => TYPES.has(type);

/** JSON goes through a backup as text: sign for sign, with `\u0000`, which PostgreSQL would not take apart. Bytes do in hexadecimal. */
export const savedType = (type: string): string => (type === "json" || type === "bytea" ? "text" : type);

/** What was saved as one type as the type that its column has by now: plans were JSON before they were packed. */
export const restoredValue = ({ name, type }: Column, now: string): string =>
  type === "json" && now === "bytea" ? `convert_to(${name}, 'UTF8')` : `${name}::${now}`;
