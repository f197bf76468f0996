import type { Target } from "../../../schemas/target.ts";
import { squash } from "../../core/tidy.ts";

/** Words that say nothing of what is asked: `城市社区参与创建行动并达到创建要求` is `城市社区参与创建并达到创建要求`. */
const FILLERS = /工作|行动|活动|(?<!目)的|(?<=[\p{Script=Han}])比例$|总数|数量/gu;
const WHOLE_TERRITORY = /^(?:[全我本][国省市州盟县区旗镇乡街]|全域|辖区)(?:范围)?内?/u;
/** Words that mean one thing where something is measured. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/达到(?:[\p{Script=Han}]{0,4}创建)?(?:要求|标准)/gu, "达标"],
  [/满意度/gu, "满意率"],
  [/比率|占比|比重/gu, "比例"],
  // A county, a district and a banner stand on one level.
  [/[区旗](?=级)/gu, "县"],
];
const MARKS = /[\p{P}\p{S}\s]/gu;

/** The text as it compares: one width, without white space. */
export const plainText = (text: string): string => squash(text.normalize("NFKC"));

const foldAlike = (text: string): string =>
  ALIKE.reduce((folded, [pattern, word]) => folded.replace(pattern, word), text);

/** What is measured, without the words that plans add or leave out freely (`全县…比例`). */
export function plainMetric(text: string): string {
  const bare = foldAlike(plainText(text).replace(WHOLE_TERRITORY, "").replace(MARKS, ""));
  return bare.replace(FILLERS, "") || bare;
}

/** The metric of a target, or its sentence without numbers where no metric was told apart. */
export const metricName = ({ metric, text }: Pick<Target, "metric" | "text">): string =>
  plainMetric(metric ?? plainText(text).replace(/[\d.]+/gu, ""));

/** Where a number holds, or "" for the plan's whole territory (`全县`, `全省`). */
export const plainScope = (scope: string | null): string =>
  foldAlike(plainText(scope ?? "").replace(WHOLE_TERRITORY, ""));

/** Whether both name their whole territory, and each another one (`全省`, `全市`). */
export function areOtherTerritories(one: string | null, other: string | null): boolean {
  const [first, second] = [one, other].map((scope) => WHOLE_TERRITORY.exec(plainText(scope ?? ""))?.[0]);
  return first !== undefined && second !== undefined && first !== second;
}
