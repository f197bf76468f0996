import { setTimeout as sleep } from "node:timers/promises";
import { FlowProducer, type IQueueBackend, type Processor, Queue, Worker, type WorkerOptions } from "bullmq";
import { Redis } from "ioredis";
import type { DatabaseAddress } from "../store/store.ts";
import { createBackend, type QueueLink } from "./queue-backend.ts";

/** Where the queue is: on Redis where there is one, else in the database. */
export interface QueueAddress {
  readonly redisUrl: string | null;
  readonly database: DatabaseAddress;
}

export type JobQueue<Payload> = Queue<Payload, void, string, Payload, void, string, IQueueBackend, QueueLink>;
export type JobWorker<Payload> = Worker<Payload, void, string, IQueueBackend, Progress, QueueLink>;
export type JobFlows = FlowProducer<IQueueBackend, QueueLink>;
export type JobHandler<Payload> = Processor<Payload, void, string, Progress>;
export type JobWorkerOptions = Omit<WorkerOptions<QueueLink>, "connection" | "prefix" | "autorun">;

/** What bull-board and events show of a job at work. */
export type Progress = { readonly stage: string; readonly percent: number };

/** A fault of a connection or of a job's bookkeeping; the libraries mend it by themselves, so it is told and not thrown. */
export type TellFault = (error: Error, where: string) => void;

export interface QueueConnection {
  readonly kind: "redis" | "postgres";
  /** Producers answer or fail at once: a client waits for them. */
  readonly openQueue: <Payload>(name: string) => Promise<JobQueue<Payload>>;
  readonly openFlows: () => Promise<JobFlows>;
  /** Workers wait for a lost server as long as it takes. */
  readonly openWorker: <Payload>(
    name: string,
    handle: JobHandler<Payload>,
    options: JobWorkerOptions,
  ) => Promise<JobWorker<Payload>>;
  /** Ends what producers use; workers are closed by who opened them. */
  readonly close: () => Promise<void>;
}

/** One Redis may serve other programs, too. */
const PREFIX = "fangan";
const SCHEMA = "bullmq";
const START_TRIES = 30;
const SLOWEST_RECONNECT = 2000;
const COMMAND_MILLIS = 15_000;

interface Links {
  readonly kind: QueueConnection["kind"];
  readonly producer: () => QueueLink;
  readonly worker: () => QueueLink;
  readonly end: (link: QueueLink) => Promise<void>;
}

/**
 * Connects to the queue, and makes its tables where it is in a database.
 * @throws what the server said, where it cannot be reached for half a minute.
 */
export async function connectQueue(address: QueueAddress, tell: TellFault): Promise<QueueConnection> {
  const links = address.redisUrl === null ? postgresLinks(address.database) : redisLinks(address.redisUrl, tell);
  const opened: { close: () => Promise<void> }[] = [];
  const link = links.producer();
  const open = async <T extends Producer>(make: () => T, where: string): Promise<T> => {
    const made = await retryStart(() => openReady(make, (error) => tell(error, where)));
    opened.push(made);
    return made;
  };
  await retryStart(() => prepare(links, link, tell));
  return {
    kind: links.kind,
    openQueue: (name) =>
      open(() => new Queue(name, { connection: link, prefix: PREFIX }, createBackend), `queue ${name}`),
    openFlows: () => open(() => new FlowProducer({ connection: link, prefix: PREFIX }, createBackend), "flows"),
    openWorker: (name, handle, options) => retryStart(() => startWorker(links, name, handle, options, tell)),
    close: async () => {
      await Promise.allSettled(opened.map((each) => each.close()));
      await links.end(link);
    },
  };
}

interface Producer {
  readonly on: (event: "error", listener: (error: Error) => void) => unknown;
  readonly waitUntilReady: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** A queue, too, remembers a first connection that failed for ever, and would refuse each upload: see `startWorker`. */
async function openReady<T extends Producer>(make: () => T, tell: (error: Error) => void): Promise<T> {
  const made = make();
  made.on("error", tell);
  try {
    await made.waitUntilReady();
    return made;
  } catch (error) {
    await made.close();
    throw error;
  }
}

/** Makes the tables once, under a lock of BullMQ's own; a Redis only has to answer. */
async function prepare(links: Links, link: QueueLink, tell: TellFault): Promise<void> {
  const connection = link instanceof Redis ? link : { ...link, max: 1, migrate: true };
  const probe = new Queue("probe", { connection, prefix: PREFIX }, createBackend);
  probe.on("error", (error) => tell(error, `queue on ${links.kind}`));
  try {
    await probe.waitUntilReady();
  } finally {
    await probe.close();
  }
}

/** A worker remembers a first connection that failed for ever: such a one is given up and made anew. */
async function startWorker<Payload>(
  links: Links,
  name: string,
  handle: JobHandler<Payload>,
  options: JobWorkerOptions,
  tell: TellFault,
): Promise<JobWorker<Payload>> {
  const connection = links.worker();
  const worker: JobWorker<Payload> = new Worker(
    name,
    handle,
    { ...options, connection, prefix: PREFIX, autorun: false },
    createBackend,
  );
  worker.on("error", (error) => tell(error, `worker ${name}`));
  worker.on("closed", () => void links.end(connection));
  try {
    await worker.waitUntilReady();
  } catch (error) {
    await worker.close(true);
    throw error;
  }
  worker.run().catch((error: unknown) => tell(asError(error), `worker ${name}`));
  return worker;
}

function redisLinks(url: string, tell: TellFault): Links {
  const retryStrategy = (times: number): number => Math.min(times * 100, SLOWEST_RECONNECT);
  const hear = (redis: Redis): Redis => redis.on("error", (error) => tell(error, "Redis"));
  const failFast = { maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: COMMAND_MILLIS };
  return {
    kind: "redis",
    producer: () => hear(new Redis(url, { retryStrategy, ...failFast })),
    worker: () => hear(new Redis(url, { retryStrategy, maxRetriesPerRequest: null })),
    end: async (link) => {
      if (link instanceof Redis) link.disconnect();
    },
  };
}

function postgresLinks(address: DatabaseAddress): Links {
  const pool = { ...address, schema: SCHEMA, keepAlive: true, connectionTimeoutMillis: 10_000 };
  return {
    kind: "postgres",
    producer: () => ({ ...pool, max: 2 }),
    worker: () => ({ ...pool, max: 4 }),
    end: async () => {},
  };
}

/** At the start of several machines, a database may come up last. */
async function retryStart<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await start();
    } catch (error) {
      if (tries === START_TRIES) throw error;
      await sleep(1000);
    }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
