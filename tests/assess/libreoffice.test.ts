import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PublishedRow, PublishedStandard } from "../../schemas/published-standard.ts";
import { assess } from "../../src/assess/assess.ts";
import { readFilled } from "../../src/assess/read/read-filled.ts";
import { openWorkbook } from "../../src/assess/read/xlsx/open-workbook.ts";
import { createStandards } from "../../src/publish/standard/create-standard.ts";
import { allPlans } from "../publish/plans.ts";
import { type Fillings, filledSheet, fillWorkbook } from "./fill-sheet.ts";

const INSTALLED = spawnSync("soffice", ["--version"]).status === 0;
const RESULTS = { pass: "合格", fail: "不合格", incomplete: "未完成", none: "无合格线" } as const;

/** Numbers between 0 and 1 that are the same on every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How a careless assessor fills in: now and then nothing, too much, a minus, or words. */
function fillRandomly(standard: PublishedStandard, seed: number): Fillings {
  const random = createRandom(seed);
  const careless = seed % 3 === 0 ? 0 : 0.12;
  const pick = <One>(ones: readonly One[]): One => ones[Math.floor(random() * ones.length)]!;
  const rowValue = ({ entry }: PublishedRow): string | number | null => {
    if (random() < careless) return pick([null, "无材料", "3", -1, (entry.max ?? 0) + 0.5]);
    if (entry.kind === "points") return Math.round(random() ** 0.2 * (entry.max ?? 0) * 10) / 10;
    if (entry.kind === "deduction") return pick([null, 0, entry.min ?? -3]);
    return pick(entry.options);
  };
  return Object.fromEntries([
    ...standard.rows.map((row) => [row.id, rowValue(row)] as const),
    ...standard.bonus.map(({ id }) => [id, pick([null, 1, 2.5, 100, "二分"])] as const),
    ...standard.veto.map(({ id }) => [id, pick([null, "否", "否", "否", seed % 4 === 0 ? "是" : "否"])] as const),
  ]);
}

/** Lets LibreOffice open the workbooks, compute them and save them anew. */
function computeByLibreOffice(folder: string, workbooks: readonly Uint8Array[]): Uint8Array[] {
  const [inputs, outputs] = [join(folder, "filled"), join(folder, "saved")];
  for (const path of [inputs, outputs]) mkdirSync(path, { recursive: true });
  const paths = workbooks.map((bytes, at) => {
    const path = join(inputs, `${at}.xlsx`);
    writeFileSync(path, bytes);
    return path;
  });
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", outputs, ...paths], {
    timeout: 240_000,
    env: { ...process.env, HOME: folder },
    stdio: "ignore",
  });
  return workbooks.map((_, at) => readFileSync(join(outputs, `${at}.xlsx`)));
}

/** The sums that a saved sheet shows, by their labels. */
function sumsOf(saved: Uint8Array): Map<string, string | number | boolean | null> {
  const [sheet] = openWorkbook(saved);
  const heading = sheet!.rows.findIndex((row) => row.includes("计分"));
  const column = sheet!.rows[heading]!.indexOf("计分");
  const sums = sheet!.rows.slice(heading + 1).filter((row) => row[0] === "#" && typeof row[1] === "string");
  return new Map(sums.map((row) => [String(row[1]), row[column] ?? null]));
}

describe.runIf(INSTALLED)("a workbook filled in and computed by LibreOffice", () => {
  let folder = "";
  let cases: { standard: PublishedStandard; fillings: Fillings; saved: Uint8Array }[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "fangan-office-"));
    const standards = (await allPlans()).flatMap((plan) => createStandards(plan));
    const filled = standards.flatMap((standard, at) =>
      [at, at + 100].map((seed) => ({ standard, fillings: fillRandomly(standard, seed) })),
    );
    const saved = computeByLibreOffice(
      folder,
      filled.map(({ standard, fillings }) => fillWorkbook(standard, fillings)),
    );
    cases = filled.map((one, at) => ({ ...one, saved: saved[at]! }));
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("covers all kinds of entries, bonuses, vetoes and results", () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    const kinds = new Set(cases.flatMap(({ standard }) => standard.rows.map(({ entry }) => entry.kind)));
    expect([...kinds].toSorted()).toEqual(["deduction", "grade", "met", "points"]);
    const results = new Set(cases.map(({ standard, fillings }) => assess(standard, filledSheet(fillings)).result));
    expect([...results].map(String).toSorted()).toEqual(["fail", "incomplete", "null", "pass"]);
  });

  test("shows the totals and results that assess gives", () => {
    for (const { standard, fillings, saved } of cases) {
      const { total, subtotal, bonus, result, rows } = assess(standard, filledSheet(fillings));
      const sums = sumsOf(saved);
      const shown = { total: sums.get("总分") ?? null, subtotal: sums.get("各条得分合计") ?? null };
      expect(shown, standard.id).toEqual({ total, subtotal });
      if (standard.bonus.length > 0) expect(sums.get("加分合计")).toBe(bonus.counted);
      if (total === null) expect(sums.get("符合条数")).toBe(rows.filter(({ met }) => met === true).length);
      expect(sums.get("结果"), JSON.stringify(fillings)).toBe(RESULTS[result ?? "none"]);
    }
  });

  test("shows each category's points", () => {
    for (const { standard, fillings, saved } of cases) {
      const sums = sumsOf(saved);
      for (const { name, points, met } of assess(standard, filledSheet(fillings)).categories)
        if (name !== null) expect(sums.get(`小计：${name}`), standard.id).toBe(points ?? met);
    }
  });

  test("is assessed the same when the file that LibreOffice saved is read", () => {
    for (const { standard, fillings, saved } of cases) {
      const [sheet] = readFilled(saved);
      const withoutPlaces = (filled: Parameters<typeof assess>[1]) => {
        const { messages, ...rest } = assess(standard, filled);
        return { ...rest, messages: messages.map(({ code, facts }) => ({ code, facts })) };
      };
      expect(withoutPlaces(sheet!), standard.id).toEqual(withoutPlaces(filledSheet(fillings)));
    }
  });
});
