import { expect, test } from "vitest";
import { draftOf, findMainField, listFields, parseDraft } from "../../../src/apps/web/review/editable-fields.ts";

const ROLES = { lead: "牵头", responsible: "责任", support: "配合", supervise: "督导" };
const EVIDENCE = [{ block: 0, start: 0, end: 1, quote: "x", page: null, bbox: null }];
const TARGET = {
  kind: "quantitative",
  text: "达到60%",
  value: 60,
  unit: "%",
  deadline: "2022",
  comparator: ">=",
  evidence: EVIDENCE,
};

const field = (key: string) => listFields("targets/0", TARGET).find((each) => each.key === key)!;
const parse = (key: string, draft: string) => parseDraft(field(key), draft, ROLES);

test("the values of a fact are to be corrected, never what proves it", () => {
  expect(listFields("targets/0", TARGET).map(({ path }) => path)).toEqual([
    "/targets/0/kind",
    "/targets/0/text",
    "/targets/0/value",
    "/targets/0/unit",
    "/targets/0/deadline",
    "/targets/0/comparator",
  ]);
  expect(listFields("header/issuers", ["县政府"])).toMatchObject([{ path: "/header/issuers", kind: "lines" }]);
  expect(findMainField("targets/0", TARGET)).toMatchObject({ path: "/targets/0/text", value: "达到60%" });
});

test("what is typed becomes a value of its kind, or is refused by kind", () => {
  expect(parse("value", " 65.5 ")).toEqual({ kind: "value", value: 65.5 });
  expect(parse("value", "")).toEqual({ kind: "value", value: null });
  expect(parse("value", "六十")).toEqual({ kind: "wrong", what: "number" });
  expect(parse("deadline", "2022-06")).toEqual({ kind: "value", value: "2022-06" });
  expect(parse("deadline", "2022年6月")).toEqual({ kind: "wrong", what: "date" });
});

test("responsibilities are typed a role a line, in either kind of comma", () => {
  const [duties] = listFields("tasks/0", { responsibilities: [{ role: "lead", units: ["县住建局", "县公安局"] }] });
  const draft = draftOf(duties!, ROLES);
  expect(draft).toBe("牵头：县住建局、县公安局");
  expect(parseDraft(duties!, `${draft}\n配合: 财政局, 民政局`, ROLES)).toEqual({
    kind: "value",
    value: [
      { role: "lead", units: ["县住建局", "县公安局"] },
      { role: "support", units: ["财政局", "民政局"] },
    ],
  });
  expect(parseDraft(duties!, "局长：甲", ROLES)).toEqual({ kind: "wrong", what: "duties" });
});
