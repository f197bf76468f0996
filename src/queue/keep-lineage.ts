import type { Tracer } from "./trace-collection.ts";

/** So many times as long as a tracing took, the next one waits: of a stream of uploads it takes at most a tenth of the time. */
const PAUSE_FACTOR = 10;
const SHORTEST_PAUSE = 200;

/**
 * Creates what is told of each batch that is done, and has the lineage kept: at once, or after a pause where it was kept a moment
 * ago. What fails here is no fault of the batch: the next round of upkeep does it again, and tells.
 */
export function createLineageKeeper(trace: Tracer): () => Promise<void> {
  let isPausing = false;
  let isStale = false;
  const keep = async (): Promise<void> => {
    isStale = true;
    if (isPausing) return;
    isPausing = true;
    isStale = false;
    const began = Date.now();
    await trace().catch(() => {});
    setTimeout(
      () => {
        isPausing = false;
        if (isStale) void keep();
      },
      SHORTEST_PAUSE + PAUSE_FACTOR * (Date.now() - began),
    ).unref();
  };
  return keep;
}
