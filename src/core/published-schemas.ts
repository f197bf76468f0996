import { z } from "zod";
import { Entry, PublishedRow, PublishedRule, PublishedStandard } from "../../schemas/published-standard.ts";

const named = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({ Entry, PublishedRow, PublishedRule })) named.add(schema, { id });

/** The JSON Schema (draft 2020-12) of `standard/1`, made from its Zod schema. */
export const standardJsonSchema = (): object =>
  z.toJSONSchema(PublishedStandard, { target: "draft-2020-12", metadata: named });
