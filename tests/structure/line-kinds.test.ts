import { expect, test } from "vitest";
import { findSignedDate, isDocumentNumber, isRecipients, isTitleLine } from "../../src/structure/line-kinds.ts";

test.each([
  ["2022年5月8日", "2022年5月8日"],
  ["２０２２年５月８日", "2022年5月8日"],
  ["二〇二二年五月八日", "二〇二二年五月八日"],
  ["（2022年5月8日）", "2022年5月8日"],
  ["2022 年 5 月 8 日", "2022年5月8日"],
])("%s alone on its line is a signature's date", (line, date) => {
  expect(findSignedDate(line)?.replace(/\s/gu, "")).toBe(date);
});

test.each(["2022年5月", "2022年5月8日印发", "自2022年5月8日起施行", "5月8日"])("%s is none", (line) => {
  expect(findSignedDate(line)).toBeNull();
});

test.each([
  "衡政办发〔2022〕18号",
  "衡 政 办 发〔2022〕18号",
  "某县人民政府　　衡政发[2022]3号",
  "衡水〔2022〕7号　签发人：某某",
])("%s is a line of a document number", (line) => expect(isDocumentNumber(line)).toBe(true));

test.each(["按照衡政办发〔2022〕18号文件要求，抓好落实。", "《办法》（衡政发〔2022〕3号）", "〔2022〕18号", "第18号"])(
  "%s is none",
  (line) => expect(isDocumentNumber(line)).toBe(false),
);

test.each([
  "各镇人民政府，县直各单位：",
  "各县（市、区）教育局：",
  "局属各科室:",
  "各社区：",
  "各县教育局、财政局、残联：",
])("%s names addressees", (line) => {
  expect(isRecipients(line)).toBe(true);
});

test.each(["具体要求如下：", "一、各镇：", "各镇要做到。责任单位：", "重点抓好以下内容：", "各镇人民政府"])(
  "%s names none",
  (line) => {
    expect(isRecipients(line)).toBe(false);
  },
);

test.each(["某县节水行动方案", "关于印发方案的通知", "（2023—2025年）"])("%s may be a line of a title", (line) => {
  expect(isTitleLine(line)).toBe(true);
});

test.each([
  "节约用水。",
  "一、总体要求",
  "2022年5月8日",
  "附件1",
  "衡政发〔2022〕3号",
  "联系人：某某",
  "抄送：县委办",
  "节".repeat(71),
])("%s may not", (line) => expect(isTitleLine(line)).toBe(false));
