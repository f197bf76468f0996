import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { within } from "../../src/queue/within.ts";

function standStill(millis: number): void {
  for (const end = Date.now() + millis; Date.now() < end; );
}

test("an answer that came while the thread stood still is heard, however long that was", async () => {
  const answer = within(300, readFile(import.meta.filename));
  standStill(900);
  await expect(answer).resolves.toBeUndefined();
});

test("standing still uses up one step of the time, not all of it", async () => {
  const answer = within(1000, sleep(400));
  standStill(1500);
  await sleep(10);
  standStill(1500);
  await expect(answer).resolves.toBeUndefined();
});

test("no answer within the time is a fault, and a fault is passed on", async () => {
  const began = Date.now();
  await expect(within(300, new Promise(() => {}))).rejects.toThrow("the queue gave no answer within 300 ms");
  expect(Date.now() - began).toBeGreaterThanOrEqual(290);
  await expect(within(300, Promise.reject(new Error("lost")))).rejects.toThrow("lost");
});
