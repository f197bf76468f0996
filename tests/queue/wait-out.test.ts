import { expect, test, vi } from "vitest";
import { waitOut } from "../../src/queue/wait-out.ts";

const lost = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
const never = new AbortController().signal;

test("an outage is waited out, however often the store is asked", async () => {
  const work = vi.fn().mockRejectedValueOnce(lost).mockResolvedValue("done");
  const check = vi.fn().mockRejectedValueOnce(lost).mockRejectedValueOnce(lost).mockResolvedValue(undefined);
  expect(await waitOut(work, check, never)).toBe("done");
  expect(work).toHaveBeenCalledTimes(2);
  expect(check).toHaveBeenCalledTimes(3);
});

test("a passing fault while the store is well is thrown, to be tried again later", async () => {
  await expect(
    waitOut(
      () => Promise.reject(lost),
      async () => {},
      never,
    ),
  ).rejects.toBe(lost);
});

test("a fault that does not pass is thrown without asking the store", async () => {
  const check = vi.fn();
  const fault = new Error("a fault of the program");
  await expect(waitOut(() => Promise.reject(fault), check, never)).rejects.toBe(fault);
  expect(check).not.toHaveBeenCalled();
});

test("a worker that must give its work back waits no longer", async () => {
  const stop = new AbortController();
  const waiting = waitOut(
    () => Promise.reject(lost),
    () => Promise.reject(lost),
    stop.signal,
  );
  setTimeout(() => stop.abort(), 20);
  await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
});
