import type { Said } from "./language.ts";
import type { PlanRow } from "./plan-row.ts";

/** One file handed to a worker; the bytes change hands. */
export interface Job {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  /** Spaces a level of the plan's JSON; 0 for one line. */
  readonly indent: number;
}

/** What a file came to: the plan as JSON with its row, or why there is none. */
export type JobResult =
  | { readonly kind: "done"; readonly text: string; readonly row: PlanRow }
  | { readonly kind: "failed"; readonly said: Said };
