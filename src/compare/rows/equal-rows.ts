import { rowKey } from "./describe-row.ts";
import type { Link } from "./link.ts";
import type { Row } from "./row.ts";

/** Pairs rows whose criteria say the same in the same words; of several such rows by scoring and category, then in order. */
export function pairEqualRows(template: readonly Row[], local: readonly Row[]): Link[] {
  const links: Link[] = [];
  const free = { template: new Set(template.keys()), local: new Set(local.keys()) };
  for (const keyOf of [fullKey, placedKey, rowKey]) {
    const places = new Map<string, number[]>();
    for (const at of free.local) (places.get(keyOf(local[at]!)) ?? setNew(places, keyOf(local[at]!))).push(at);
    for (const at of [...free.template]) {
      const key = keyOf(template[at]!);
      const other = rowKey(template[at]!) === "" ? undefined : places.get(key)?.shift();
      if (other === undefined) continue;
      links.push({ template: at, local: other, similarity: 1, how: "equal" });
      free.template.delete(at);
      free.local.delete(other);
    }
  }
  return links;
}

function setNew(places: Map<string, number[]>, key: string): number[] {
  const list: number[] = [];
  places.set(key, list);
  return list;
}

const placedKey = (row: Row): string => `${rowKey(row)}\n${row.category ?? ""}`;
const fullKey = (row: Row): string => `${placedKey(row)}\n${row.scoring ?? ""}\n${row.points ?? ""}`;
