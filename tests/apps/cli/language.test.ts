import { expect, test } from "vitest";
import { defaultWording, say } from "../../../src/apps/cli/language.ts";

test.each([
  [{ LANG: "zh_CN.UTF-8" }, "zh"],
  [{ LANG: "en_US.UTF-8" }, "both"],
  [{ LANG: "zh_CN.UTF-8", LC_ALL: "C" }, "both"],
  [{}, "both"],
])("in the environment %j the wording is %s", (env, wording) => {
  expect(defaultWording(env)).toBe(wording);
});

test("both languages stand on one line, Chinese first", () => {
  expect(say({ code: "timed-out", facts: { seconds: 5 } }, "both")).toBe(
    "5秒内没有完成，已停止。可用 --timeout 延长时间。 Not done after 5 s, so it was stopped. Try --timeout with more seconds.",
  );
});

test("a reason with line breaks stays on one line", () => {
  expect(say({ code: "crashed", facts: { reason: "one\n  two" } }, "en")).not.toContain("\n");
});
