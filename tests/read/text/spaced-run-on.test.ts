import { expect, test } from "vitest";
import { splitSpacedText } from "../../../src/read/text/spaced-run-on.ts";
import { showText } from "./read-fixture.ts";

const PARAGRAPHS = [
  "某县爱国卫生运动委员会办公室关于印发《某县厕所革命“回头看”方案（试行）》的通知",
  "某爱卫办〔2022〕6号",
  "各镇党委、政府，县级有关部门：",
  "现将《某县厕所革命“回头看”方案（试行）》印发给你们，请抓好落实。",
  "某县爱国卫生运动委员会办公室",
  "2022年3月28日",
  "（此件公开发布）",
  "某县厕所革命“回头看”方案（试行）",
  "为巩固成果，制定本方案。",
  "一、总体要求",
  "坚持求好不求快，按照“立行立改”的原则推进。",
  "二、工作目标",
  "2022年6月底前，整改率达到 95% 以上，新建公厕 12 座。",
  "三、重点任务",
  "（一）开展摸排。逐村逐户登记，包括：1.户数；2.类型。（责任单位：各镇）",
  "（三）分类整改。由县住建局牵头。",
  "四、职责分工",
  "县财政局：负责落实资金。",
  "各镇：负责组织实施。",
  "五、保障措施",
  "（一）加强领导。联系人：王 甲，联系电话：0000-1234567。",
  "（二）严肃问责。依规处理。",
  "附件：1.工作专班成员名单",
  "2.统计表",
  "附件1",
  "工作专班成员名单",
  "组 长：李 乙 县政府副县长",
  "副组长：张丙丁 县住建局局长",
  "成 员：陈戊己 县财政局局长 刘 庚 县卫健局副局长",
  "某县爱国卫生运动委员会办公室 2022年3月28日印发",
];

test("a page whose line ends have become spaces comes apart into its paragraphs", () => {
  expect(splitSpacedText(PARAGRAPHS.join(" "))).toEqual(PARAGRAPHS);
});

test("where the indent of two characters has stayed, a single space is only a space", () => {
  expect(splitSpacedText(PARAGRAPHS.join("　　"))).toEqual(PARAGRAPHS);
});

test("what the site sets round the document goes", async () => {
  const front = "首页 > 政务公开 > 文件 索引号：AB-2022-0021 来源：县住建局 浏览次数：137次 【字体：大 中 小】";
  const back = "【打印本页】 【关闭窗口】 上一篇：关于某事的通知 下一篇：没有了 版权所有：某县人民政府";
  const read = await showText(`${front} ${PARAGRAPHS.join(" ")} ${back}`);
  expect(read).toEqual(PARAGRAPHS.map((paragraph) => `P ${paragraph}`));
});

test("several signing bodies, some set wide, each come out before their date", () => {
  const text =
    "一、甲事 认真办理。 二、乙事 认真办理。 某县住房和城乡建设局 某 县 财 政 局 某 县 人 力 资 源 和 社 会 保 障 局 2021 年 1 月 7 日";
  expect(splitSpacedText(text)?.slice(4)).toEqual([
    "某县住房和城乡建设局",
    "某县财政局",
    "某县人力资源和社会保障局",
    "2021 年 1 月 7 日",
  ]);
});

test("wrapped lines are joined to their paragraphs, a page number between them goes", () => {
  const lines = [
    "某县养老服务三年行动计划",
    "为积极应对人口老龄化，加快构建居家社区机构相协调的",
    "养老服务体系，结合实际，制定本计划。",
    "一、总体要求",
    "坚持以人民为中心的发展思想，坚持党委领导和政府主导",
    "相结合，推动养老事业和养老产业协同发展，不断提高全",
    "— 1 —",
    "县老年人的获得感和幸福感。",
    "二、行动目标",
    "到 2025 年底，全县养老机构护理型床位占比达到 60% 以",
    "上，每个乡镇建成一个区域养老服务中心。",
  ];
  expect(splitSpacedText(lines.join(" "))).toEqual([
    lines[0],
    `${lines[1]}${lines[2]}`,
    lines[3],
    `${lines[4]}${lines[5]}${lines[7]}`,
    lines[8],
    `${lines[9]}${lines[10]}`,
  ]);
});

test("decimal chapters keep number and heading together", () => {
  const text =
    "第一章 总体要求 1.1 指导思想 坚持统筹推进。 第二章 重点任务 2.1 健全网络 2.1.1 合理布局。每个社区 1.5 个点。 2.1.2 规范建设。统一标识。";
  expect(splitSpacedText(text)).toEqual([
    "第一章 总体要求",
    "1.1 指导思想",
    "坚持统筹推进。",
    "第二章 重点任务",
    "2.1 健全网络",
    "2.1.1 合理布局。每个社区 1.5 个点。",
    "2.1.2 规范建设。统一标识。",
  ]);
});

test("a text whose chapters are glued to the sentence before, and one without chapters, are not split here", () => {
  expect(splitSpacedText("略。一、甲事。认真办理。二、乙事。认真 办理。三、丙事。完 成。")).toBeNull();
  expect(splitSpacedText("组 长：李 乙 县政府副县长 副组长：张丙丁 县住建局局长")).toBeNull();
});
