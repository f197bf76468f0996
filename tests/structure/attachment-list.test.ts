import { describe, expect, test } from "vitest";
import {
  attachmentNumber,
  findAttachmentList,
  isBareAttachment,
  plainTitle,
  startsWithAttachment,
} from "../../src/structure/attachment-list.ts";
import { paragraphOf } from "../helpers/outline-of.ts";

const listOf = (...lines: string[]) => findAttachmentList(lines.map((line, id) => paragraphOf(line, id)));
const entries = (...lines: string[]) =>
  listOf(...lines)?.entries.map(({ number, title }) => [number, plainTitle(title)]) ?? null;
const SIGNED = ["某县人民政府办公室", "2022年5月8日"];

describe("the list of attachments", () => {
  test.each([
    [
      "on one line",
      ["附件：1. 考核细则 2. 责任清单"],
      [
        [1, "考核细则"],
        [2, "责任清单"],
      ],
    ],
    [
      "a line an entry",
      ["附件：", "1.考核细则；", "2.责任清单。"],
      [
        [1, "考核细则"],
        [2, "责任清单"],
      ],
    ],
    [
      "with the number in the mark",
      ["附件1：考核细则", "附件2：责任清单"],
      [
        [1, "考核细则"],
        [2, "责任清单"],
      ],
    ],
    ["of one, which has number 1", ["附件：《河湖长制考核细则》"], [[1, "河湖长制考核细则"]]],
    [
      "with a year in a title",
      ["附件：1. 2023年任务表", "2. 2024年任务表"],
      [
        [1, "2023年任务表"],
        [2, "2024年任务表"],
      ],
    ],
    [
      "with an entry wrapped",
      ["附件：1.某县农村生活污水治理", "设施运行维护考核细则", "2.责任清单"],
      [
        [1, "某县农村生活污水治理设施运行维护考核细则"],
        [2, "责任清单"],
      ],
    ],
  ])("%s", (_, lines, found) => expect(entries(...lines, ...SIGNED)).toEqual(found));

  test("ends where a number comes again", () => {
    expect(listOf("附件：1.考核细则", "2.责任清单", "1.总体要求", ...SIGNED)).toMatchObject({ from: 0, to: 2 });
  });

  test("takes up its own nodes only", () => {
    expect(listOf("请认真执行。", "附件：1.考核细则", "2.责任清单", ...SIGNED)).toMatchObject({ from: 1, to: 3 });
  });
});

test.each([
  ["a sentence about an attachment", ["附件所列任务要按期完成。", "正文"]],
  ["a single heading above its text", ["附件", "考核细则", "一、总则"]],
  ["no attachment at all", ["一、总则", "二、附则"]],
])("%s is no list", (_, lines) => expect(listOf(...lines)).toBeNull());

test.each([
  ["附件", true, true, null],
  ["附件2", true, true, 2],
  ["附 件 3：", true, true, 3],
  ["附件二", true, true, 2],
  ["附件1：考核细则", false, true, 1],
  ["附表1 任务分解表", false, true, 1],
  ["附件要求的材料", false, false, null],
  ["一、附件", false, false, null],
])("%j: bare %s, a heading %s, number %s", (text, isBare, isHeading, number) => {
  expect([isBareAttachment(text), startsWithAttachment(text), attachmentNumber(text)]).toEqual([
    isBare,
    isHeading,
    number,
  ]);
});
