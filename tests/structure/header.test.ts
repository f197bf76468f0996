import { describe, expect, test } from "vitest";
import { inexact, outlineOf } from "../helpers/outline-of.ts";

const headerOf = async (text: string) => (await outlineOf(text)).header;

test("every fact of the header is read, and each comes from an exact quote", async () => {
  const { document, header, noticeDate, planDate } = await outlineOf(`
    衡 政 办 发〔2022〕18号
    衡南县人民政府办公室
    关于印发衡南县节水行动实施方案（试行）的通知
    各乡镇人民政府、街道办事处，县直各单位：
    经县人民政府同意，现将方案印发给你们。
    联系人：张某，联系电话：6123456
    衡 南 县 人 民 政 府 办 公 室
    2022年5月8日
    衡南县节水行动实施方案（试行）
    一、总体要求
    节约用水。
    2022年4月30日
    抄送：县委办公室
    衡南县人民政府办公室 2022年5月9日印发`);
  const { evidence, contacts, ...facts } = header;
  expect(facts).toEqual({
    title: "衡南县节水行动实施方案（试行）",
    noticeTitle: "衡南县人民政府办公室关于印发衡南县节水行动实施方案（试行）的通知",
    documentNumber: "衡政办发〔2022〕18号",
    issuers: ["衡南县人民政府办公室"],
    recipients: ["各乡镇人民政府", "街道办事处", "县直各单位"],
    issuedOn: "2022-05-08",
    printedOn: "2022-05-09",
    jurisdiction: { name: "衡南县", level: "county" },
    trial: true,
  });
  expect(contacts).toMatchObject([{ name: "张某", phone: "6123456" }]);
  expect([noticeDate?.iso, planDate?.iso]).toEqual(["2022-05-08", "2022-04-30"]);
  expect(inexact([...evidence, ...contacts.flatMap((contact) => contact.evidence)], document.blocks)).toEqual([]);
  expect(evidence.map(({ quote }) => quote)).toContain("衡 政 办 发〔2022〕18号");
});

test("all signing bodies are issuers, by their full names", async () => {
  const header = await headerOf(`
    关于印发节水行动方案的通知
    各镇：
    现印发给你们。
    衡南县水利局　　衡南县财政局
    衡南县住房和城乡建设局
    二〇二二年五月八日
    节水行动方案
    一、目标
    节约用水。`);
  expect(header.issuers).toEqual(["衡南县水利局", "衡南县财政局", "衡南县住房和城乡建设局"]);
  expect(header.issuedOn).toBe("2022-05-08");
});

test("a notice that passes on a plan has its own title, and the plan's bodies below its title are no issuers", async () => {
  const header = await headerOf(`
    咸宁市人民政府办公室转发市水利局等部门
    关于推进节水灌溉实施意见的通知
    各县、自治县人民政府，市直各部门：
    现转发给你们。
    咸宁市人民政府办公室
    2022年5月8日
    关于推进节水灌溉的实施意见
    市水利局　市财政局
    为节约用水，提出以下意见。
    一、目标
    节约用水。
    　咸宁市人民政府办公室　　2022年5月9日印发
    　共印60份`);
  expect(header).toMatchObject({
    title: "关于推进节水灌溉的实施意见",
    noticeTitle: "咸宁市人民政府办公室转发市水利局等部门关于推进节水灌溉实施意见的通知",
    issuers: ["咸宁市人民政府办公室"],
    recipients: ["各县、自治县人民政府", "市直各部门"],
    issuedOn: "2022-05-08",
    printedOn: "2022-05-09",
  });
});

describe("a line below the title", () => {
  const below = (...lines: string[]) =>
    headerOf(["咸宁市节水行动方案", ...lines, "为节约用水，制定本方案。", "一、目标", "节约用水。"].join("\n"));

  test.each([
    ["a day in brackets", ["（2022年5月8日）"], { issuedOn: "2022-05-08", issuers: [] }],
    [
      "the day on which it was passed",
      ["（2022年5月8日市人民政府第3次常务会议通过）"],
      { issuedOn: "2022-05-08", issuers: [] },
    ],
    [
      "the body that put it out",
      ["（咸宁市人民政府办公室2022年5月8日印发）"],
      { issuedOn: "2022-05-08", issuers: ["咸宁市人民政府办公室"] },
    ],
    [
      "the body behind the day",
      ["（2022年5月8日咸宁市水利局发布）"],
      { issuedOn: "2022-05-08", issuers: ["咸宁市水利局"] },
    ],
    ["its body and day", ["咸宁市水利局", "2022年5月8日"], { issuedOn: "2022-05-08", issuers: ["咸宁市水利局"] }],
  ])("with %s is its date, no part of the title", async (_, lines, facts) => {
    expect(await below(...lines)).toMatchObject({ title: "咸宁市节水行动方案", ...facts });
  });

  test("with its years belongs to the title", async () => {
    expect(await below("（2022—2024年）")).toMatchObject({
      title: "咸宁市节水行动方案（2022—2024年）",
      issuedOn: null,
    });
  });
});

describe("without a signature", () => {
  test("the title's own issuer is the issuer", async () => {
    const header = await headerOf(`
      咸宁市水利局关于印发节水行动方案的通知
      各县水利局：
      现印发给你们。
      节水行动方案
      一、目标
      节约用水。`);
    expect(header).toMatchObject({ issuers: ["咸宁市水利局"], issuedOn: null, printedOn: null, documentNumber: null });
    expect(header.jurisdiction).toEqual({ name: "咸宁市", level: "prefecture" });
  });

  test("what the file does not say is null or empty", async () => {
    expect(await headerOf("一、目标\n节约用水。")).toMatchObject({
      title: null,
      noticeTitle: null,
      documentNumber: null,
      issuers: [],
      recipients: [],
      issuedOn: null,
      jurisdiction: { name: null, level: null },
      trial: false,
      contacts: [],
    });
  });
});

test("a document number in square brackets and full-width digits stays as printed", async () => {
  const header = await headerOf(`
    咸水发［２０２２］３号
    某市节水行动计划
    一、目标
    节约用水。
    2022年5月8日`);
  expect(header.documentNumber).toBe("咸水发［２０２２］３号");
});

test("the year that a title names is the plan's, two years are none", async () => {
  expect((await outlineOf("某县2023年节水工作方案\n一、目标\n节约用水。")).year).toBe(2023);
  expect((await outlineOf("某县节水方案（2023—2025年）\n一、目标\n节约用水。")).year).toBeNull();
});
