import { expect, test } from "vitest";
import type { SectionKind } from "../../schemas/section.ts";
import { CHECKS } from "../../src/check/index.ts";
import { factsOf, makeDocument, makeItem, type Written } from "./make-plan.ts";

const check = CHECKS["count-mismatch"];

function under(intro: string, headings: string[], kind: SectionKind = "tasks") {
  const numbers = ["（一）", "（二）", "（三）", "（四）", "（五）"];
  const made = makeDocument(["三、有关工作", intro, ...headings.map((heading, index) => numbers[index] + heading)]);
  const children = headings.map((heading, index) => makeItem(made, numbers[index]!, heading));
  const items = [makeItem(made, "三", "有关工作", { introText: intro, children, kind })];
  return check(factsOf({}), { ...made.outline, items }).map(({ facts }) => facts);
}

test("more actions announced than listed", () => {
  expect(under("组织开展三大专项行动。", ["工业专项行动", "扬尘专项行动"])).toEqual([
    { what: "三大专项行动", stated: 3, listed: 2 },
  ]);
});

test("steps announced and listed", () => {
  expect(under("专项整治分四个阶段进行。", ["动员", "整治", "验收"], "phases")).toEqual([
    { what: "分四个阶段", stated: 4, listed: 3 },
  ]);
  expect(under("分三步推进。", ["动员", "整治", "验收"], "phases")).toEqual([]);
});

test("以下 points to what follows", () => {
  expect(under("重点抓好以下2项工作：", ["排查", "整改", "验收"])).toEqual([{ what: "以下2项", stated: 2, listed: 3 }]);
});

test("a count of other things is none of the items below", () => {
  expect(under("贯彻党的二十大精神，落实六个百分之百要求，建设8个示范社区。", ["工业行动", "扬尘行动"])).toEqual([]);
});

const LIST: Written = [
  ["序号", "村名", "危险区位置"],
  ["1", "甲村", "上屋"],
  ["2", "乙村", "下屋"],
];
const text = (count: number) => `全镇划定山洪灾害危险区${count}处（名单见附件3），落实责任人。`;

function withList(count: number) {
  const made = makeDocument([text(count), "附件3", "山洪灾害危险区名单", LIST]);
  const nodes = made.outline.document.nodes.slice(3);
  const heading = made.passage("山洪灾害危险区名单");
  const attachments = [{ number: 3, title: heading.text, listed: null, heading, nodes }];
  const list = {
    title: heading.text,
    columns: ["序号", "村名", "危险区位置"],
    rows: [["1"], ["2"]],
    evidence: made.at("村名"),
  };
  return check(factsOf({ lists: [list] }), { ...made.outline, attachments }).map(({ facts }) => facts);
}

function withTasks(sentence: string) {
  const made = makeDocument([sentence, "附件1", "节水重点任务清单", LIST]);
  const nodes = made.outline.document.nodes.slice(3);
  const heading = made.passage("节水重点任务清单");
  const attachments = [{ number: 1, title: heading.text, listed: null, heading, nodes }];
  const item = { number: 1, category: null, task: "甲村", measures: null, responsibilities: [], due: null };
  const items = [item, { ...item, number: 2 }].map((each) => ({ ...each, evidence: made.at("甲村") }));
  const table = { title: heading.text, attachment: 1, items, evidence: made.at("节水重点任务清单") };
  return check(factsOf({ assignments: [table] }), { ...made.outline, attachments }).map(({ facts }) => facts);
}

test("a count that points to a table of tasks in the next clause is compared with its rows", () => {
  const sentence = (count: string) => `围绕四个方面，实施${count}项重点任务，具体分工和时限见附件1。`;
  expect(withTasks(sentence("12"))).toEqual([{ what: "实施12项重点任务", stated: 12, listed: 2 }]);
  expect(withTasks(sentence("十二"))).toEqual([{ what: "实施十二项重点任务", stated: 12, listed: 2 }]);
  expect(withTasks(sentence("2"))).toEqual([]);
});

test("a count in the text that points to a list is compared with its rows", () => {
  expect(withList(3)).toEqual([{ what: "全镇划定山洪灾害危险区3处", stated: 3, listed: 2 }]);
  expect(withList(2)).toEqual([]);
});

test.each([
  ["（共3处）", [{ what: "危险区名单", stated: 3, listed: 2 }]],
  ["共三处", [{ what: "危险区名单", stated: 3, listed: 2 }]],
  ["（共2处）", []],
  ["（共12个自然村）", []],
  ["（共3页）", []],
])("%s below the title of a list is compared with its rows", (line, expected) => {
  const made = makeDocument(["附件1", "危险区名单", line, LIST]);
  const heading = made.passage("危险区名单");
  const attachments = [
    { number: 1, title: heading.text, listed: null, heading, nodes: made.outline.document.nodes.slice(2) },
  ];
  const list = { title: heading.text, columns: ["序号"], rows: [["1"], ["2"]], evidence: made.at("村名") };
  expect(check(factsOf({ lists: [list] }), { ...made.outline, attachments }).map(({ facts }) => facts)).toEqual(
    expected,
  );
});

test.each([
  ["3", [{ what: "名称", stated: 3, listed: 2 }]],
  ["2", []],
  ["5家", [{ what: "名称", stated: 5, listed: 2 }]],
  ["共2家", []],
  ["5万元", []],
])("a 合计 of %s under two names", (total, expected) => {
  const rows: Written = [
    ["序号", "名称"],
    ["1", "甲社区"],
    ["2", "乙社区"],
    ["合计", total],
  ];
  const made = makeDocument([rows]);
  const facts = factsOf({ lists: [{ title: "名单", columns: [], rows: [], evidence: made.at("名称") }] });
  expect(check(facts, made.outline).map((finding) => finding.facts)).toEqual(expected);
});
