import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Progress } from "../../src/queue/connect-queue.ts";
import { createStageTeller, STAGES } from "../../src/queue/stages.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the stages stand in their order, from nothing to a hundred", () => {
  const percents = Object.values(STAGES);
  expect(percents).toEqual(percents.toSorted((a, b) => a - b));
  expect([percents[0], percents.at(-1)]).toEqual([0, 100]);
});

test("a file that is done at once tells nothing", async () => {
  const seen: Progress[] = [];
  const { tell, end } = createStageTeller(async (progress) => seen.push(progress));
  for (const stage of ["reading", "structuring", "extracting", "checking", "storing"] as const) tell(stage);
  await end();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(seen).toEqual([]);
});

test("of the stages since the last message, the latest is told; an earlier one never after it", async () => {
  const seen: string[] = [];
  const { tell, end } = createStageTeller(async ({ stage }) => seen.push(stage));
  tell("reading");
  tell("structuring");
  await vi.advanceTimersByTimeAsync(300);
  tell("reading");
  tell("checking");
  await vi.advanceTimersByTimeAsync(300);
  await end();
  expect(seen).toEqual(["structuring", "checking"]);
});

test("a stage that cannot be told is no fault, and the next one is told", async () => {
  const pass = vi.fn().mockRejectedValueOnce(new Error("away")).mockResolvedValue(null);
  const { tell, end } = createStageTeller(pass);
  tell("reading");
  await vi.advanceTimersByTimeAsync(300);
  tell("storing");
  await vi.advanceTimersByTimeAsync(300);
  await end();
  expect(pass).toHaveBeenCalledTimes(2);
});

test("the end waits for the message on its way", async () => {
  vi.useRealTimers();
  let isPassed = false;
  const { tell, end } = createStageTeller(async () => {
    await sleep(50);
    isPassed = true;
  });
  tell("reading");
  await sleep(320);
  await end();
  expect(isPassed).toBe(true);
});
