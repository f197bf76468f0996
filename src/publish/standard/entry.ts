import type { Entry, PublishedRow } from "../../../schemas/published-standard.ts";
import type { StandardItem } from "../../../schemas/standard.ts";
import { foldWidth } from "../../core/fold-width.ts";

/** `扣分项`, `负面清单`: rows that only take away. */
const DEDUCTION = /扣分|减分|负面/u;
const TAKES_POINTS = /扣[^。；，]{0,6}\d+(?:\.\d+)?分/u;
const MOST_TAKEN = /(?:最[高多]|至多|累计不超过)扣(?:除)?(\d+(?:\.\d+)?)分/u;
/** `不具备的不予评价`, `不得参加评价`, `一票否决`. */
const DECISIVE =
  /(?:不予|不得|不能|取消)(?:[^。；，]{0,4})(?:评价|评审|评定|认定|命名|验收|申报|参评|参加|推荐|资格)|一票否决/u;
const CONDITION = /^(?:必备|前置|否决|基本条件|先决)/u;

const met = (): Entry => ({ kind: "met", min: null, max: null, options: ["是", "否"] });

/** How a row is filled in: by its grades, its points, as a deduction, or as met or not. */
export function entryOf(item: StandardItem): Entry {
  const grades = Object.entries(item.grades ?? {});
  if (grades.length > 0) {
    const points = grades.map(([, value]) => value);
    return {
      kind: "grade",
      min: Math.min(0, ...points),
      max: Math.max(...points),
      options: grades.map(([name]) => name),
    };
  }
  if (item.points !== null) return byPoints(item.points, item.scoring);
  return takesPoints(item) ? { kind: "deduction", min: mostTaken(item.scoring), max: 0, options: [] } : met();
}

/** A row of `-5` points takes away. */
const byPoints = (points: number, scoring: string | null): Entry =>
  points < 0
    ? { kind: "deduction", min: Math.min(points, mostTaken(scoring) ?? points), max: 0, options: [] }
    : { kind: "points", min: 0, max: points, options: [] };

const takesPoints = ({ category, subcategory, scoring }: StandardItem): boolean =>
  DEDUCTION.test(`${category ?? ""} ${subcategory ?? ""}`) || TAKES_POINTS.test(foldWidth(scoring ?? ""));

function mostTaken(scoring: string | null): number | null {
  const most = MOST_TAKEN.exec(foldWidth(scoring ?? ""))?.[1];
  return most === undefined ? null : -Number(most);
}

/** Whether a row that is not met decides alone; a row that gives points never does. */
export const isDecisive = (item: StandardItem, kind: PublishedRow["entry"]["kind"]): boolean =>
  kind === "met" && (DECISIVE.test(item.scoring ?? "") || CONDITION.test(item.category ?? ""));
