import { traceLineage } from "../../../pipelines/collect.ts";
import type { DocumentRecord } from "../../../schemas/document-record.ts";
import type { Lineage } from "../../../schemas/lineage.ts";
import type { Plan } from "../../../schemas/plan.ts";
import type { Store } from "../../store/store.ts";

/** Of each plan, what places it, as of `updatedAt`. */
interface Known {
  readonly updatedAt: string;
  readonly source: Pick<Plan, "id" | "header" | "basis">;
}

/**
 * Creates the tracer of a collection: how its plans rest on each other as they stand now. Only plans that are new or changed since
 * the last call are read; where none is, the answer is the one from before.
 */
export function createTracer(store: Store): () => Promise<Lineage> {
  let known: ReadonlyMap<string, Known> = new Map();
  let lineage: Lineage = traceLineage([]);
  let turn: Promise<unknown> = Promise.resolve();
  const trace = async (): Promise<Lineage> => {
    const now = new Map<string, Known>();
    for await (const document of documentsOf(store)) {
      const before = known.get(document.id);
      const found = before?.updatedAt === document.updatedAt ? before : await read(store, document);
      if (found) now.set(document.id, found);
    }
    if (isSame(known, now)) return lineage;
    lineage = traceLineage([...now.values()].map(({ source }) => source));
    await store.versions.save(lineage);
    known = now;
    return lineage;
  };
  return () => {
    const next = turn.then(trace);
    turn = next.catch(() => {});
    return next;
  };
}

async function* documentsOf(store: Store): AsyncGenerator<DocumentRecord> {
  let cursor: string | undefined;
  do {
    const { items, next } = await store.documents.search({ order: "added", limit: 200, cursor });
    yield* items;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

async function read(store: Store, { id, updatedAt }: DocumentRecord): Promise<Known | null> {
  const found = await store.documents.findCorrectedPlan(id);
  if (!found) return null;
  const { header, basis } = found.plan;
  return { updatedAt, source: { id, header, basis } };
}

const isSame = (before: ReadonlyMap<string, Known>, now: ReadonlyMap<string, Known>): boolean =>
  before.size === now.size && [...now].every(([id, { updatedAt }]) => before.get(id)?.updatedAt === updatedAt);
