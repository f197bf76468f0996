import { z } from "zod";
import { PublishedStandard } from "../../../../schemas/published-standard.ts";
import { createStandards } from "../../../publish/standard/create-standard.ts";
import { findPlan } from "../find-plans.ts";
import type { Server } from "../http.ts";
import type { Service } from "../service.ts";
import { Id, needs } from "./route.ts";

const Standards = z.object({ items: z.array(PublishedStandard) });

/** The standards of a plan as data, with what an assessor fills in for each row. */
export function addStandardRoutes(server: Server, { store }: Service): void {
  server.get(
    "/api/documents/:id/standards",
    {
      ...needs("read", { "application/json": Standards }),
      schema: {
        params: Id,
        tags: ["documents"],
        summary: "The standards of a plan (standard/1), in the plan's order; an empty list where it has none",
      },
    },
    async ({ params }) => ({ items: createStandards(await findPlan(store, params.id)) }),
  );
}
