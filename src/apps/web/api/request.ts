import type { Problem } from "../../../../schemas/problem.ts";
import { storedLanguage } from "../app/stored-language.ts";
import { ApiProblem } from "./api-problem.ts";

export { ApiProblem } from "./api-problem.ts";

/** Called when a request is refused for want of a key. */
let whenKeyWanted = (): void => {};
export const onKeyWanted = (call: () => void): void => {
  whenKeyWanted = call;
};

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** `("/documents", { text: "垃圾", level: null })` → `/api/documents?text=…`; what is null or empty is left out. */
export function apiUrl(path: string, query: Query = {}): string {
  const wanted = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const text = new URLSearchParams(wanted.map(([key, value]) => [key, String(value)])).toString();
  return `/api${path}${text ? `?${text}` : ""}`;
}

interface RequestOptions {
  readonly method?: "GET" | "POST" | "DELETE";
  readonly query?: Query;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly form?: FormData;
  readonly signal?: AbortSignal;
}

/** Asks the API. @throws ApiProblem; AbortError where the signal says so. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const answer = await send(path, options);
  if (answer.status === 204) return undefined as T;
  return (await answer.json()) as T;
}

/** Asks for text, such as a page of HTML to print. @throws ApiProblem */
export const requestText = async (path: string, options: RequestOptions = {}): Promise<string> =>
  (await send(path, options)).text();

async function send(path: string, { method = "GET", query, body, form, signal }: RequestOptions): Promise<Response> {
  const answer = await fetch(apiUrl(path, query), {
    method,
    headers: {
      "accept-language": storedLanguage(),
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(signal ? { signal } : {}),
    ...(body === undefined ? (form ? { body: form } : {}) : { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem({ code: "offline" });
  });
  if (answer.ok) return answer;
  throw noteKeyWanted(problemOf(answer.status, await answer.text()));
}

/** An answer that is no problem document (a proxy's own page) still says its status. */
export function problemOf(status: number, text: string): ApiProblem {
  try {
    const problem = JSON.parse(text) as Problem;
    if (typeof problem.code === "string") return new ApiProblem(problem);
  } catch {}
  return new ApiProblem({ code: "offline", status });
}

export function noteKeyWanted(problem: ApiProblem): ApiProblem {
  if (problem.status === 401) whenKeyWanted();
  return problem;
}
