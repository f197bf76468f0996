import type { ComparisonMessage } from "../../schemas/comparison.ts";
import type { Plan } from "../../schemas/plan.ts";
import { printedNumbers } from "./rows/row.ts";

type Code = ComparisonMessage["code"];
type Facts = ComparisonMessage["facts"];
type Side = "template" | "local";

const NAMES: Readonly<Record<Side, readonly [string, string]>> = {
  template: ["template", "上级方案"],
  local: ["local plan", "本地方案"],
};

/** What is said of a plan, in English and Chinese; `plan` is its name in either. */
const SENTENCES: Readonly<Record<Code, (plan: readonly [string, string], facts: Facts) => readonly [string, string]>> =
  {
    "no-standard": ([en, zh]) => [
      `The ${en} has no standard: its rows were not compared, the rest was.`,
      `${zh}没有标准（评分表），未比对标准条目，其余内容已比对。`,
    ],
    "several-standards": ([en, zh], { count = "" }) => [
      `The ${en} has ${count} standards: each was set against the one most like it.`,
      `${zh}有${count}个标准，已分别与最相近的标准比对。`,
    ],
    "standard-unmatched": ([en, zh], { title = "" }) => [
      `The ${en}'s standard "${title}" has no counterpart: its rows stand as removed or added.`,
      `${zh}的标准《${title}》没有对应的标准，其条目记为删除或新增。`,
    ],
    "numbers-repeated": ([en, zh], { title = "" }) => [
      `Row numbers repeat in the ${en}'s standard "${title}": rows are counted in order instead.`,
      `${zh}的标准《${title}》序号重复，改按行的次序编号。`,
    ],
    "numbers-missing": ([en, zh], { title = "" }) => [
      `Rows of the ${en}'s standard "${title}" have no whole numbers: rows are counted in order instead.`,
      `${zh}的标准《${title}》有的行没有整数序号，改按行的次序编号。`,
    ],
    "list-not-standard": ([en, zh], { title = "" }) => [
      `The ${en} has the table "${title}" but no standard: a list has no demands to compare.`,
      `${zh}只有表格《${title}》而没有标准，名单类表格没有可比对的要求。`,
    ],
  };

/** A message in both languages. */
export function comparisonMessage(code: Code, plan: Side, facts: Facts = {}): ComparisonMessage {
  const [message, messageZh] = SENTENCES[code](NAMES[plan], facts);
  return { code, plan, facts, message, messageZh };
}

/** What a reader should know of a plan's standards before reading the comparison. */
export function standardMessages(plan: Plan, side: Side): ComparisonMessage[] {
  const { standards } = plan;
  if (standards.length === 0) return [comparisonMessage("no-standard", side), ...listMessages(plan, side)];
  return [
    ...(standards.length > 1 ? [comparisonMessage("several-standards", side, { count: standards.length })] : []),
    ...standards.flatMap((standard) => {
      if (printedNumbers(standard)) return [];
      const numbers = standard.items.map(({ number }) => String(number));
      const repeated = new Set(numbers).size < numbers.length;
      return [comparisonMessage(repeated ? "numbers-repeated" : "numbers-missing", side, { title: standard.title })];
    }),
  ];
}

const listMessages = (plan: Plan, side: Side): ComparisonMessage[] =>
  [...plan.lists, ...plan.assignments].map(({ title }) =>
    comparisonMessage("list-not-standard", side, { title: title ?? "" }),
  );
