import { describe, expect, it } from "vitest";
import { extractLists } from "../../../src/extract/tables/lists.ts";
import { outlineOf, rowsOf } from "./outline-of.ts";

const read = (title: string, ...rows: string[][]) => extractLists(outlineOf([[title, rows]]))[0]!;

describe("extractLists", () => {
  it("keeps the number column, tidies cells and leaves the total out", () => {
    const list = read(
      "创建名单",
      ["序号", "街道（乡镇）", "名称"],
      ["1", "城 区 街 道", "和平社区"],
      ["2", "河  镇", "新民社区"],
      ["", "合  计", "2"],
    );
    expect(list).toMatchObject({
      title: "创建名单",
      columns: ["序号", "街道（乡镇）", "名称"],
      rows: [
        ["1", "城区街道", "和平社区"],
        ["2", "河镇", "新民社区"],
      ],
    });
  });

  it("gives merged cells to each of their rows, with spans and without", () => {
    const spanned = read("点位名单", ["序号", "街道", "点位"], ["1", "东街道", "甲小区"], ["2", "^", "乙小区"]);
    const blank = read(
      "点位名单",
      ...rowsOf(`
      序号 | 街道 | 点位 | 备注
      1 | 东街道 | 甲小区 | 新建
      2 | | 乙小区 |
      3 | 西街道 | 丙小区 |`),
    );
    expect(spanned.rows[1]).toEqual(["2", "东街道", "乙小区"]);
    expect(blank.rows.slice(1)).toEqual([
      ["2", "东街道", "乙小区", ""],
      ["3", "西街道", "丙小区", ""],
    ]);
  });

  it("takes a first row of words for the header of a table without known headings", () => {
    const list = read("各县年度目标", ["县区", "目标值"], ["甲县", "48"], ["乙县", "50"]);
    expect(list.columns).toEqual(["县区", "目标值"]);
    expect(list.rows).toEqual([
      ["甲县", "48"],
      ["乙县", "50"],
    ]);
  });
});
