import { traceLineage } from "../../pipelines/collect.ts";
import type { Lineage } from "../../schemas/lineage.ts";
import type { PlacedPlan, Store } from "../store/store.ts";

/** Gives how the collection's plans rest on each other as they stand now, and keeps it in the store. */
export type Tracer = () => Promise<Lineage>;

type Known = Omit<PlacedPlan, "isCorrected">;
type TracedStore = Pick<Store, "versions" | "documents">;

const AT_ONCE = 200;
/** While plans come in without a pause, what is kept may be a little behind. */
const MOST_TRIES = 3;

const tracers = new WeakMap<Store["versions"], Tracer>();

/** The one tracer of an open store: what it has read once, nobody else in the process reads again. */
export function findTracer(store: TracedStore): Tracer {
  const tracer = tracers.get(store.versions) ?? createTracer(store);
  tracers.set(store.versions, tracer);
  return tracer;
}

/**
 * Only plans that are new or changed since the last call are read; where none is, the answer is the one from before. Calls take
 * turns, so that each is told of all that was stored before it.
 */
function createTracer(store: TracedStore): Tracer {
  let known: ReadonlyMap<string, Known> = new Map();
  let lineage: Lineage = traceLineage([]);
  let at: string | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const trace = async (): Promise<Lineage> => {
    for (let tries = 1; ; tries++) {
      const mark = await store.versions.mark();
      if (mark === at) return lineage;
      known = await readChanges(store, known);
      lineage = traceLineage([...known.values()]);
      if (!(await store.versions.save(lineage, tries < MOST_TRIES ? mark : undefined))) continue;
      at = mark;
      return lineage;
    }
  };
  return () => {
    const next = turn.then(trace);
    turn = next.catch(() => {});
    return next;
  };
}

/** In the order in which the documents were added. */
async function readChanges(
  store: TracedStore,
  before: ReadonlyMap<string, Known>,
): Promise<ReadonlyMap<string, Known>> {
  const changes = await store.versions.listChanges();
  const stale = changes.filter(({ id, updatedAt }) => before.get(id)?.updatedAt !== updatedAt).map(({ id }) => id);
  const read = new Map<string, Known>();
  for (let from = 0; from < stale.length; from += AT_ONCE)
    for (const placed of await store.versions.listPlaced(stale.slice(from, from + AT_ONCE)))
      read.set(placed.id, placed.isCorrected ? await readCorrected(store, placed) : placed);
  return new Map(changes.flatMap(({ id }) => pair(id, read.get(id) ?? before.get(id))));
}

const pair = (id: string, known: Known | undefined): [string, Known][] => (known ? [[id, known]] : []);

async function readCorrected({ documents }: TracedStore, placed: Known): Promise<Known> {
  const found = await documents.findCorrectedPlan(placed.id);
  return found ? { ...placed, header: found.plan.header, basis: found.plan.basis } : placed;
}
