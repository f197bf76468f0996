import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Correction } from "../../schemas/correction.ts";
import type { Plan } from "../../schemas/plan.ts";
import { applyCorrections, canCorrect } from "../../src/core/apply-corrections.ts";
import { findAt, replaceAt } from "../../src/core/json-pointer.ts";
import { realPlan } from "../store/sample-plans.ts";

const correction = (id: string, path: string, value: Correction["value"], isWithdrawn = false): Correction => ({
  id,
  document: "plan-0000000000000000",
  path,
  machine: null,
  value,
  who: "clerk",
  why: "",
  at: "2026-01-01T00:00:00.000Z",
  withdrawn: isWithdrawn ? { who: "clerk", at: "2026-01-02T00:00:00.000Z" } : null,
});

describe("corrections", () => {
  test("the later of two counts, a withdrawn one does not, and the machine's plan stays as it was", async () => {
    const plan = await realPlan();
    const before = structuredClone(plan);
    const made = [
      correction("2", "/header/title", "后"),
      correction("1", "/header/title", "先"),
      correction("3", "/header/title", "撤", true),
    ];
    expect(applyCorrections(plan, made).header.title).toBe("后");
    expect(plan).toEqual(before);
    expect(applyCorrections(plan, [])).toEqual(plan);
  });

  test.each([
    ["/targets/0/value", 61, true],
    ["/targets/0/value", "61", false],
    ["/targets/0/text", "全部完成", true],
    ["/header/issuedOn", "2021-06", true],
    ["/header/issuedOn", "June", false],
    ["/header/jurisdiction/level", "county", true],
    ["/header/jurisdiction/level", "planet", false],
    ["/targets/0/evidence/0/quote", "x", false],
    ["/targets/99999/text", "x", false],
    ["/targets/-1/text", "x", false],
    ["/targets/length", 0, false],
    ["/blocks/0/text", "x", false],
    ["/source/sha256", "x", false],
    ["/id", "x", false],
    ["/header/constructor", "x", false],
    ["/__proto__/polluted", "x", false],
  ])("%s = %j: %s", async (path, value, expected) => {
    expect(canCorrect(await realPlan(), { path, value })).toBe(expected);
  });

  test("what is replaced is found, everything else is as it was", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.array(fc.json())),
        fc.string(),
        fc.nat(3),
        fc.json(),
        (value, key, at, replacement) => {
          const pointer = `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}/${at}`;
          const changed = replaceAt(value, pointer, replacement);
          const list = Object.hasOwn(value, key) ? value[key]! : [];
          if (at >= list.length) {
            expect(changed).toEqual(value);
            return;
          }
          expect(findAt(changed, pointer)).toBe(replacement);
          expect(replaceAt(changed, pointer, list[at])).toEqual(value);
        },
      ),
    );
  });

  test("a plan keeps its schema under every correction that is taken", async () => {
    const plan: Plan = await realPlan();
    const made = [correction("1", "/header/issuers", ["某厅"]), correction("2", "/header/issuers/0", 5)];
    expect(applyCorrections(plan, made).header.issuers).toEqual(["某厅"]);
  });
});
