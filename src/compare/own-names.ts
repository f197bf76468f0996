import type { Plan } from "../../schemas/plan.ts";

/** The names of the places that two plans speak for, the longest first: in a row they only say whose plan it is. */
export function ownNames(plans: readonly Plan[]): string[] {
  const names = plans.flatMap(({ header }) => namesOf(header.jurisdiction?.name ?? ""));
  return [...new Set(names)].toSorted((a, b) => b.length - a.length);
}

/** `某某县` is also written 某某; a name of one character would be found in other words. */
function namesOf(name: string): string[] {
  if (name.length < 2 || name === "全国") return [];
  const bare = name.replace(/(?:省|市|县|区|镇|乡)$/u, "");
  return bare.length >= 2 && bare !== name ? [name, bare] : [name];
}
