import { z } from "zod";
import { DocumentRecord } from "../../../../schemas/document-record.ts";
import { FactKind, FactRow } from "../../../../schemas/fact-row.ts";
import { Lineage, LineageLink, LineagePlan } from "../../../../schemas/lineage.ts";
import { findTracer } from "../../../queue/trace-collection.ts";
import { findDocument } from "../find-plans.ts";
import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import type { Service } from "../service.ts";
import { cursorQuery, Id, needs, pageOf } from "./route.ts";

const OneLineage = z.object({ plan: LineagePlan, links: z.array(LineageLink) });
const Versions = z.object({ items: z.array(DocumentRecord) });
const Facts = z.object({
  kind: FactKind.optional(),
  family: z.string().max(200).optional(),
  metric: z.string().max(200).optional(),
  document: z.string().max(100).optional(),
  ...cursorQuery,
});

/** What only the whole collection can tell: how plans rest on each other, their issues, and facts over all of them. */
export function addLineageRoutes(server: Server, { store }: Service): void {
  const trace = findTracer(store);

  server.get(
    "/api/lineage",
    {
      ...needs("read", { "application/json": Lineage }),
      schema: { tags: ["documents"], summary: "The lineage of all plans (lineage/1)" },
    },
    trace,
  );

  server.get(
    "/api/documents/:id/lineage",
    {
      ...needs("read"),
      schema: {
        params: Id,
        response: { 200: OneLineage },
        tags: ["documents"],
        summary: "The plans above a plan, what it rests on, and what rests on it",
      },
    },
    async ({ params: { id } }) => {
      const lineage = await trace();
      const plan = lineage.plans.find((each) => each.id === id);
      if (!plan) throw new Refusal("not-found", { what: "document", id });
      return { plan, links: lineage.links.filter(({ from, to }) => from === id || to === id) };
    },
  );

  server.get(
    "/api/documents/:id/versions",
    {
      ...needs("read"),
      schema: {
        params: Id,
        response: { 200: Versions },
        tags: ["documents"],
        summary: "The issues of one plan, the oldest first",
      },
    },
    async ({ params: { id } }) => {
      await findDocument(store, id);
      const { versions } = await trace();
      const ids = versions.find((issues) => issues.includes(id)) ?? [id];
      return { items: await Promise.all(ids.map((each) => findDocument(store, each))) };
    },
  );

  server.get(
    "/api/facts",
    {
      ...needs("read"),
      schema: {
        querystring: Facts,
        response: { 200: pageOf(FactRow) },
        tags: ["documents"],
        summary: "Facts of all plans: targets, deadlines, duties …",
      },
    },
    async ({ query: { limit, cursor, ...filter } }) => {
      const { items, next } = await store.documents.facts(given(filter), { limit, cursor });
      return { items: [...items], next };
    },
  );
}

/** Without the filters that were not asked for. */
const given = <T extends object>(filter: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
