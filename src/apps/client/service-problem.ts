import { Problem } from "../../../schemas/problem.ts";

/** What the service refused (RFC 9457); `message` is its own sentence. */
export class ServiceProblem extends Error {
  override readonly name = "ServiceProblem";
  readonly problem: Problem;
  /** How long the service asks to wait, null where it says nothing. */
  readonly retrySeconds: number | null;

  constructor(problem: Problem, retrySeconds: number | null) {
    super(problem.detail);
    this.problem = problem;
    this.retrySeconds = retrySeconds;
  }
}

/** The service did not answer, or what answered is none. `cause` has what `fetch` said. */
export class ServiceUnreachable extends Error {
  override readonly name = "ServiceUnreachable";
  /** Such as ECONNREFUSED. */
  readonly reason: string;

  constructor(server: string, reason: string, cause?: unknown) {
    super(`${server} was expected to answer as a Fangan service: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** What a refusal says, as an error. */
export async function problemOf(response: Response, server: string): Promise<ServiceProblem | ServiceUnreachable> {
  const problem = Problem.safeParse(parseJson(await response.text()));
  if (!problem.success) return new ServiceUnreachable(server, `${response.status} ${response.statusText}`);
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return new ServiceProblem(problem.data, Number.isFinite(seconds) ? seconds : null);
}

/** `fetch failed` says nothing; its cause does. */
export function unreachable(error: unknown, server: string): ServiceUnreachable {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const reason =
    cause instanceof Error ? ("code" in cause && cause.code ? String(cause.code) : cause.message) : String(cause);
  return new ServiceUnreachable(server, reason, error);
}

/** Whether the same request may go well later: the service is away, busy, or counts requests. */
export const mayPass = (error: unknown): boolean =>
  error instanceof ServiceUnreachable ||
  (error instanceof ServiceProblem && (error.problem.status >= 500 || error.problem.status === 429));

/** Null for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
