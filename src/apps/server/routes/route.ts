import { z } from "zod";
import type { Scope } from "../../../../schemas/api-key.ts";
import { demandScope } from "../access.ts";
import type { Request } from "../http.ts";

/** Before the handler: a request without the scope goes no further. */
export const needs = (scope: Scope) => ({
  preHandler: async (request: Request): Promise<void> => {
    demandScope(request.actor, scope);
  },
});

/** How a list is paged. */
export const cursorQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(300).optional(),
};

/** A part of a list; `next` is the cursor of what follows, null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });
