import { describe, expect, test } from "vitest";
import { findTail, isClosingLine, isSignature, readSignature, splitSignature } from "../../src/structure/signature.ts";
import { paragraphOf } from "../helpers/outline-of.ts";

describe("a signature line is split into its bodies", () => {
  test.each([
    ["某县教育局　　某县公安局", ["某县教育局", "某县公安局"]],
    ["衡 南 县 水 利 局    衡 南 县 财 政 局", ["衡南县水利局", "衡南县财政局"]],
    ["衡南县卫生健康局 衡南县民政局", ["衡南县卫生健康局", "衡南县民政局"]],
    ["中共某县委办公室", ["中共某县委办公室"]],
    ["某镇人民政府", ["某镇人民政府"]],
  ])("%s", (line, names) => expect(splitSignature(line)).toEqual(names));
});

test.each(["某县水利局", "某市人民政府办公室", "某县民政局　某县财政局"])("%s is a signature", (line) => {
  expect(isSignature(line)).toBe(true);
});

test.each(["各镇人民政府：", "一、某县水利局", "由县水利局负责，县财政局", "联系人", "加强组织领导"])(
  "%s is none",
  (line) => {
    expect(isSignature(line)).toBe(false);
  },
);

test.each([
  "2023年4月6日",
  "二〇二一年三月二十日",
  "（此件公开发布）",
  "抄送：县委办、县人大办",
  "某县人民政府办公室 2022年5月9日印发",
  "本方案自印发之日起施行。",
  "联系人：某某，联系电话：6123456",
])("%s closes a text", (line) => expect(isClosingLine(line)).toBe(true));

test.each(["要加强领导，压实责任。", "2023年4月6日起施行新规", "三、保障措施"])("%s closes none", (line) => {
  expect(isClosingLine(line)).toBe(false);
});

test("the tail begins at the first closing line, and needs a date", () => {
  const lines = ["做好宣传。", "某县水利局", "2022年5月8日", "（此件公开发布）"].map((text, id) =>
    paragraphOf(text, id),
  );
  expect(findTail(lines)).toBe(1);
  expect(findTail(lines.slice(0, 2))).toBe(2);
});

test("page ends within the closing lines belong to the tail", () => {
  const [text, body, date] = ["做好宣传。", "某县水利局", "2022年5月8日"].map((line, id) => paragraphOf(line, id));
  expect(findTail([text!, body!, { kind: "page-end" }, date!])).toBe(1);
});

describe("the signature", () => {
  const signed = (...lines: string[]) => {
    const { issuers, date } = readSignature(lines.map((line, id) => paragraphOf(line, id)));
    return { issuers: issuers.map(({ name }) => name), date: date?.text ?? null };
  };

  test("is the bodies above the last date", () => {
    expect(signed("请贯彻执行。", "某市水务局　　某市财政局", "某市审计局", "2022年5月8日")).toEqual({
      issuers: ["某市水务局", "某市财政局", "某市审计局"],
      date: "2022年5月8日",
    });
  });

  test("has every body that signs, each with a day of its own", () => {
    expect(signed("请贯彻执行。", "中共某镇委员会", "2022年5月6日", "某镇人民政府", "2022年5月8日")).toEqual({
      issuers: ["中共某镇委员会", "某镇人民政府"],
      date: "2022年5月8日",
    });
  });

  test("has no date where none is printed, and no issuer where a sentence stands above", () => {
    expect(signed("请贯彻执行。", "某市水务局")).toEqual({ issuers: ["某市水务局"], date: null });
    expect(signed("请贯彻执行。", "2022年5月8日")).toEqual({ issuers: [], date: "2022年5月8日" });
  });
});
