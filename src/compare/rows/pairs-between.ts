import type { Link } from "./link.ts";
import type { Sides } from "./sides.ts";
import { rowLikeness } from "./similarity.ts";

/** A row that stands alone between two pairs, opposite another such row, need be less like it to be its counterpart. */
const LEAST_BETWEEN = 0.2;

/**
 * Pairs what is left between pairs: template row 5 and local row 6 where 4 and 5, and 6 and 7, belong together, and
 * neither side has another row left in the gap.
 */
export function findPairsBetween({ template, local, index }: Sides, links: readonly Link[]): Link[] {
  const partners = new Map(links.map((link) => [link.template, link.local]));
  const taken = new Set(links.map((link) => link.local));
  const found: Link[] = [];
  for (const at of template.keys()) {
    if (partners.has(at)) continue;
    const before = at === 0 ? -1 : partners.get(at - 1);
    const after = at === template.length - 1 ? local.length : partners.get(at + 1);
    if (before === undefined || after !== before + 2 || taken.has(before + 1)) continue;
    const similarity = rowLikeness(index, template[at]!, local[before + 1]!);
    if (similarity >= LEAST_BETWEEN) found.push({ template: at, local: before + 1, similarity, how: "between" });
  }
  return found;
}
