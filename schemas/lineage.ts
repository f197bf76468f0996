import { z } from "zod";
import { Level } from "./header.ts";

/** A plan of the collection with the plans above it: county → city → province → nation. */
export const LineagePlan = z.object({
  id: z.string(),
  title: z.string().nullable(),
  documentNumber: z.string().nullable(),
  jurisdiction: z.string().nullable(),
  level: Level.nullable(),
  issuedOn: z.string().nullable(),
  /** The nearest plan that it rests on, of the collection; null where none is. */
  template: z.string().nullable(),
  /** The ids of the plans above it, the nearest first. */
  chain: z.array(z.string()),
});
export type LineagePlan = z.infer<typeof LineagePlan>;

/** A `basis` entry, and the document of the collection that it names; `plan` is null where the collection lacks it. */
export const LineageLink = z.object({
  from: z.string(),
  basis: z.string(),
  relation: z.enum(["implements", "cites"]),
  to: z.string().nullable(),
  by: z.enum(["document-number", "title", "title-alike"]).nullable(),
});
export type LineageLink = z.infer<typeof LineageLink>;

/** How the plans of a collection rest on each other; `versions` groups the issues of one plan, the oldest first. */
export const Lineage = z.object({
  schema: z.literal("lineage/1"),
  plans: z.array(LineagePlan),
  links: z.array(LineageLink),
  versions: z.array(z.array(z.string()).min(2)),
});
export type Lineage = z.infer<typeof Lineage>;
