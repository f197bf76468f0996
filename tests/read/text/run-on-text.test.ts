import { expect, test } from "vitest";
import { splitRunOnText } from "../../../src/read/text/run-on-text.ts";

test("title, recipients, letter, signature, chapters, parts, items and attachments come apart", () => {
  const pieces = [
    "某县人民政府办公室关于印发某县燃气整治方案的通知",
    "某政办发〔2020〕18号",
    "各乡镇人民政府，县直各单位：",
    "现将《某县燃气整治方案》印发给你们，请认真执行。",
    "某县人民政府办公室",
    "2020年5月6日",
    "（此件公开发布）",
    "某县燃气整治方案（试行）",
    "为落实部署，制定本方案，增强安全意识。",
    "一、工作目标",
    "至2020年底，安检率由1.5%提高到95%以上。",
    "二、重点任务",
    "（一）排查隐患。对十一、十二号楼2020年6月前排查，包括：",
    "1.老化管道。更新1.5公里。",
    "2.占压管道。限期清除。",
    "（二）整治企业。（县住建局牵头）",
    "三、加强领导。成立专班。",
    "附件：1.任务清单",
    "2.检查表",
    "某县人民政府办公室",
    "2020年5月6日",
  ];
  expect(splitRunOnText(pieces.join(""))).toEqual(pieces);
});

test("a chapter's title that the sentence goes on with is left whole", () => {
  const text = "一、工作目标的确定。略。二、工作要求是严格的。完。";
  expect(splitRunOnText(text)).toEqual(["一、工作目标的确定。略。", "二、工作要求是严格的。完。"]);
});

test("a paragraph with a list inside it is not split", () => {
  expect(splitRunOnText("（一）完善机制。重点是：1.建立台账；2.落实责任；3.强化督查。")).toBeNull();
  expect(splitRunOnText("投资十一、十二亿元，比例为1.5，见第三章。")).toBeNull();
});
