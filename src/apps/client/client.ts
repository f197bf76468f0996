import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { Batch, Submission, type SubmissionState } from "../../../schemas/submission.ts";
import { type BatchEvent, followBatch } from "./follow-batch.ts";
import { mayPass, parseJson, problemOf, ServiceProblem, ServiceUnreachable, unreachable } from "./service-problem.ts";

export interface ClientOptions {
  /** Such as http://127.0.0.1:8080, or https://example.org/fangan behind a proxy. */
  readonly server: string;
  /** An API key (`fangan_…`); null where the server is open on loopback. */
  readonly key: string | null;
  /** How long a busy service (429, 503) is waited for before its refusal is thrown, and a lost one while following. */
  readonly patienceSeconds?: number;
  /** Aborts whatever goes on. */
  readonly signal?: AbortSignal;
}

/** A file to upload; a Blob of `openAsBlob` is read from the disk as it is sent. */
export interface UploadFile {
  readonly name: string;
  readonly content: Blob;
}

const Taken = z.object({ batch: z.string(), submissions: z.array(Submission) });
/** What an upload came to: a submission a file, in their order; a ZIP stands for the files in it. */
export type Taken = z.infer<typeof Taken>;

const Me = z.object({ actor: z.string(), name: z.string(), scopes: z.array(z.string()), version: z.string() });
export type Me = z.infer<typeof Me>;

/**
 * A service as its clients see it. Every call throws ServiceProblem where it is refused, ServiceUnreachable where nothing
 * answers, and the signal's reason where it is aborted.
 */
export interface Client {
  /** Who the service says this client is. */
  readonly findMe: () => Promise<Me>;
  /** Uploads files in one request; `template` is the document to compare each plan with. */
  readonly submit: (
    files: readonly UploadFile[],
    about?: { readonly name?: string; readonly template?: string },
  ) => Promise<Taken>;
  readonly findSubmission: (id: string) => Promise<Submission>;
  readonly findBatch: (id: string) => Promise<Batch>;
  /** The newest batches first. */
  readonly listBatches: (limit: number) => Promise<readonly Batch[]>;
  /** All files of a batch in the order of their upload. */
  readonly listSubmissions: (filter: {
    readonly batch: string;
    readonly state?: SubmissionState;
  }) => Promise<readonly Submission[]>;
  /** Follows a batch to its end, over broken connections too: each file as it changes, the batch last. */
  readonly follow: (batch: string) => AsyncGenerator<BatchEvent>;
  /** Tries a failed or cancelled file again. */
  readonly retry: (id: string) => Promise<Submission>;
  /** Tries all failed files again, of one batch or of all; how many they are. */
  readonly retryFailed: (batch: string | null) => Promise<number>;
  /** The plan as JSON text, with its corrections. */
  readonly findPlanText: (document: string) => Promise<string>;
}

const USUAL_PATIENCE = 60;
const USUAL_WAIT_SECONDS = 5;
const JSON_TYPE = { "content-type": "application/json" };

/** Creates a client of a running service. Nothing is sent yet. */
export function createClient(options: ClientOptions): Client {
  const { server, patienceSeconds = USUAL_PATIENCE, signal = new AbortController().signal } = options;
  const call = createCall(options, signal, patienceSeconds);
  const readText = async (path: string, init?: RequestInit): Promise<string> => {
    const response = await call(path, init);
    return response.text().catch((error: unknown) => {
      signal.throwIfAborted();
      throw unreachable(error, server);
    });
  };
  const get = async <Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    init?: RequestInit,
  ): Promise<z.infer<Schema>> => {
    const read = schema.safeParse(parseJson(await readText(path, init)));
    if (!read.success) throw new ServiceUnreachable(server, "its answer is not one of this program's version");
    return read.data;
  };

  return {
    findMe: () => get(Me, "/api/me"),
    submit: (files, about = {}) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(about)) form.append(field, value);
      for (const { name, content } of files) form.append("files", content, name);
      return get(Taken, "/api/submissions", { method: "POST", body: form });
    },
    findSubmission: (id) => get(Submission, `/api/submissions/${encodeURIComponent(id)}`),
    findBatch: (id) => get(Batch, `/api/batches/${encodeURIComponent(id)}`),
    listBatches: async (limit) => (await get(pageOf(Batch), `/api/batches?limit=${limit}`)).items,
    listSubmissions: async (filter) => {
      const all: Submission[] = [];
      const query = new URLSearchParams({ ...filter, limit: "200" });
      for (let next: string | null = ""; next !== null; ) {
        if (next !== "") query.set("cursor", next);
        const page: { items: Submission[]; next: string | null } = await get(
          pageOf(Submission),
          `/api/submissions?${query}`,
        );
        all.push(...page.items);
        next = page.next;
      }
      return all.sort((a, b) => a.ordinal - b.ordinal);
    },
    follow: (batch) => {
      const path = `/api/batches/${encodeURIComponent(batch)}/events`;
      return followBatch(
        () => call(path, { headers: { accept: "text/event-stream" } }),
        server,
        signal,
        patienceSeconds,
      );
    },
    retry: (id) => get(Submission, `/api/submissions/${encodeURIComponent(id)}/retry`, { method: "POST" }),
    retryFailed: async (batch) => {
      const init = { method: "POST", headers: JSON_TYPE, body: JSON.stringify({ batch }) };
      return (await get(z.object({ retried: z.int() }), "/api/submissions/retry-failed", init)).retried;
    },
    findPlanText: (document) => readText(`/api/documents/${encodeURIComponent(document)}/plan`),
  };
}

const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() });

type Call = (path: string, init?: RequestInit) => Promise<Response>;

/** A refusal by a busy service took nothing, so the same request can be sent again; a lost connection may have given something. */
function createCall({ server, key }: ClientOptions, signal: AbortSignal, patienceSeconds: number): Call {
  const base = server.replace(/\/+$/u, "");
  const authorization = key === null ? {} : { authorization: `Bearer ${key}` };
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = { ...authorization, ...init.headers };
    const response = await fetch(base + path, { ...init, headers, signal }).catch((error: unknown) => {
      signal.throwIfAborted();
      throw unreachable(error, server);
    });
    if (!response.ok) throw await problemOf(response, server);
    return response;
  };
  return async (path, init = {}) => {
    const until = Date.now() + patienceSeconds * 1000;
    for (;;) {
      try {
        return await send(path, init);
      } catch (error) {
        if (!(error instanceof ServiceProblem) || !mayPass(error) || error.problem.status === 500) throw error;
        const millis = (error.retrySeconds ?? USUAL_WAIT_SECONDS) * 1000;
        if (Date.now() + millis > until) throw error;
        await sleep(millis, undefined, { signal });
      }
    }
  };
}
