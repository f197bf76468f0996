import { expect, test } from "vitest";
import { CHECKS } from "../../src/check/index.ts";
import { phase } from "./make-facts.ts";
import { factsOf, makeDocument } from "./make-plan.ts";

type Span = [start: string | null, end: string | null];

function check(
  code: "phase-overlap" | "phase-gap",
  first: Span,
  second: Span,
  openings = ["甲阶段。", "乙阶段。"],
): number {
  const made = makeDocument(openings);
  const phases = [
    phase(1, "甲阶段", ...first, made.at(openings[0]!)),
    phase(2, "乙阶段", ...second, made.at(openings[1]!)),
  ];
  return CHECKS[code](factsOf({ phases }), made.outline).length;
}

test.each<[Span, Span, number]>([
  [["2021-01", "2021-06"], ["2021-07", "2021-12"], 0],
  [["2021-01", "2021-06"], ["2021-06", "2021-12"], 1],
  [["2021-01", "2021-08"], ["2021-07", "2021-12"], 1],
  [["2021-01-01", "2021-06-15"], ["2021-06-15", "2021-12-31"], 0],
  [["2021-01-01", "2021-06-15"], ["2021-06", "2021-12"], 0],
  [["2020", "2021"], ["2021", "2022"], 0],
  [["2021-01", null], ["2021-06", null], 0],
  [["2021-06", "2021-12"], ["2021-01", "2021-05"], 0],
])("phases %j and %j: %i overlap", (first, second, count) => {
  expect(check("phase-overlap", first, second)).toBe(count);
});

test.each<[Span, Span, number]>([
  [["2022-05", "2022-05"], ["2022-07", "2022-12"], 1],
  [["2021-01", "2021-06"], ["2021-07", "2021-12"], 0],
  [["2021-01", "2021-06"], ["2021-06", "2021-12"], 0],
  [["2021-01-01", "2021-05-20"], ["2021-06-01", "2021-12-31"], 1],
  [["2021-01-01", "2021-04-28"], ["2021-05-04", "2021-12-31"], 0],
  [["2021-01-01", "2021-04-20"], ["2021-05", "2021-12"], 0],
  [["2021-01-01", "2021-04-20"], ["2021-06", "2021-12"], 1],
  [["2020", "2021"], ["2022-03", "2022-12"], 1],
  [[null, "2021-03"], [null, "2021-09"], 0],
])("phases %j and %j: %i gap", (first, second, count) => {
  expect(check("phase-gap", first, second)).toBe(count);
});

test("phases dated by thirds of a month or by quarters prove nothing", () => {
  const thirds = ["甲阶段（2021年6月上旬）。", "乙阶段（2021年6月中旬至8月）。"];
  expect(check("phase-overlap", ["2021-06", "2021-06"], ["2021-06", "2021-08"], thirds)).toBe(0);
  const quarters = ["甲阶段。2021年6月底前完成。", "乙阶段。2021年第四季度，验收。"];
  expect(check("phase-gap", [null, "2021-06"], ["2021-12", "2021-12"], quarters)).toBe(0);
});

test("dates that stand before a phase's name are its dates, too", () => {
  const made = makeDocument([
    "第一阶段（2021年一季度）：动员。印发方案。",
    "第二阶段（2021年二季度）：整治。逐项整改。",
  ]);
  const phases = [
    phase(1, "动员", "2021-03", "2021-03", made.at("动员")),
    phase(2, "整治", "2021-06", "2021-06", made.at("整治")),
  ];
  expect(CHECKS["phase-gap"](factsOf({ phases }), made.outline)).toEqual([]);
});

test("the steps of an attachment are a time line of their own", () => {
  const made = makeDocument(["甲阶段。", "乙阶段。"]);
  const phases = [
    phase(1, "甲阶段", "2021-01", "2021-06", made.at("甲阶段")),
    phase(1, "乙阶段", "2021-03", "2021-05", made.at("乙阶段")),
  ];
  expect(CHECKS["phase-overlap"](factsOf({ phases }), made.outline)).toEqual([]);
});

function undated(opening: string, other: Span): number {
  const made = makeDocument(["推广阶段（2021年10月至2022年11月）。启动。", opening]);
  const phases = [
    phase(1, "推广阶段", ...other, made.at("推广阶段")),
    phase(2, "形成长效机制阶段", null, null, made.at(opening)),
  ];
  return CHECKS["phase-undated"](factsOf({ phases }), made.outline).length;
}

test("a phase without a date beside one with a date is worth a note", () => {
  expect(undated("（二）形成长效机制阶段。进行总结梳理，建立制度。", ["2021-10", "2022-11"])).toBe(1);
});

test("a phase without a date is worth a note where no other has one either", () => {
  expect(undated("（二）形成长效机制阶段。进行总结梳理。", [null, null])).toBe(1);
});

test.each([
  "（二）巩固阶段。即日起至6月底，开展自查。",
  "（二）巩固阶段（长期坚持）。持续用力。",
  "（二）巩固阶段。第四季度，组织验收。",
])("a phase dated in words that were not read is not called undated: %s", (opening) => {
  expect(undated(opening, ["2021-10", "2022-11"])).toBe(0);
});
