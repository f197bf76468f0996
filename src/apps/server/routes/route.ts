import { z } from "zod";
import type { Scope } from "../../../../schemas/api-key.ts";

/** What a route answers beside problems, by media type; null where the content has no schema. For the API's description. */
export type Gives = Readonly<Record<string, z.ZodType | null>>;

/** The scope that a route needs: `any` for whoever has a key, `open` for everybody. */
export type RouteScope = Scope | "any" | "open";

/** Route options: before anything of the body is read, a request without the scope goes no further. */
export const needs = (scope: RouteScope, gives: Gives | null = null) => ({ config: { scope, gives } });

export const Id = z.object({ id: z.string().max(100) });

/** How a list is paged. */
export const cursorQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(300).optional(),
};

/** A part of a list; `next` is the cursor of what follows, null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });
