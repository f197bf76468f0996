import { describe, expect, test } from "vitest";
import { indexUnits } from "../../src/extract/units.ts";
import { inexact, outlineOf } from "../helpers/outline-of.ts";

/** The index of these names over a county's plan whose text is `text`: `name（aliases） family level`. */
const index = async (named: readonly string[], text = `${named.join("，")}。`): Promise<string[]> => {
  const outline = await outlineOf(`衡南县节水行动方案\n一、任务\n${text}`);
  const units = indexUnits(named, outline);
  expect(
    inexact(
      units.flatMap(({ evidence }) => evidence),
      outline.document.blocks,
    ),
  ).toEqual([]);
  return units.map(({ name, aliases, family, level }) => `${[name, ...aliases].join("＝")} ${family} ${level}`);
};

describe("the names of one body are one unit, the longest first", () => {
  test.each([
    [
      ["县住建局", "县住房和城乡建设局", "县住房城乡建设局"],
      ["县住房和城乡建设局＝县住建局＝县住房城乡建设局 住房城乡建设 county"],
    ],
    [["县发改局", "县发展和改革局"], ["县发展和改革局＝县发改局 发展改革 county"]],
    [["衡南县公安局", "县公安局"], ["衡南县公安局＝县公安局 公安 county"]],
    [["县教育局", "教育局"], ["县教育局＝教育局 教育体育 county"]],
  ])("%j", async (names, units) => expect(await index(names)).toEqual(units));
});

describe("bodies that only look alike stay apart", () => {
  test.each([
    [["市水利局", "县水利局"]],
    [["县公安局", "县公安局交警大队"]],
    [["县农业农村局", "县农业农村服务中心"]],
    [["蒸湘区财政局", "雁峰区财政局"]],
    [["第一中学", "第二中学"]],
  ])("%j", async (names) => expect(await index(names)).toHaveLength(names.length));
});

test("a body has the level of its area, else that of the plan's own place", async () => {
  expect(await index(["省水利厅", "市水务局", "审计局", "云集镇", "镇财政所"])).toEqual([
    "省水利厅 水利水务 province",
    "市水务局 水利水务 prefecture",
    "审计局 其他 county",
    "云集镇 乡镇街道 township",
    "镇财政所 财政 township",
  ]);
});

test("a class of bodies that says its level has it; a zone's own bodies are a zone's", async () => {
  expect(await index(["各省级财政部门", "各镇级河长办公室"])).toEqual([
    "各省级财政部门 财政 province",
    expect.stringMatching(/^各镇级河长办公室 .* township$/u),
  ]);
  const outline = await outlineOf("镇江新区节水行动方案\n一、任务\n由镇江新区财政局牵头。");
  expect(indexUnits(["镇江新区财政局"], outline)).toMatchObject([{ level: "zone" }]);
});

test("a bare word is a county's own body, but not a province's: there it means those of every level", async () => {
  expect(await index(["县财政局", "财政"])).toEqual(["县财政局＝财政 财政 county"]);
  const outline = await outlineOf("湖南省节水行动方案\n一、任务\n由省财政厅牵头，财政、医保等部门参与。");
  expect(indexUnits(["省财政厅", "财政"], outline).map(({ name, aliases }) => [name, aliases])).toEqual([
    ["省财政厅", []],
    ["财政", []],
  ]);
});

test("the same body comes once, in the order of its first mention", async () => {
  expect((await index(["县水利局", "县财政局", "县水利局"])).map((unit) => unit.split(" ")[0])).toEqual([
    "县水利局",
    "县财政局",
  ]);
});

test("a name that the text wraps has the wrapped text as its evidence", async () => {
  const outline = await outlineOf("衡南县节水行动方案\n一、任务\n由县水 利局负责。");
  const [unit] = indexUnits(["县水利局"], outline);
  expect(unit!.evidence.map(({ quote }) => quote.replace(/\s/gu, ""))).toEqual(["县水利局"]);
});
