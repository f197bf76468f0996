import { expect, test } from "vitest";
import { CHECKS } from "../../src/check/index.ts";
import type { AttachmentPart } from "../../src/core/outline.ts";
import { factsOf, type MadeDocument, makeDocument, type Written } from "./make-plan.ts";

type Given = { readonly listed: string | null; readonly heading: string | null };

function make(written: readonly Written[], ...given: Given[]): MadeDocument {
  const made = makeDocument(written);
  const attachments = given.map(({ listed, heading }, index): AttachmentPart => {
    const headings = made.outline.document.blocks.filter(({ text }) => text === heading);
    return {
      number: index + 1,
      title: heading ?? listed ?? "",
      listed: listed === null ? null : made.passage(listed),
      heading:
        headings.length === 0
          ? null
          : { text: heading!, pieces: [{ block: headings.at(-1)!, start: 0, end: heading!.length }] },
      nodes: [],
    };
  });
  return { ...made, outline: { ...made.outline, attachments } };
}

const run = (code: "attachment-missing" | "attachment-unlisted" | "attachment-title-mismatch", made: MadeDocument) =>
  CHECKS[code](factsOf({}), made.outline).map(({ facts }) => facts);

test("a listed attachment that the file does not hold is missing", () => {
  const made = make(
    ["附件：1.任务清单", "2.减排清单", "附件1", "任务清单"],
    { listed: "任务清单", heading: "任务清单" },
    { listed: "减排清单", heading: null },
  );
  expect(run("attachment-missing", made)).toEqual([{ number: 2, title: "减排清单" }]);
});

test("a listed attachment whose title stands alone further down is there", () => {
  const made = make(["附件：创建活动方案", "创建活动方案", "一、目标"], { listed: "创建活动方案", heading: null });
  expect(run("attachment-missing", made)).toEqual([]);
});

test("a title over two lines that was not read as a heading is there all the same", () => {
  const made = make(["附件：1.某区创建工作领导小组成员名单", "附件1", "某区", "创建工作领导小组成员名单", "组长：甲"], {
    listed: "某区创建工作领导小组成员名单",
    heading: null,
  });
  expect(run("attachment-missing", made)).toEqual([]);
});

test("an attachment named in the text alone is missing, once", () => {
  const made = make(
    [
      "对照标准（附件1）创建，填写申报表（见附件3）；申报表（附件3）一式两份。",
      "附件：1.创建标准",
      "附件1",
      "创建标准",
    ],
    { listed: "创建标准", heading: "创建标准" },
  );
  expect(run("attachment-missing", made)).toEqual([{ number: 3, title: "" }]);
});

test("（见附件） is the only attachment, whatever its number", () => {
  const listed = make(["成员名单见后（见附件）。", "附件：成员名单", "附件", "成员名单"], {
    listed: "成员名单",
    heading: "成员名单",
  });
  expect(run("attachment-missing", listed)).toEqual([]);
  expect(run("attachment-missing", make(["成立领导小组（名单见附件）。"]))).toEqual([{ number: 1, title: "" }]);
});

test("an attachment beside a list that leaves it out is unlisted", () => {
  const made = make(
    ["附件：1.任务清单", "附件1", "任务清单", "附件2", "申报表"],
    { listed: "任务清单", heading: "任务清单" },
    { listed: null, heading: "申报表" },
  );
  expect(run("attachment-unlisted", made)).toEqual([{ number: 2, title: "申报表" }]);
});

test("without any list, and where the text names the title, nothing is unlisted", () => {
  expect(run("attachment-unlisted", make(["附件1", "任务清单"], { listed: null, heading: "任务清单" }))).toEqual([]);
  const named = make(
    ["附件：1.任务清单", "2.申 报 表", "附件1", "任务清单", "附件2", "申报表"],
    { listed: "任务清单", heading: "任务清单" },
    { listed: null, heading: "申报表" },
  );
  expect(run("attachment-unlisted", named)).toEqual([]);
});

test("list and heading with other words are a mismatch", () => {
  const made = make(["附件：重点任务分工清单", "附件", "重点任务清单"], {
    listed: "重点任务分工清单",
    heading: "重点任务清单",
  });
  expect(run("attachment-title-mismatch", made)).toEqual([
    { number: 1, listed: "重点任务分工清单", heading: "重点任务清单" },
  ]);
});

test.each([
  ["绿色社区评审标准（试行）", "“绿色社区”评审标准（试行）"],
  ["《创建标准》", "创 建 标 准"],
  ["创建标准（试行）", "创建标准"],
  ["申报表", "某县文明村申报表"],
])("%s and %s are one title", (listed, heading) => {
  expect(run("attachment-title-mismatch", make([`附件：${listed}`, "附件", heading], { listed, heading }))).toEqual([]);
});
