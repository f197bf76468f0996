import { expect, test } from "vitest";
import { foldRadicals } from "../../src/core/fold-radicals.ts";

test("radicals become the characters they look like, and the length stays", () => {
  expect(foldRadicals("县⺠政局、⻓效、⻋辆、⼀⼾")).toBe("县民政局、长效、车辆、一户");
});

test("the stroke that is typed for a pause becomes one", () => {
  expect(foldRadicals("二丶工作任务")).toBe("二、工作任务");
});

test("other compatibility characters are left as they are", () => {
  expect(foldRadicals("（１）①㎡〇")).toBe("（１）①㎡〇");
});
