import { expect, test } from "vitest";
import { reconcile } from "../../../src/queue/reconcile.ts";
import type { Service } from "../support/service.ts";
import { smallPlans } from "../support/small-plan.ts";

const NOTHING = { queued: 0, failed: 0, dropped: 0, reported: 0 };

/** How store and queue come together again; no worker runs meanwhile. */
export function testMending(parts: () => Service): void {
  const mend = () => reconcile({ ...parts(), graceSeconds: 0 });

  test("submissions that never reached the queue are queued, once", async () => {
    const { store, jobs, keep } = parts();
    const files = await Promise.all(
      Object.entries(smallPlans(3, 2000)).map(async ([name, text]) => ({ ...(await keep(name, text)), priority: 12 })),
    );
    const { submissions } = await store.submissions.create({ name: null, template: null, who: "test", files });
    expect(await reconcile(parts())).toEqual(NOTHING);
    expect(await mend()).toEqual({ ...NOTHING, queued: 3 });
    expect(await mend()).toEqual(NOTHING);
    for (const { id } of submissions) expect(await jobs.findState(id)).toBe("waiting");
    const [job] = await jobs.queues[0].getJobs(["prioritized"]);
    expect(job?.opts.priority).toBe(12);
    for (const { id } of submissions) await store.submissions.cancel(id);
  });

  test("jobs whose submission has its end already are dropped, and their batch gets its report", async () => {
    const { jobs } = parts();
    expect(await mend()).toEqual({ ...NOTHING, dropped: 3, reported: 1 });
    expect((await jobs.counts()).waiting).toBe(0);
    expect(await mend()).toEqual({ ...NOTHING, reported: 1 });
  });

  test("an upload queued twice has each job once", async () => {
    const { store, jobs, submit } = parts();
    const { batch, submissions } = await submit(smallPlans(4, 2100));
    await jobs.addBatch(batch, submissions);
    for (const submission of submissions) await jobs.addAgain(submission);
    expect((await jobs.counts()).waiting).toBe(4);
    for (const { id } of submissions) await store.submissions.cancel(id);
    expect(await mend()).toMatchObject({ dropped: 4 });
  });

  test("a queue that lost all its jobs is filled again from the store", async () => {
    const { jobs, submit, store } = parts();
    const { submissions } = await submit(smallPlans(5, 2200));
    for (const queue of jobs.queues) await queue.obliterate({ force: true });
    expect(await mend()).toMatchObject({ queued: 5 });
    expect((await jobs.counts()).waiting).toBe(5);
    for (const { id } of submissions) await store.submissions.cancel(id);
    await mend();
  });
}
