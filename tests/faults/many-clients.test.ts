import { expect, test } from "vitest";
import type { Submission } from "../../schemas/submission.ts";
import { formOf } from "../apps/server/support/forms.ts";
import { startTestService } from "../apps/server/support/start-test-service.ts";
import { openService } from "../queue/support/service.ts";
import { SETUPS, startSetup } from "../queue/support/setups.ts";
import { smallPlan, smallPlans } from "../queue/support/small-plan.ts";
import { waitUntil } from "../services/started.ts";
import { expectWhole } from "./support/expect-whole.ts";
import { FILES } from "./support/size.ts";

const CLIENTS = 20;
const EACH = Math.max(3, Math.floor(FILES / CLIENTS));
/** In hand already, parsed ahead, or begun while the upload was on its way into the queue. */
const MOST_OVERTAKEN = 12;

test.each(SETUPS)(
  "20 clients at once, 2 workers, on %s: every file is one plan, and single uploads go first",
  { timeout: 1_800_000 },
  async (name) => {
    const setup = await startSetup(name);
    const { databaseUrl, redisUrl, dataFolder: data } = setup;
    const service = await startTestService({ databaseUrl, redisUrl, data, workers: "2", requestsPerMinute: "1000000" });
    const upload = async (files: Record<string, string>): Promise<readonly Submission[]> => {
      const answer = await service.request("/api/submissions", { method: "POST", body: formOf(files) });
      expect(answer.status).toBe(202);
      return ((await answer.json()) as { submissions: Submission[] }).submissions;
    };
    const began = performance.now();
    const seconds = (): string => ((performance.now() - began) / 1000).toFixed(1);
    /** Each client sends a batch, and then one file by itself. */
    const taken = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        const batch = await upload(smallPlans(EACH - 1, client * EACH));
        const last = client * EACH + EACH - 1;
        return [...batch, ...(await upload({ [`plan-${last}.txt`]: smallPlan(last) }))];
      }),
    );
    const uploaded = seconds();
    const count = CLIENTS * EACH;
    const isDone = async (): Promise<boolean> =>
      (await service.json<{ submissions: { done: number } }>("/api/queue")).submissions.done === count;
    await waitUntil("all are done", isDone, 1500);
    const finished = seconds();
    await service.stop();

    const after = await openService(setup);
    const submissions = taken.flat();
    await expectWhole(after.store, submissions);
    const ended = await Promise.all(submissions.map(async ({ id }) => (await after.store.submissions.find(id))!));
    const singles = ended.filter(({ priority }) => priority === 1);
    const overtaken = singles.map((single) => countOvertaking(single, ended));
    console.log(
      `${name}: ${count} files of ${CLIENTS} clients taken in ${uploaded} s, done in ${finished} s; a single upload waited for at most ${Math.max(...overtaken)} files of batches, and went before ${Math.max(...singles.map((single) => countBehind(single, ended)))} that came first`,
    );
    expect(Math.max(...singles.map((single) => countBehind(single, ended)))).toBeGreaterThan(0);
    expect(Math.max(...overtaken)).toBeLessThanOrEqual(MOST_OVERTAKEN);
    expect(ended.every(({ attempts }) => attempts === 1)).toBe(true);
    await after.close();
    await setup.stop();
  },
);

/** How many files of batches had been uploaded before a single file, and were begun after it. */
const countBehind = (single: Submission, all: readonly Submission[]): number =>
  all.filter(
    ({ priority, createdAt, startedAt }) =>
      priority > 1 && createdAt < single.createdAt && startedAt! > single.startedAt!,
  ).length;

/** How many files of batches were begun between a single file's upload and its own beginning. */
const countOvertaking = (single: Submission, all: readonly Submission[]): number =>
  all.filter(
    ({ priority, startedAt }) => priority > 1 && startedAt! > single.createdAt && startedAt! < single.startedAt!,
  ).length;
