import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Submission, SubmissionState } from "../../schemas/submission.ts";
import type { OpenStore } from "../../src/store/open-store.ts";
import { KINDS, startStores, submitText, type TestStores } from "./open-test-store.ts";

const FAILURE = { code: "damaged", facts: {}, retriable: true };

const ACTS = {
  begin: (store: OpenStore, id: string) => store.submissions.begin(id, "p1"),
  advance: (store: OpenStore, id: string, progress: number) => store.submissions.advance(id, "extract", progress),
  finish: (store: OpenStore, id: string) => store.submissions.finish(id, "plan-0000000000000000"),
  fail: (store: OpenStore, id: string) => store.submissions.fail(id, FAILURE),
  cancel: (store: OpenStore, id: string) => store.submissions.cancel(id),
  retry: (store: OpenStore, id: string) => store.submissions.retry(id),
} as const;
type Act = keyof typeof ACTS;

/** Which states each act may lead to from each state. */
const WAYS: Readonly<Record<SubmissionState, Partial<Record<Act, SubmissionState>>>> = {
  queued: { begin: "running", finish: "done", fail: "failed", cancel: "cancelled" },
  running: { begin: "running", finish: "done", fail: "failed", cancel: "cancelled" },
  done: {},
  failed: { retry: "queued" },
  cancelled: { retry: "queued" },
};

const act = fc.record({
  name: fc.constantFrom<Act>("begin", "advance", "finish", "fail", "cancel", "retry"),
  progress: fc.integer({ min: -50, max: 150 }),
});

describe.each(KINDS)("a submission's states, %s", { timeout: 120_000 }, (kind) => {
  let stores: TestStores;
  let store: OpenStore;
  beforeAll(async () => {
    stores = await startStores(kind);
    store = await stores.open();
  }, 180_000);
  afterAll(() => stores.end(), 60_000);

  test("whatever is done with it in whatever order, it goes the ways there are, and its progress never falls", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        let now: Submission = await submitText(store, randomUUID());
        for (const { name, progress } of acts) {
          await ACTS[name](store, now.id, progress);
          const next = (await store.submissions.find(now.id))!;
          expect(next.state).toBe(WAYS[now.state][name] ?? now.state);
          if (name !== "retry") expect(next.progress).toBeGreaterThanOrEqual(now.progress);
          expect(next.attempts).toBeGreaterThanOrEqual(now.attempts);
          now = next;
        }
      }),
      { numRuns: 40 },
    );
  });

  test("many that act on one submission at once leave it in a state that one after the other could have left", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 8 }), async (acts) => {
        const { id } = await submitText(store, randomUUID());
        await Promise.all(acts.map(({ name, progress }) => ACTS[name](store, id, progress)));
        const { state, failure, document, finishedAt } = (await store.submissions.find(id))!;
        expect(finishedAt !== null).toBe(["done", "failed", "cancelled"].includes(state));
        expect(failure !== null).toBe(state === "failed");
        expect(document !== null).toBe(state === "done");
      }),
      { numRuns: 20 },
    );
  });
});
