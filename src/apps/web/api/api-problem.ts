import type { Problem } from "../../../../schemas/problem.ts";
import { harmless } from "../parts/harmless.ts";

/** What the server refused, in its own sentence, which may name a file; `code` is `offline` where it could not be reached at all. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly code: string;
  readonly status: number;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly requestId: string | null;

  constructor(problem: Partial<Problem> & { readonly code: string }) {
    super(harmless(problem.detail ?? problem.code));
    this.code = problem.code;
    this.status = problem.status ?? 0;
    this.facts = problem.facts ?? {};
    this.requestId = problem.requestId ?? null;
  }
}
