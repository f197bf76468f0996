import type { Scope } from "../../../schemas/api-key.ts";
import type { Settings } from "../../../schemas/settings.ts";
import type { Jobs } from "../../queue/job-queue.ts";
import type { Comparer } from "../../sandbox/comparer.ts";
import type { DrawJob, Drawn } from "../../sandbox/worker-messages.ts";
import type { WorkerPool } from "../../sandbox/worker-pool.ts";
import type { Store } from "../../store/store.ts";
import type { Metrics } from "./metrics.ts";

/** What is told to the log; it holds no secret and no file content. */
export type Log = (level: "info" | "warn" | "error", text: string, facts?: Readonly<Record<string, unknown>>) => void;

/** What the API needs of the world. */
export interface Service {
  readonly settings: Settings;
  readonly store: Store;
  readonly jobs: Jobs;
  /** Sets plans side by side while a client waits. */
  readonly comparer: Comparer;
  /** Draws pages while a client waits. */
  readonly drawers: WorkerPool<DrawJob, Drawn>;
  /** The digest of the program. */
  readonly program: string;
  readonly metrics: Metrics;
  /** Where the built web page is, null where there is none. */
  readonly webFolder: string | null;
  /** Aborted when the service is told to stop: whoever follows events is let go. */
  readonly stopping: AbortSignal;
  readonly log: Log;
}

/** Who makes a request; `local` where the server is open on loopback and no key was given. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
}

export const LOCAL: Actor = { id: "local", name: "local", scopes: ["read", "submit", "review", "admin"] };
