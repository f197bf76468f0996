import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DocumentQuery } from "../../../schemas/document-record.ts";
import { cancelSubmission, retrySubmission } from "../../../src/queue/submit.ts";
import { waitUntil } from "../../services/started.ts";
import { PROGRAM, type Service } from "../support/service.ts";
import { smallPlan, smallPlans } from "../support/small-plan.ts";

/** What becomes of files while workers run. `parts` gives the service once it is started. */
export function testFiles(parts: () => { readonly service: Service; readonly folder: string }): void {
  const endOf = (id: string) => parts().service.endOf(id);

  test("every file of a batch becomes a plan, and the batch is done", async () => {
    const { service } = parts();
    const { batch, submissions } = await service.submit(smallPlans(6));
    const { counts } = await service.whenDone(batch);
    expect(counts).toEqual({ queued: 0, running: 0, done: 6, failed: 0, cancelled: 0 });
    const ended = await endOf(submissions[2]!.id);
    expect(ended).toMatchObject({ progress: 100, attempts: 1, failure: null });
    const plan = await service.store.documents.findPlan(ended.document!);
    expect(plan?.header.title).toBe("测试县第2号道路整治实施方案");
  });

  test("a stored plan is found by its words once no file is in hand", async () => {
    const { service } = parts();
    const { submissions } = await service.submit({ "searched.txt": `${smallPlan(900)}\n栈道与观景平台\n` });
    const { document } = await endOf(submissions[0]!.id);
    const query = DocumentQuery.parse({ text: "观景平台" });
    const find = async () => (await service.store.documents.search(query)).items.map(({ id }) => id);
    await waitUntil("it is found", async () => (await find()).includes(document!));
  });

  test("the same bytes twice are two submissions and one digitisation", async () => {
    const { service } = parts();
    const before = await service.store.documents.count();
    const text = smallPlan(100);
    const { batch, submissions } = await service.submit({ "a.txt": text, "b.txt": text });
    await service.whenDone(batch);
    const [a, b] = await Promise.all(submissions.map(({ id }) => endOf(id)));
    expect(a!.document).toBe(b!.document);
    expect(await service.store.documents.count()).toBe(before + 1);
    const later = await service.submit({ "c.txt": text });
    await service.whenDone(later.batch);
    expect((await endOf(later.submissions[0]!.id)).document).toBe(a!.document);
  });

  test("of too many jobs that have ended the queue forgets the oldest; the store forgets nothing", async () => {
    const { jobs, store, submit, whenDone } = parts().service;
    const older = await submit(smallPlans(3, 150));
    await whenDone(older.batch);
    const newer = await submit(smallPlans(2, 160));
    await whenDone(newer.batch);
    const statesOf = ({ submissions }: typeof older) => Promise.all(submissions.map(({ id }) => jobs.findState(id)));
    expect(await jobs.trim(2)).toBeGreaterThanOrEqual(3);
    expect(await statesOf(older)).toEqual([null, null, null]);
    expect(await statesOf(newer)).toEqual(["completed", "completed"]);
    expect((await store.batches.find(older.batch))?.counts.done).toBe(3);
  });

  test("a bad file fails at once with its reason, and its batch gets its report all the same", async () => {
    const { service } = parts();
    const { batch, submissions } = await service.submit({ "bad.txt": "encrypted", ...smallPlans(1, 200) });
    const done = await service.whenDone(batch);
    expect(done.counts).toMatchObject({ done: 1, failed: 1 });
    const bad = await endOf(submissions[0]!.id);
    expect(bad).toMatchObject({
      attempts: 1,
      failure: { code: "encrypted", facts: { format: "PDF" }, retriable: false },
    });
    expect(await service.jobs.findState(bad.id)).toBe("failed");
    expect(await service.jobs.findReason(bad.id)).toBe('encrypted {"format":"PDF"}');
    expect(done.report).toMatchObject({
      rows: [
        { fileName: "bad.txt", state: "failed", failure: { code: "encrypted" } },
        { fileName: "plan-200.txt", state: "done" },
      ],
    });
  });

  test("a fault that passes is tried again", async () => {
    const { service, folder } = parts();
    const path = join(folder, `once-${Math.random()}`);
    writeFileSync(path, "");
    const { submissions } = await service.submit({ "once.txt": `once ${path}\n${smallPlan(300)}` });
    const ended = await endOf(submissions[0]!.id);
    expect(existsSync(`${path}.died`)).toBe(true);
    expect(ended).toMatchObject({ state: "done", attempts: 2 });
  });

  test("a fault that stays uses up its tries, keeps its reason, and can be tried again by hand", async () => {
    const { service } = parts();
    const { batch, submissions } = await service.submit({ "die.txt": "die" });
    const { id } = submissions[0]!;
    expect(await endOf(id)).toMatchObject({
      state: "failed",
      attempts: 2,
      failure: { code: "gave-up", facts: { reason: "exit code 9" }, retriable: true },
    });
    await service.whenDone(batch);
    expect(await retrySubmission(service, id)).toMatchObject({ state: "queued", progress: 0, failure: null });
    expect(await endOf(id)).toMatchObject({ state: "failed", attempts: 4 });
    await service.whenDone(batch);
    expect(await retrySubmission(service, "none")).toBeNull();
  });

  test("a job whose file has vanished fails with that reason", async () => {
    const { service } = parts();
    const file = await service.keep("gone.txt", smallPlan(400));
    const taken = await service.store.submissions.create({
      name: null,
      template: null,
      who: "test",
      files: [{ ...file, priority: 1 }],
    });
    await service.store.files.remove(file.sha256);
    await service.jobs.addBatch(taken.batch, taken.submissions);
    const ended = await endOf(taken.submissions[0]!.id);
    expect(ended.failure).toEqual({ code: "file-missing", facts: { sha256: file.sha256 }, retriable: true });
    await service.whenDone(taken.batch);
  });

  test("progress rises with its stages and never falls", async () => {
    const { service } = parts();
    const { submissions } = await service.submit({ "slow.txt": `sleep 900\n${smallPlan(500)}` });
    const seen: [string | null, number][] = [];
    await waitUntil("the submission ends", async () => {
      const { stage, progress, state } = (await service.store.submissions.find(submissions[0]!.id))!;
      seen.push([stage, progress]);
      return state === "done";
    });
    const percents = seen.map(([, percent]) => percent);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(seen.map(([stage]) => stage)).toEqual(expect.arrayContaining(["reading", "extracting"]));
    expect(seen.at(-1)![1]).toBe(100);
  });

  test("a batch is compared with its template", async () => {
    const { service } = parts();
    const first = await service.submit({ "template.txt": smallPlan(600) });
    await service.whenDone(first.batch);
    const template = (await endOf(first.submissions[0]!.id)).document!;
    const { batch } = await service.submit({ ...smallPlans(2, 601), "bad.txt": "encrypted" }, template);
    const { report } = await service.whenDone(batch);
    expect(report).toMatchObject({
      template,
      rows: [{ comparison: expect.any(String) }, { comparison: expect.any(String) }, { comparison: null }],
    });
    const { items } = await service.store.comparisons.list(template);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ kind: "comparison", program: PROGRAM });
  });

  test("a cancelled submission stays cancelled", async () => {
    const { service } = parts();
    const { batch, submissions } = await service.submit({ "slow.txt": `sleep 400\n${smallPlan(700)}` });
    const { id } = submissions[0]!;
    expect(await cancelSubmission(service, id)).toBe(true);
    expect(await cancelSubmission(service, id)).toBe(false);
    const { counts } = await service.whenDone(batch);
    expect(counts).toMatchObject({ done: 0, cancelled: 1 });
    expect(await retrySubmission(service, id)).toMatchObject({ state: "queued" });
    expect(await endOf(id)).toMatchObject({ state: "done" });
  });
}
