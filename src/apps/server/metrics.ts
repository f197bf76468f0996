import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What is counted; `render` is asked by whoever scrapes. */
export interface Metrics {
  readonly answered: (method: string, route: string, status: number, millis: number) => void;
  readonly uploaded: (files: number, bytes: number) => void;
  readonly digitised: (millis: number, isDone: boolean) => void;
  readonly delivered: (isDelivered: boolean) => void;
  readonly render: (states: States) => Promise<string>;
  readonly contentType: string;
}

/** Counts by state, as the store and the queue have them at the time of the scrape. */
export interface States {
  readonly submissions: Readonly<Record<string, number>>;
  readonly jobs: Readonly<Record<string, number>>;
  readonly documents: number;
}

const REQUEST_SECONDS = [0.005, 0.02, 0.1, 0.5, 2, 10, 60];
const DIGITISE_SECONDS = [0.05, 0.2, 0.5, 1, 2, 5, 15, 60, 300];

/** Creates the counters of one service, apart from those of any other in the same process. */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const registry = registers[0]!;
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name, help, labelNames, registers });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const histogram = (name: string, help: string, labelNames: string[], buckets: number[]) =>
    new Histogram({ name, help, labelNames, buckets, registers });

  const requests = histogram(
    "fangan_http_request_seconds",
    "How long answers took",
    ["method", "route", "status"],
    REQUEST_SECONDS,
  );
  const files = counter("fangan_uploaded_files_total", "Files taken in");
  const bytes = counter("fangan_uploaded_bytes_total", "Bytes taken in");
  const digitise = histogram(
    "fangan_digitise_seconds",
    "How long files took in the workers of this process",
    ["outcome"],
    DIGITISE_SECONDS,
  );
  const deliveries = counter("fangan_webhook_deliveries_total", "Calls of webhooks", ["outcome"]);
  const submissions = gauge("fangan_submissions", "Submissions by state", ["state"]);
  const jobs = gauge("fangan_jobs", "Jobs in the queue by state", ["state"]);
  const documents = gauge("fangan_documents", "Documents in the collection");

  return {
    contentType: registry.contentType,
    answered: (method, route, status, millis) =>
      requests.observe({ method, route, status: String(status) }, millis / 1000),
    uploaded: (count, size) => {
      files.inc(count);
      bytes.inc(size);
    },
    digitised: (millis, isDone) => digitise.observe({ outcome: isDone ? "done" : "failed" }, millis / 1000),
    delivered: (isDelivered) => deliveries.inc({ outcome: isDelivered ? "delivered" : "failed" }),
    render: (states) => {
      for (const [state, count] of Object.entries(states.submissions)) submissions.set({ state }, count);
      for (const [state, count] of Object.entries(states.jobs)) jobs.set({ state }, count);
      documents.set(states.documents);
      return registry.metrics();
    },
  };
}
