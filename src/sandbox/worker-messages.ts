import type { Message } from "../../schemas/message.ts";
import type { PlanRow } from "./plan-row.ts";

/** One file handed to a worker; the bytes change hands. */
export interface Job {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  /** Spaces a level of the plan's JSON; 0 for one line. */
  readonly indent: number;
}

/** Why a file has no plan: what its reader said, or how its worker died. */
export type Failure = Pick<Message, "code" | "facts">;

/** What a file came to: the plan as JSON with its row, or why there is none. */
export type JobResult =
  | { readonly kind: "done"; readonly text: string; readonly row: PlanRow }
  | { readonly kind: "failed"; readonly said: Failure };
