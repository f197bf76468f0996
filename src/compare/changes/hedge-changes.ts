import type { Change } from "../../../schemas/change.ts";
import type { PairedRows } from "./scope.ts";

/** Words that take the force out of a demand. */
const HEDGE =
  /鼓励|提倡|倡导|有条件的|具备条件的|原则上|力争|争取|逐步|尽量|尽可能|适时|基本(?=[\p{Script=Han}]{2})(?!公共|服务|农田|医疗|养老|生活|信息|情况|建设|药物|制度|原则|要求|单元|管网|功能|保障|素质|条件|知识)/gu;

/** A demand that lost its hedge (`鼓励开展` → `开展`) is stricter, one that gained one looser. */
export function findHedgeChanges(
  { template, local, localPartners, templatePartners }: PairedRows,
  field: string,
): Change[] {
  if (localPartners.length > 1 || templatePartners.length > 1) return [];
  const [from, to] = [template.demand.text.match(HEDGE), local.demand.text.match(HEDGE)];
  if ((from === null) === (to === null)) return [];
  return [{ field, from: from?.[0] ?? null, to: to?.[0] ?? null, direction: from ? "stricter" : "looser" }];
}
