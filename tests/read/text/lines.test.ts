import { encode } from "iconv-lite";
import { expect, test } from "vitest";
import { readText } from "../../../src/read/text/read-text.ts";
import { showText } from "./read-fixture.ts";

test("a line keeps its indent, and a blank line stays as an empty line", async () => {
  expect(await showText("    为深入贯彻\n上级部署。\n\n一、目标 ")).toEqual([
    "L     为深入贯彻",
    "L 上级部署。",
    "L ",
    "L 一、目标",
  ]);
});

test("a form feed ends a page and gives the lines their pages", async () => {
  expect(await showText("甲\n\f乙")).toEqual(["L 甲", "L ", "page 1", "L 乙"]);
  const { value } = await readText(Buffer.from("甲\n\f乙"), { fileName: "" });
  expect(value.pageCount).toBe(2);
});

test("NUL, control and zero-width characters go", async () => {
  expect(await showText("县\u0000住\u200b建\u0007局")).toEqual(["L 县住建局"]);
});

test("GB18030 bytes are read and said to be guessed", async () => {
  const { value, messages } = await readText(encode("县住建局牵头。", "gb18030"), { fileName: "" });
  expect(value.blocks).toMatchObject([{ kind: "line", text: "县住建局牵头。" }]);
  expect(messages).toEqual([{ code: "encoding-guessed", severity: "info", facts: { encoding: "gb18030" } }]);
});

test("a file of white space has no text", async () => {
  await expect(readText(Buffer.from(" \n\n"), { fileName: "" })).rejects.toMatchObject({ reason: { code: "no-text" } });
});

const WRAPPED = [
  "推动全县生活垃圾分类工作提质增效，加快形成人人参",
  "与的良好氛围，结合实际制定本方案，请认真抓好贯彻",
  "落实，确保各项任务按期完成。各乡镇要加强领导，明",
  "确责任分工，把任务落实到人，形成齐抓共管的工作格",
];

test("double spacing is undone and a longer run of blank lines stays as one", async () => {
  const text = `${[...WRAPPED, ...WRAPPED].join("\n\n")}\n\n\n\n局。`;
  expect(await showText(text)).toEqual([...WRAPPED, ...WRAPPED, "", "局。"].map((line) => `L ${line}`));
});

test("blank lines between whole paragraphs stay", async () => {
  const text = Array.from({ length: 9 }, (_, at) => `第${at}段到此为止，各单位要认真抓好落实。`).join("\n\n");
  expect(await showText(text)).toHaveLength(17);
});
