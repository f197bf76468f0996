import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepUpload } from "../../../src/apps/server/receive-upload.ts";
import { openJobs } from "../../../src/queue/job-queue.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { createDataFolder } from "../../services/embedded-folder.ts";
import { sha256Of } from "../../store/sample-plans.ts";

test("where the same bytes are deleted between keeping and taking them, nothing is taken and the client is to send again", {
  timeout: 120_000,
}, async () => {
  const dataFolder = await createDataFolder();
  const store = await openStore({ databaseUrl: null, dataFolder, filesUrl: null, s3: null });
  const settings = { attempts: 1, backoffMillis: 10, keepJobDays: 1 };
  const jobs = await openJobs({ redisUrl: null, database: store.address }, settings, () => {});
  const take = (files: typeof store.files) => {
    const temporary = join(store.files.temporaryFolder, "a");
    writeFileSync(temporary, "方案");
    const file = { fileName: "a.txt", temporary, sha256: sha256Of("方案"), byteLength: 6 };
    const parts = { store: { ...store, files }, jobs, tell: () => {} };
    return keepUpload(parts, { name: null, template: null, who: "test" }, [file]);
  };
  const loses: typeof store.files = {
    ...store.files,
    keep: async (...given) => {
      await store.files.keep(...given);
      await store.files.remove(given[1]);
    },
  };
  await expect(take(loses)).rejects.toMatchObject({ code: "unavailable" });
  expect((await store.submissions.counts()).queued).toBe(0);
  expect((await take(store.files)).submissions).toMatchObject([{ fileName: "a.txt", state: "queued" }]);
  await jobs.close();
  await store.close();
});
