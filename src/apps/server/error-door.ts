import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from "fastify-type-provider-zod";
import type { Problem } from "../../../schemas/problem.ts";
import { AssessError } from "../../assess/assess-error.ts";
import { ReadError } from "../../core/outcome.ts";
import type { SaidFacts } from "../../core/sentences/said.ts";
import { type Language, sentence } from "../../core/sentences/sentence.ts";
import { FileMissing, WrongCursor, WrongPath } from "../../store/errors.ts";
import { isPassing } from "../../store/passing-faults.ts";
import type { Reply, Request } from "./http.ts";
import { languageOf } from "./language-of.ts";
import { PROBLEMS, type ProblemCode, Refusal } from "./problem-codes.ts";
import { PROBLEM_TITLES } from "./problem-titles.ts";
import type { Log } from "./service.ts";
import { findWrongParts } from "./wrong-parts.ts";

const RETRY_SECONDS = 10;

interface Answer {
  readonly code: ProblemCode;
  readonly facts: SaidFacts;
  readonly errors?: Problem["errors"];
}

/** The one door that every error leaves by: RFC 9457 JSON, without a word of the program's inside. */
export const createErrorDoor =
  (log: Log) =>
  (error: unknown, request: Request, reply: Reply): void => {
    const answer = answerTo(error, request);
    const problem = writeProblem(answer, request, languageOf(request.headers["accept-language"]));
    if (problem.status >= 500)
      log(problem.status === 500 ? "error" : "warn", "request failed", {
        requestId: request.id,
        code: answer.code,
        error: wordsOf(error),
      });
    if (problem.status === 503 || problem.status === 429)
      reply.header("retry-after", String(answer.facts.seconds ?? RETRY_SECONDS));
    if (problem.status === 401) reply.header("www-authenticate", "Bearer");
    reply.code(problem.status).type("application/problem+json").serializer(JSON.stringify).send(problem);
  };

export function writeProblem({ code, facts, errors }: Answer, request: Request, language: Language): Problem {
  const { status, [language]: say } = PROBLEMS[code];
  const all = code === "internal" ? { ...facts, requestId: request.id } : facts;
  return {
    type: `/problems/${code}`,
    title: PROBLEM_TITLES[code][language],
    status,
    detail: say(all),
    instance: request.url.split("?")[0]!,
    code,
    requestId: request.id,
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(errors && { errors }),
  };
}

/** The library's own refusals, by their codes. */
const LIBRARY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "request-invalid",
  FST_ERR_CTP_INVALID_JSON_BODY: "request-invalid",
  FST_ERR_CTP_EMPTY_JSON_BODY: "request-invalid",
  FST_ERR_CTP_BODY_TOO_LARGE: "request-invalid",
  FST_INVALID_MULTIPART_CONTENT_TYPE: "not-multipart",
  FST_FIELDS_LIMIT: "request-invalid",
};

function answerTo(error: unknown, request: Request): Answer {
  const language = languageOf(request.headers["accept-language"]);
  if (error instanceof Refusal) {
    const reason = error.said && { reason: sentence(error.said, language) };
    return { code: error.code, facts: { ...error.facts, ...reason } };
  }
  if (error instanceof AssessError)
    return { code: "sheet-refused", facts: { reason: language === "en" ? error.message : error.messageZh } };
  if (hasZodFastifySchemaValidationErrors(error))
    return {
      code: "request-invalid",
      facts: {},
      errors: findWrongParts(error.validation, givenAt(request, error.validationContext), language),
    };
  if (error instanceof WrongCursor) return { code: "cursor-wrong", facts: {} };
  if (error instanceof WrongPath) return { code: "path-wrong", facts: { path: error.path } };
  if (error instanceof FileMissing) return { code: "not-found", facts: { what: "file", id: error.sha256 } };
  if (error instanceof ReadError)
    return { code: "page-unreadable", facts: { reason: sentence(error.reason, language) } };
  if (isResponseSerializationError(error)) return { code: "internal", facts: {} };
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") return { code: "storage-full", facts: {} };
  if (isPassing(error)) return { code: "unavailable", facts: {} };
  return { code: LIBRARY[code] ?? "internal", facts: {} };
}

/** With what lies behind it: `unavailable: the queue gave no answer within 5000 ms`. */
const wordsOf = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : String(error);

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

const givenAt = (request: Request, context: unknown): unknown =>
  context === "querystring" ? request.query : context === "params" ? request.params : request.body;
