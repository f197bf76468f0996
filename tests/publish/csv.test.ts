import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { parseCsv } from "../../src/assess/read/read-csv.ts";
import { responsibilitiesCsv, targetsCsv } from "../../src/publish/csv/fact-csv.ts";
import { writeCsv } from "../../src/publish/csv/write-csv.ts";
import { genrePlan } from "./plans.ts";

vi.setConfig({ testTimeout: 60_000 });

describe("writeCsv", () => {
  test("begins with a byte order mark, ends lines with CRLF, and quotes as RFC 4180 says", () => {
    expect(writeCsv([["a", 'b"c', "d,e", "f\ng", null, 1.5]])).toBe('\ufeffa,"b""c","d,e","f\ng",,1.5\r\n');
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\n=1"])(
    "keeps a spreadsheet from running %j",
    (text) => {
      const cell = parseCsv(writeCsv([[text, "x"]]).slice(1))[0]![0];
      expect(cell).toBe(`'${text}`);
    },
  );

  test("writes a negative number as a number", () => {
    expect(writeCsv([[-5]])).toBe("\ufeff-5\r\n");
  });

  test("gives back any texts", () => {
    const text = fc.string({ unit: fc.constantFrom("甲", ",", '"', "\n", "\r", " ", ";", "=", "a", "'") });
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = parseCsv(writeCsv([["标识", "得分"], ...rows]).slice(1)).slice(1);
        const guarded = rows.map((row) => row.map((cell) => (/^[=\n\r]/.test(cell) ? `'${cell}` : cell)));
        expect(read).toEqual(guarded);
      }),
    );
  });
});

test("targets come one a line, with the comparator in words", async () => {
  const plan = await genrePlan("green-shizuishan-ningxia");
  const rows = parseCsv(targetsCsv(plan).slice(1));
  expect(rows.length).toBe(plan.targets.length + 1);
  const quantity = plan.targets.findIndex(({ comparator }) => comparator === ">=");
  expect(rows[quantity + 1]![3]).toBe("不低于");
  expect(rows[quantity + 1]![4]).toBe(String(plan.targets[quantity]!.value));
});

test("responsibilities come one body a line", async () => {
  const plan = await genrePlan("city-tables");
  const rows = parseCsv(responsibilitiesCsv(plan).slice(1));
  const bodies = [...plan.tasks, ...plan.measures, ...plan.phases, ...plan.assignments.flatMap(({ items }) => items)]
    .concat(plan.standards.flatMap(({ items }) => items) as never[])
    .flatMap(({ responsibilities }) => responsibilities.flatMap(({ units }) => units));
  expect(rows.length - 1).toBe(bodies.length + plan.duties.flatMap(({ units }) => units).length);
  expect(rows.length).toBeGreaterThan(5);
});
