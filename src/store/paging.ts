import { WrongCursor } from "./errors.ts";

/** A part of a list; `next` is the cursor of what follows, null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Where a list goes on and how much of it is wanted; 50 entries where nothing is said. */
export interface PageRequest {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** What a cursor holds: the sort key of the last entry that was given. */
export type SortKey = readonly (string | number | null)[];

const USUAL = 50;
const MOST = 200;

export const limitOf = ({ limit = USUAL }: PageRequest = {}): number => Math.min(Math.max(Math.trunc(limit), 1), MOST);

export const writeCursor = (key: SortKey): string => Buffer.from(JSON.stringify(key)).toString("base64url");

/** @throws WrongCursor where it holds anything else than values of the types asked for. */
export function readCursor(
  cursor: string | undefined,
  types: readonly ("string" | "number" | "nullable")[],
): SortKey | null {
  if (cursor === undefined || cursor === "") return null;
  const key = parse(cursor);
  if (key.length !== types.length || !types.every((type, at) => fits(key[at], type))) throw new WrongCursor();
  return key as SortKey;
}

function parse(cursor: string): unknown[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(key) ? key : [];
  } catch {
    return [];
  }
}

const fits = (value: unknown, type: "string" | "number" | "nullable"): boolean => {
  if (type === "number") return Number.isSafeInteger(value);
  if (type === "nullable" && value === null) return true;
  return typeof value === "string" && value.length <= 200 && !value.includes("\0");
};

/** Makes a page of rows of which one more was asked for than it shall hold. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => SortKey,
  toItem: (row: Row) => Item,
): Page<Item> {
  const kept = rows.slice(0, limit);
  return {
    items: kept.map(toItem),
    next: rows.length > limit ? writeCursor(keyOf(kept.at(-1)!)) : null,
  };
}
