import type { StageName } from "../../pipelines/digitise.ts";
import type { Comparison } from "../../schemas/comparison.ts";
import type { Matrix } from "../../schemas/matrix.ts";
import type { Message } from "../../schemas/message.ts";
import type { Plan } from "../../schemas/plan.ts";
import type { PlanRow } from "./plan-row.ts";

/** One file handed to a worker. */
export interface Job {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  /** Spaces a level of the plan's JSON; 0 for one line. */
  readonly indent: number;
}

/** Why a file has no plan: what its reader said, or how its worker died. */
export type Failure = Pick<Message, "code" | "facts">;

/**
 * What a file came to: the plan as JSON with its row, or why there is none. `died`: the worker ended by itself, which another
 * try may not do.
 */
export type JobResult = Done | Failed;
export interface Done {
  readonly kind: "done";
  readonly text: string;
  readonly row: PlanRow;
}
export interface Failed {
  readonly kind: "failed";
  readonly said: Failure;
  readonly died?: boolean;
}

/** One page to be drawn; `page` counts from 1, `scale` is in pixels a point. */
export interface DrawJob {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly page: number;
  readonly scale: number;
}

/** A page as a picture. */
export interface Drawn {
  readonly kind: "drawn";
  readonly png: Uint8Array;
}

/** Plans to set side by side: each against the template, or all in one matrix around it or as equals. */
export type CompareJob =
  | { readonly as: "comparisons"; readonly template: Plan; readonly plans: readonly Plan[] }
  | { readonly as: "matrix"; readonly template: Plan | null; readonly plans: readonly Plan[] };

export interface Compared {
  readonly kind: "compared";
  readonly comparisons?: readonly Comparison[];
  readonly matrix?: Matrix;
}

/** Texts to cut into the words that a search finds them by. */
export interface WordsJob {
  readonly texts: readonly string[];
}

export interface Words {
  readonly kind: "words";
  readonly words: readonly string[];
}

/** What a worker says: that it can take files, what it does to the one in hand, and what that came to. */
export type WorkerMessage<Answer = Done> =
  | { readonly kind: "ready" }
  | { readonly kind: "stage"; readonly stage: StageName }
  | { readonly kind: "result"; readonly result: Answer | Failed; readonly isWorn: boolean };

/** What a process that is ended for its memory leaves on standard error; V8's own last words have it too. */
export const OUT_OF_MEMORY = "out of memory";
