import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Level } from "../../../schemas/header.ts";
import { Lineage } from "../../../schemas/lineage.ts";
import { resolveLineage } from "../../../src/compare/lineage/resolve-lineage.ts";
import { type Given, rests, source } from "./make-source.ts";

const lineageOf = (...given: Given[]) => Lineage.parse(resolveLineage(given.map(source)));
const linkOf = (...given: Given[]) => {
  const { to, by } = lineageOf(...given).links[0]!;
  return [to, by];
};

const NATION: Given = {
  id: "nation",
  title: "绿色社区创建行动方案",
  place: "全国",
  level: "national",
  number: "建城〔2020〕68号",
  issuedOn: "2020-07-22",
};
const PROVINCE: Given = {
  id: "province",
  title: "云南省绿色社区创建行动实施方案",
  place: "云南省",
  level: "province",
  number: "云建科〔2020〕132号",
  issuedOn: "2020-09-25",
  basis: [rests("住房和城乡建设部等部门关于印发〈绿色社区创建行动方案〉的通知", "建城[2020]68号")],
};
const CITY: Given = {
  id: "city",
  title: "昆明市绿色社区创建行动实施方案",
  place: "昆明市",
  level: "prefecture",
  issuedOn: "2020-11",
  basis: [rests("云南省绿色社区创建行动实施方案")],
};
const COUNTY: Given = {
  id: "county",
  title: "某山县绿色社区创建行动实施方案",
  place: "某山县",
  level: "county",
  issuedOn: "2021-03-01",
  basis: [
    rests("绿色社区创建行动方案", "建城〔2020〕68号"),
    rests("云南省绿色社区创建行动实施方案", "云建科〔2020〕132号"),
    rests("昆明市绿色社区创建工作方案"),
  ],
};

describe("a plan's template is found by itself", () => {
  test("the chain runs from the county over city and province to the nation, whatever the order of the files", () => {
    for (const given of [
      [NATION, PROVINCE, CITY, COUNTY],
      [COUNTY, CITY, PROVINCE, NATION],
    ]) {
      const { plans, links } = lineageOf(...given);
      expect(Object.fromEntries(plans.map(({ id, chain }) => [id, chain]))).toEqual({
        nation: [],
        province: ["nation"],
        city: ["province", "nation"],
        county: ["city", "province", "nation"],
      });
      expect(links.every(({ to }) => to !== null)).toBe(true);
    }
  });

  test("the nearest level that the collection holds is the template", () => {
    const { plans } = lineageOf(NATION, PROVINCE, COUNTY);
    expect(plans.at(-1)).toMatchObject({ id: "county", template: "province", chain: ["province", "nation"] });
  });

  test("a nearer plan about something else is not", () => {
    const other: Given = { id: "other", title: "昆明市物业管理办法", place: "昆明市", level: "prefecture" };
    const county = { ...COUNTY, basis: [...COUNTY.basis!.slice(0, 2), rests("昆明市物业管理办法")] };
    expect(lineageOf(PROVINCE, other, county).plans.at(-1)!.template).toBe("province");
  });

  test("what is only cited serves where nothing is implemented", () => {
    const county = { ...COUNTY, basis: [rests("云南省绿色社区创建行动实施方案", null, "cites")] };
    expect(lineageOf(PROVINCE, county).plans.at(-1)!.template).toBe("province");
  });

  test("a plan of the same or a lower level is no template, nor is a plan its own", () => {
    const twin = { ...COUNTY, id: "twin", title: "某水县绿色社区创建行动实施方案", place: "某水县", basis: [] };
    const county = { ...COUNTY, basis: [rests("某水县绿色社区创建行动实施方案"), rests(COUNTY.title)] };
    const { plans, links } = lineageOf(twin, county);
    expect(plans.at(-1)!.template).toBeNull();
    expect(links.map(({ to }) => to)).toEqual(["twin", null]);
  });
});

