import { describe, expect, it } from "vitest";
import { extractRosters } from "../../../src/extract/tables/rosters.ts";
import { type Content, outlineOf } from "./outline-of.ts";

const membersOf = (...contents: Content[]) =>
  extractRosters(outlineOf([["某镇工作领导小组成员名单", ...contents]])).flatMap((roster) =>
    roster.members.map(({ role, name, position }) => [role, name, position]),
  );

describe("extractRosters", () => {
  it("gives a line without a role the role of the line above, and closes gaps in names", () => {
    const members = membersOf(
      "组  长：甲大山  镇党委书记",
      "副组长：乙  水  镇长",
      "        欧阳丙丁  副镇长",
      "成  员：戊\t小\t云  镇卫生院院长",
      "- 己小河 镇应急办主任",
      "领导小组办公室设在镇党政办，承担日常工作。",
      "庚小江  镇水利站站长",
    );
    expect(members).toEqual([
      ["组长", "甲大山", "镇党委书记"],
      ["副组长", "乙水", "镇长"],
      ["副组长", "欧阳丙丁", "副镇长"],
      ["成员", "戊小云", "镇卫生院院长"],
      ["成员", "己小河", "镇应急办主任"],
    ]);
  });

  it("reads names alone, and a post that goes on in the next line", () => {
    expect(
      membersOf("组长：甲大山", "成员：乙水、丙小云", "丁小河  驻外联络处副主任、自然资源和规划", "分局局长"),
    ).toEqual([
      ["组长", "甲大山", null],
      ["成员", "乙水", null],
      ["成员", "丙小云", null],
      ["成员", "丁小河", "驻外联络处副主任、自然资源和规划分局局长"],
    ]);
  });

  it("reads a table, whichever column has the roles", () => {
    const table = [
      ["职务", "姓名", "单位及职务"],
      ["组长", "甲大山", "副市长"],
      ["成员", "乙 水", "市财政局局长"],
      ["", "丙小云", "市教育局局长"],
    ];
    expect(membersOf(table)).toEqual([
      ["组长", "甲大山", "副市长"],
      ["成员", "乙水", "市财政局局长"],
      ["成员", "丙小云", "市教育局局长"],
    ]);
  });

  it("reads a table without a heading whose rows are member lines", () => {
    const table = [
      ["总河长：甲大山", "镇党委书记"],
      ["副总河长：乙 水", "镇长"],
      ["丙小云", "副镇长"],
      ["成 员：丁小河", "镇水利站站长"],
    ];
    expect(membersOf(table)).toEqual([
      ["总河长", "甲大山", "镇党委书记"],
      ["副总河长", "乙水", "镇长"],
      ["副总河长", "丙小云", "副镇长"],
      ["成员", "丁小河", "镇水利站站长"],
    ]);
  });

  it("reads a list in one line, in running text, under the name of the body that it sets up", () => {
    const outline = outlineOf([], {
      title: "某街道创建工作方案",
      contents: [
        "为加强组织领导，成立某街道垃圾分类工作领导小组，人员组成如下：",
        "组　长：甲大山（街道党工委书记）、乙　水（办事处主任）　副组长：丙小云（副主任）　成　员：丁小河（公共管理办公室主任）。",
        "领导小组下设办公室，由丁小河同志兼任办公室主任。",
        "组  长：戊  江   己大海",
      ],
    });
    expect(
      extractRosters(outline).map(({ title, members }) => [
        title,
        members.map(({ role, name, position }) => [role, name, position]),
      ]),
    ).toEqual([
      [
        "某街道垃圾分类工作领导小组",
        [
          ["组长", "甲大山", "街道党工委书记"],
          ["组长", "乙水", "办事处主任"],
          ["副组长", "丙小云", "副主任"],
          ["成员", "丁小河", "公共管理办公室主任"],
        ],
      ],
      [
        "某街道垃圾分类工作领导小组",
        [
          ["组长", "戊江", null],
          ["组长", "己大海", null],
        ],
      ],
    ]);
  });

  it("reads the members that a sentence within a paragraph names, and no other sentence", () => {
    const outline = outlineOf([], {
      title: "某乡防汛工作方案",
      contents: [
        "1．健全机构。成立某乡防汛工作领导小组。组长：甲大山（乡党委副书记、乡长）；副组长：乙　水（副乡长）；成员：丙小云（应急办主任）、丁小河（派出所所长）。办公室主任：由应急办人员兼任。",
        "2．落实责任。成立专班。组长：由各村书记担任，每周调度。",
      ],
    });
    expect(
      extractRosters(outline).map(({ title, members }) => [
        title,
        members.map(({ role, name, position }) => [role, name, position]),
      ]),
    ).toEqual([
      [
        "某乡防汛工作领导小组",
        [
          ["组长", "甲大山", "乡党委副书记、乡长"],
          ["副组长", "乙水", "副乡长"],
          ["成员", "丙小云", "应急办主任"],
          ["成员", "丁小河", "派出所所长"],
        ],
      ],
    ]);
  });

  it("tells names and posts apart where all stand in one line", () => {
    expect(
      membersOf("组 长：甲 山 副县长 副组长：乙大水 县财政局局长 成 员：丙小云 县教育局局长 丁 河 县卫健局副局长"),
    ).toEqual([
      ["组长", "甲山", "副县长"],
      ["副组长", "乙大水", "县财政局局长"],
      ["成员", "丙小云", "县教育局局长"],
      ["成员", "丁河", "县卫健局副局长"],
    ]);
  });

  it("finds no members in prose", () => {
    expect(membersOf("各单位要明确专人负责。", "联系人：甲大山 电话：12345678")).toEqual([]);
  });
});
