import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Plan } from "../../schemas/plan.ts";
import { dayAfter, dayOfMonth, lastDay } from "../../src/publish/calendar/days.ts";
import { planCalendar } from "../../src/publish/calendar/plan-calendar.ts";
import { findRecurrence } from "../../src/publish/calendar/recurrence.ts";
import { calendarText, foldLine } from "../../src/publish/calendar/write-calendar.ts";
import { allPlans } from "./plans.ts";

describe("days", () => {
  test.each([
    ["2021", "2021-12-31"],
    ["2021-02", "2021-02-28"],
    ["2024-02", "2024-02-29"],
    ["2021-06-15", "2021-06-15"],
  ])("the last day of %s is %s", (date, day) => {
    expect(lastDay(date)).toBe(day);
  });
  test("go over the end of months and years", () => {
    expect(dayAfter("2021-12-31")).toBe("2022-01-01");
    expect(dayOfMonth(2023, 2, 30)).toBe("2023-02-28");
  });
});

describe("findRecurrence", () => {
  test.each([
    ["--10-25", "每年10月25日之前报", "2021-05-31", "2021-10-25", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=25"],
    ["--10-25", "每年10月25日之前报", "2021-11-01", "2022-10-25", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=25"],
    ["--02", "每年2月底前", "2023-03-01", "2024-02-29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"],
    ["--12", "每年12月底前", "2021-12-31", "2021-12-31", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"],
    ["monthly", "各村每月 25 日前报一次", "2021-05-26", "2021-06-25", "FREQ=MONTHLY;BYMONTHDAY=25"],
    ["monthly", "每月报送", "2021-02-10", "2021-02-28", "FREQ=MONTHLY;BYMONTHDAY=-1"],
    ["monthly", "每月30日前", "2021-02-01", "2021-02-28", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"],
    ["monthly", "每月5日前", "2021-12-20", "2022-01-05", "FREQ=MONTHLY;BYMONTHDAY=5"],
    ["quarterly", "每季度最后一个月25日前", "2021-03-26", "2021-06-25", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25"],
    ["quarterly", "于每季度末报送", "2021-11-11", "2021-12-31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"],
    ["quarterly", "每季度末月25日前", "2021-12-26", "2022-03-25", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25"],
    ["yearly", "每年报送", "2021-01-01", "2021-12-31", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"],
  ])("%s, %s, from %s begins %s", (recurring, text, from, first, rule) => {
    expect(findRecurrence(recurring, text, from)).toEqual({ first, rule });
  });
  test("is null for a month that does not exist", () => {
    expect(findRecurrence("--13", "", "2021-01-01")).toBeNull();
  });
});

describe("lines", () => {
  test("escape what has a meaning", () => {
    expect(calendarText("a;b,c\\d\r\ne\u0007")).toBe("a\\;b\\,c\\\\d\\ne");
  });
  test("are folded at 75 octets and never within a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const plain = text.replace(/[\r\n]/g, "");
        const folded = foldLine(plain);
        expect(folded.replaceAll("\r\n ", "")).toBe(plain);
        for (const line of folded.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line).toString()).toBe(line.toWellFormed());
        }
      }),
    );
  });
});

describe("planCalendar", () => {
  let plans: Plan[] = [];
  beforeAll(async () => {
    plans = await allPlans();
  }, 120_000);

  test("gives each plan's entries unique ids, a stamp, and times in the right form", () => {
    for (const plan of plans) {
      const lines = planCalendar(plan).replaceAll("\r\n ", "").split("\r\n");
      const values = (name: string) =>
        lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));
      const entries = values("BEGIN").filter((kind) => kind !== "VCALENDAR");
      expect(new Set(values("UID")).size).toBe(entries.length);
      expect(values("DTSTAMP").length).toBe(entries.length);
      expect(values("BEGIN")).toEqual([...values("BEGIN").slice(0, 1), ...values("END").slice(0, -1)]);
      for (const line of lines.filter((one) => /^(?:DTSTART|DTEND|DUE)/.test(one)))
        expect(line).toMatch(/^(?:DTSTART|DTEND|DUE);VALUE=DATE:\d{8}$/);
    }
  });

  test("puts a phase on its days, a deadline on its last day, and what recurs on its rule", () => {
    const plan = plans[2]!;
    const calendar = planCalendar(plan).replaceAll("\r\n ", "");
    // 试点探索阶段 2020-12 to 2021-02: the end is the day after the last (RFC 5545 §3.6.1).
    expect(calendar).toMatch(
      /SUMMARY:试点探索阶段\r\n(?:.*\r\n){2}DTSTART;VALUE=DATE:20201201\r\nDTEND;VALUE=DATE:20210301/,
    );
    expect(calendar).toMatch(/DUE;VALUE=DATE:20210228/);
    expect(calendar).toMatch(/DTSTART;VALUE=DATE:20211025\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=25/);
  });
});
