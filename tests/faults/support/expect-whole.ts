import { readdirSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Submission } from "../../../schemas/submission.ts";
import { checkStore } from "../../../src/store/check-store.ts";
import type { OpenStore } from "../../../src/store/open-store.ts";
import { smallPlan } from "../../queue/support/small-plan.ts";

/** Nothing lost, nothing twice: every submission is done, each of its own document, whose plan is the one of its file. */
export async function expectWhole(store: OpenStore, submissions: readonly Submission[], from = 0): Promise<void> {
  const documents = new Set<string>();
  for (const [at, { id }] of submissions.entries()) {
    const submission = await store.submissions.find(id);
    expect(submission).toMatchObject({ state: "done", progress: 100, failure: null });
    documents.add(submission!.document!);
    const plan = await store.documents.findPlan(submission!.document!);
    expect(plan?.header.title).toBe(titleOf(from + at));
  }
  expect(documents.size).toBe(submissions.length);
  expect(await store.documents.count()).toBe(submissions.length);
  for await (const fault of checkStore(store, { repair: false, graceSeconds: 0 })) expect(fault).toBeNull();
}

const titleOf = (number: number): string => smallPlan(number).split("\n", 1)[0]!;

/** Sandboxes that outlived the worker that started them. */
export function findOrphans(): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const isSandbox = readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("sandbox/digitise-worker.ts");
        return isSandbox && /^PPid:\s+1$/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
      } catch {
        return false;
      }
    });
}