describe("a basis entry names a document", () => {
  const county = (basis: NonNullable<Given["basis"]>, issuedOn = "2021-03-01"): Given => ({
    ...COUNTY,
    basis,
    issuedOn,
  });

  test.each([
    [
      "of the same number in other brackets and widths",
      rests("什么通知", "云建科［２０２０］132号"),
      ["province", "document-number"],
    ],
    ["of the same title with marks", rests("《云南省绿色社区创建行动实施方案》"), ["province", "title"]],
    [
      "by the notice that covers it",
      rests("省住建厅关于转发《关于印发〈云南省绿色社区创建行动实施方案〉的通知》的通知"),
      ["province", "title"],
    ],
    ["in nearly the same words", rests("云南省绿色社区创建工作方案（试行）"), ["province", "title-alike"]],
    ["of another place", rests("贵州省绿色社区创建行动实施方案"), [null, null]],
    ["about another thing", rests("云南省绿色建筑创建行动实施方案"), [null, null]],
    ["of another number", rests("云南省绿色社区创建行动实施方案", "云建科〔2019〕7号"), [null, null]],
  ] as const)("%s", (_, basis, expected) => {
    expect(linkOf(county([basis]), PROVINCE)).toEqual(expected);
  });

  test("of a later issue than the plan is not meant", () => {
    expect(linkOf(county([rests(PROVINCE.title)], "2020-01"), PROVINCE)).toEqual([null, null]);
  });

  test("of several issues, the latest before the plan", () => {
    const issue = (year: string): Given => ({ ...PROVINCE, id: year, number: null, issuedOn: `${year}-05` });
    expect(linkOf(county([rests(PROVINCE.title)]), issue("2018"), issue("2020"), issue("2022"))).toEqual([
      "2020",
      "title",
    ]);
  });

  test("of another year is another document", () => {
    const points: Given = { id: "points", title: "云南省2022年营商环境工作要点", place: "云南省", level: "province" };
    expect(linkOf(county([rests("云南省2023年营商环境工作要点")], "2023-05"), points)).toEqual([null, null]);
  });

  test("that two districts of one name could have issued is not guessed", () => {
    const district = (id: string, city: string): Given => ({
      id,
      title: `${city}鼓楼区文明创建方案`,
      place: "鼓楼区",
      level: "county",
    });
    const town = (title: string): Given => ({
      id: "town",
      title: "某镇文明创建方案",
      place: "某镇",
      level: "township",
      basis: [rests(title)],
    });
    const both = [district("fz", "福州市"), district("nj", "南京市")];
    expect(linkOf(town("鼓楼区文明创建方案"), ...both)).toEqual([null, null]);
    expect(linkOf(town("福州市鼓楼区文明创建方案"), ...both)).toEqual(["fz", "title"]);
  });
});

describe("issues of one plan", () => {
  const issue = (id: string, title: string, issuedOn: string | null, trial = false): Given => ({
    id,
    title,
    place: "某山县",
    level: "county",
    issuedOn,
    trial,
  });

  test("stand in order of their dates", () => {
    const { versions } = lineageOf(
      issue("c", "某山县2023年老旧小区改造工作方案", "2023-02"),
      issue("a", "某山县2021年老旧小区改造实施方案", "2021-03"),
      issue("b", "某山县2022年老旧小区改造实施方案（修订）", "2022-03-09"),
      issue("x", "某山县垃圾分类工作方案", "2022-03"),
    );
    expect(versions).toEqual([["a", "b", "c"]]);
  });

  test("for trial come before the settled one of the same day, and are dated by number or title where nothing else is", () => {
    const title = "某山县生活垃圾分类考核办法";
    expect(lineageOf(issue("b", title, "2022"), issue("a", `${title}（试行）`, "2022", true)).versions).toEqual([
      ["a", "b"],
    ]);
    const dated = { ...issue("d", title, null), number: "山政〔2019〕3号" };
    expect(lineageOf(issue("e", title, "2020-01"), dated).versions).toEqual([["d", "e"]]);
  });

  test("are not copies of one file, nor plans of two places", () => {
    const one = issue("a", "某山县防汛工作方案", "2021-03");
    expect(lineageOf(one, { ...one, id: "b" }).versions).toEqual([]);
    expect(lineageOf(one, { ...one, id: "b", place: "某水县", issuedOn: "2022" }).versions).toEqual([]);
  });
});

test("whatever the plans say of each other, no chain runs in a circle and every id is known", () => {
  const titles = ["甲省某某方案", "乙市某某方案", "丙县某某方案", "某某方案"];
  const someGiven = fc.record({
    title: fc.constantFrom(...titles),
    level: fc.constantFrom(...Level.options, null),
    place: fc.constantFrom("甲省", "乙市", "丙县", null),
    number: fc.constantFrom(null, "甲〔2020〕1号", "乙〔2021〕2号"),
    issuedOn: fc.constantFrom(null, "2020", "2021-03"),
    basis: fc.array(
      fc
        .record({ title: fc.constantFrom(...titles), number: fc.constantFrom(null, "甲〔2020〕1号", "乙〔2021〕2号") })
        .map(({ title, number }) => rests(title, number)),
      { maxLength: 3 },
    ),
  });
  fc.assert(
    fc.property(fc.array(someGiven, { maxLength: 8 }), (given) => {
      const { plans, links, versions } = lineageOf(...given.map((each, index) => ({ ...each, id: String(index) })));
      const ids = new Set(plans.map(({ id }) => id));
      for (const { id, chain, template } of plans) {
        expect(new Set([id, ...chain]).size).toBe(chain.length + 1);
        expect(chain[0] ?? null).toBe(template);
      }
      for (const { to } of links) expect(to === null || ids.has(to)).toBe(true);
      const listed = versions.flat();
      expect(new Set(listed).size).toBe(listed.length);
    }),
  );
});
