import { ReadError } from "../core/outcome.ts";
import { drawPage } from "../read/draw-page.ts";
import { serveJobs } from "./serve-jobs.ts";
import type { DrawJob, Drawn } from "./worker-messages.ts";

/** Runs in a process of its own: draws one page of a file. A fault of the file is its answer. */
serveJobs<DrawJob, Drawn>(async ({ bytes, page, scale }) => {
  try {
    return { kind: "drawn", png: await drawPage(bytes, page, scale) };
  } catch (error) {
    if (error instanceof ReadError) return { kind: "failed", said: error.reason };
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "failed", said: { code: "crashed", facts: { reason } } };
  }
});
