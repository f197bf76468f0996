import { describe, expect, test } from "vitest";
import { findNoticeTitle, findOwnTitle, findPlanTitle, issuedTitle } from "../../src/structure/find-title.ts";
import { paragraphOf } from "../helpers/outline-of.ts";

const lines = (...texts: string[]) => texts.map((text, id) => paragraphOf(text, id));

describe("the covering notice's title", () => {
  test.each([
    ["on one line", ["关于印发《某县节水行动实施方案》的通知"], "关于印发《某县节水行动实施方案》的通知"],
    [
      "over three lines",
      ["某县人民政府办公室", "关于印发某县节水行动", "实施方案的通知"],
      "某县人民政府办公室关于印发某县节水行动实施方案的通知",
    ],
    [
      "below its number",
      ["衡政办发〔2022〕8号", "关于转发市水利局节水行动方案的通知"],
      "关于转发市水利局节水行动方案的通知",
    ],
    [
      "below the red head of several bodies",
      ["某县水利局", "某县财政局", "衡水发〔2022〕8号", "关于印发某县节水行动实施方案的通知"],
      "关于印发某县节水行动实施方案的通知",
    ],
    [
      "that passes on what others made",
      ["某省人民政府办公厅转发省水利厅等部门", "关于推进节水灌溉实施意见的通知"],
      "某省人民政府办公厅转发省水利厅等部门关于推进节水灌溉实施意见的通知",
    ],
    ["without 关于", ["某县人民政府印发《某县节水行动方案》的通知"], "某县人民政府印发《某县节水行动方案》的通知"],
  ])("%s", (_, above, title) => {
    expect(findNoticeTitle(lines(...above, "各镇人民政府：", "现印发给你们。"))?.text).toBe(title);
  });

  test("is the document's own where a web page prints it above as well", () => {
    const title = "关于印发某县节水行动实施方案的通知";
    expect(
      findNoticeTitle(lines(title, "衡政办发〔2022〕8号", `某县人民政府办公室${title}`, "各镇人民政府：")),
    ).toMatchObject({ from: 2 });
  });

  test("is none of a plan without a notice", () => {
    expect(findNoticeTitle(lines("某县节水行动实施方案", "一、总体要求"))).toBeNull();
    expect(findNoticeTitle(lines("按照《关于印发节水行动方案的通知》要求，制定本方案。"))).toBeNull();
  });
});

test.each([
  ["某县人民政府关于印发《某县节水行动方案（试行）》的通知", "某县节水行动方案（试行）"],
  ["关于印发某县节水行动方案的通知", "某县节水行动方案"],
  ["关于转发市水利局《节水〈行动〉方案》的通知", "节水〈行动〉方案"],
  ["某市人民政府批转市水利局节水行动方案的通知", "市水利局节水行动方案"],
  ["关于加强节水工作的通知", null],
])("%s issues %s", (title, issued) => expect(issuedTitle(title)).toBe(issued));

describe("the plan's own title", () => {
  const find = (texts: string[], expected: string | null = null) =>
    findPlanTitle(lines(...texts), 0, expected)?.text ?? null;

  test.each([
    [
      "the lines down to the last word of a plan",
      ["某县农村饮水安全", "巩固提升工作方案", "为贯彻落实…，"],
      "某县农村饮水安全巩固提升工作方案",
    ],
    ["with its subtitle", ["某县节水行动计划", "（2023—2025年）", "一、总则"], "某县节水行动计划（2023—2025年）"],
    [
      "with the issuer above 关于",
      ["（此件公开发布）", "某市水利局", "关于推进节水的实施意见", "各县："],
      "某市水利局关于推进节水的实施意见",
    ],
    ["nothing in running text", ["要按照实施方案，抓好落实。", "做好宣传。"], null],
  ])("is %s", (_, texts, title) => expect(find(texts)).toBe(title));

  test("is the one that the notice names, though another stands before it", () => {
    const texts = ["某县水利工作要点", "现予公布。", "某县节水行动方案", "一、总则"];
    expect(find(texts, "某县节水行动方案")).toBe("某县节水行动方案");
    expect(find(texts)).toBe("某县水利工作要点");
  });
});

test("a notice that is the plan itself has its own title", () => {
  expect(findOwnTitle(lines("衡水发〔2022〕3号", "关于开展河道采砂专项整治的通知", "各镇："))?.text).toBe(
    "关于开展河道采砂专项整治的通知",
  );
  expect(findOwnTitle(lines("某县节水行动方案"))).toBeNull();
});
