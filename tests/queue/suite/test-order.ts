import { expect, test } from "vitest";
import type { Service } from "../support/service.ts";
import { smallPlan, smallPlans } from "../support/small-plan.ts";

/** In which order a worker takes files, and what it leaves when it stops. */
export function testOrder(parts: () => { readonly service: Service; readonly script: URL }): void {
  test("a person's one file goes before the files of a small batch, and these before a large one's", async () => {
    const { service, script } = parts();
    const large = await service.submit(smallPlans(12, 1000));
    const small = await service.submit(smallPlans(3, 1100));
    const single = await service.submit(smallPlans(1, 1200));
    const worker = await service.startWorkers({ script, workers: 1 });
    await service.whenDone(large.batch);
    await worker.close();
    const order = [];
    for (const { batch, submissions } of [large, small, single])
      for (const { id } of submissions)
        order.push({ batch, startedAt: (await service.store.submissions.find(id))!.startedAt! });
    order.sort((a, b) => a.startedAt.localeCompare(b.startedAt));
    const batches = order.map(({ batch }) => batch);
    // Two are in hand at a time, so neighbours may pass each other.
    expect(batches.slice(0, 2)).toContain(single.batch);
    expect(batches.slice(0, 5).filter((batch) => batch === small.batch)).toHaveLength(3);
  });

  test("a worker that stops finishes the files in hand and takes no other", async () => {
    const { service, script } = parts();
    const { batch, submissions } = await service.submit({
      "slow.txt": `sleep 1500\n${smallPlan(1300)}`,
      ...smallPlans(9, 1301),
    });
    const worker = await service.startWorkers({ script, workers: 1 });
    await service.whenRunning(submissions[0]!.id);
    await worker.close();
    const states = await Promise.all(
      submissions.map(async ({ id }) => (await service.store.submissions.find(id))!.state),
    );
    expect(new Set(states)).toEqual(new Set(["done", "queued"]));
    expect([states[0], states.at(-1)]).toEqual(["done", "queued"]);
    const next = await service.startWorkers({ script, workers: 1 });
    await service.whenDone(batch);
    await next.close();
  });

  test("what a stopping worker cannot finish in its time goes back, and costs no try", async () => {
    const { service, script } = parts();
    const { batch, submissions } = await service.submit({ "slow.txt": `sleep 1500\n${smallPlan(1400)}` });
    const { id } = submissions[0]!;
    const worker = await service.startWorkers({ script, workers: 1, shutdownSeconds: 1 });
    await service.whenRunning(id);
    await worker.close();
    expect(await service.jobs.findState(id)).toBe("waiting");
    expect(await service.jobs.queues[0].getJob(`s-${id}`)).toMatchObject({ attemptsMade: 0 });
    const next = await service.startWorkers({ script, workers: 1 });
    const { counts } = await service.whenDone(batch);
    await next.close();
    expect(counts.done).toBe(1);
  });
}
