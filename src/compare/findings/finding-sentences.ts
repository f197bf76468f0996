import type { ComparisonFinding, ComparisonFindingCode } from "../../../schemas/comparison-finding.ts";

type Facts = ComparisonFinding["facts"];
type Sentences = Readonly<Record<ComparisonFindingCode, (facts: Facts) => string>>;

/** What is said in English, one sentence a code. */
export const EN: Sentences = {
  "target-looser": (f) => `The local plan asks less than its template of ${f.metric}: ${f.to} instead of ${f.from}.`,
  "row-dropped": (f) =>
    f.rows === undefined
      ? `Row ${f.number} of the template's standard has no counterpart in the local plan: ${f.text}`
      : `The local plan has no standard of its own; the template's has ${f.rows} rows (${f.text}).`,
  "deadline-later": (f) => `The local plan is due ${frequencyEn(f.to)}, the template ${frequencyEn(f.from)}: ${f.text}`,
  "family-missing": (f) =>
    `The template gives bodies of the family ${f.family} something to do (${f.units}); the local plan names none of them.`,
};

/** What is said in Chinese. */
export const ZH: Sentences = {
  "target-looser": (f) => `“${f.metric}”的目标低于上级方案：上级为${f.from}，本级为${f.to}。`,
  "row-dropped": (f) =>
    f.rows === undefined
      ? `上级标准第${f.number}项在本级方案中没有对应内容：${f.text}`
      : `本级方案没有自己的标准；上级标准共${f.rows}项（${f.text}）。`,
  "deadline-later": (f) => `本级时限（${frequencyZh(f.to)}）晚于上级时限（${frequencyZh(f.from)}）：${f.text}`,
  "family-missing": (f) => `上级方案明确了${f.family}类部门的职责（${f.units}），本级方案没有对应单位。`,
};

const EVERY_EN: Readonly<Record<string, string>> = {
  monthly: "every month",
  quarterly: "every quarter",
  yearly: "every year",
};
const EVERY_ZH: Readonly<Record<string, string>> = { monthly: "每月", quarterly: "每季度", yearly: "每年" };

/** `--10-25` → `every year by 10-25`; `2021-06` → `by 2021-06`. */
const frequencyEn = (date: string | number | undefined): string =>
  EVERY_EN[String(date)] ??
  String(date)
    .replace(/^(?!--)/u, "by ")
    .replace(/^--/u, "every year by ");

const frequencyZh = (date: string | number | undefined): string =>
  EVERY_ZH[String(date)] ?? String(date).replace(/^--/u, "每年");
