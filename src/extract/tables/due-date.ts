import { findDates } from "../../core/dates.ts";

const RECURRING = /每[年月季周半]|长期|持续|常态|全年/u;

/** Reads a cell of 完成时限 (`2023年6月底前` → `2023-06`); the last date counts, `持续推进` and `每年12月` are none. */
export function readDue(text: string, year: number | null): string | null {
  const hasYear = /(?:19|20)\d{2}|二[〇零○]/u.test(text);
  if (RECURRING.test(text) && !hasYear) return null;
  return findDates(text, year).findLast((date) => date.iso !== null)?.iso ?? null;
}

/** The one year that a title names: `2024年重点任务清单`; null for none and for `2023—2025年`. */
export function yearOf(title: string): number | null {
  const years = [...new Set([...title.matchAll(/(?:19|20)\d{2}/gu)].map(([year]) => Number(year)))];
  return years.length === 1 ? years[0]! : null;
}
