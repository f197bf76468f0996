import { describe, expect, test } from "vitest";
import { chapterKind, findKind } from "../../src/structure/section-kind.ts";

test.each([
  ["指导思想", "guidance"],
  ["总体要求", "guidance"],
  ["基本原则", "guidance"],
  ["创建对象", "object"],
  ["整治范围", "object"],
  ["工作目标", "targets"],
  ["主要目标", "targets"],
  ["重点任务", "tasks"],
  ["创建内容", "tasks"],
  ["工作举措", "tasks"],
  ["实施步骤", "phases"],
  ["进度安排", "phases"],
  ["时间安排", "phases"],
  ["保障措施", "measures"],
  ["组织实施", "measures"],
  ["工作要求", "measures"],
  ["加强组织领导", "measures"],
  ["职责分工", "other"],
  ["附则", "other"],
  ["初春的早晨", null],
])("a chapter called %s is of the kind %s", (heading, kind) => expect(findKind(heading)).toBe(kind));

describe("a chapter with a name of its own subject", () => {
  test("is a group of tasks where items stand below it", () => {
    expect(chapterKind("全面推行取水许可电子证照", "某县节水方案", true)).toBe("tasks");
    expect(chapterKind("全面推行取水许可电子证照", "某县节水方案", false)).toBe("other");
  });

  test("is a group of measures in a plan of measures", () => {
    expect(chapterKind("降低用能成本", "关于纾困解难的若干措施", true)).toBe("measures");
    expect(chapterKind("具体措施", "关于纾困解难的若干措施（试行）", true)).toBe("measures");
    expect(chapterKind("重点任务", "关于纾困解难的若干措施（试行）", true)).toBe("tasks");
    expect(chapterKind("总体要求", "关于纾困解难的若干措施", true)).toBe("guidance");
  });
});
