import { COUNTED, COUNTED_ZH } from "../../sandbox/plan-row.ts";
import type { FileResult } from "./digitise-files.ts";
import type { Wording } from "./language.ts";
import { type Column, writeTable } from "./text-table.ts";
import { clipPath } from "./text-width.ts";

const text = (heading: string, most: number): Column => ({ heading, side: "left", most });
const number = (heading: string): Column => ({ heading, side: "right", most: 14 });

const NAME_WIDTH = 28;

const COLUMNS: Readonly<Record<Wording, readonly Column[]>> = {
  en: [text("file", NAME_WIDTH), text("title", 44), text("issuer", 30), text("date", 10), ...COUNTED.map(number)],
  zh: [
    text("文件", NAME_WIDTH),
    text("标题", 44),
    text("发文机关", 30),
    text("成文日期", 10),
    ...COUNTED_ZH.map(number),
  ],
  both: [
    text("文件 file", NAME_WIDTH),
    text("标题 title", 44),
    text("发文机关 issuer", 30),
    text("日期 date", 10),
    ...COUNTED.map(number),
  ],
};

const NO_PLAN: Readonly<Record<"failed" | "skipped", Readonly<Record<Wording, string>>>> = {
  failed: { en: "failed", zh: "失败", both: "失败 failed" },
  skipped: { en: "skipped", zh: "跳过", both: "跳过 skipped" },
};

/** The table that ends a run: a line a file. */
export function writeSummary(results: readonly FileResult[], wording: Wording): string {
  const rows = results.map((result) => {
    const name = clipPath(result.input.name, NAME_WIDTH);
    if ("said" in result) return [name, `(${NO_PLAN[result.kind][wording]})`];
    const { title, issuer, date, counts } = result.row;
    return [name, title, issuer, date, ...counts.map(String)];
  });
  return writeTable(COLUMNS[wording], rows);
}
