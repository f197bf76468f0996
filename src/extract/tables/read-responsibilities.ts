import type { Responsibility, Role } from "../../../schemas/responsibility.ts";
import { isBody, splitUnits } from "../../core/split-units.ts";
import { isFilled, type Slot } from "./grid.ts";
import { hintOf, UNIT_HINTS } from "./header-words.ts";

const MARK = /(?:^|[\s；;。，,、（(])([\p{Script=Han}]{2,8}(?:单位|部门|主体))\s*[：:]/gu;

/** A unit column's cell: bodies, or bodies under marks of their own (`牵头单位：…；配合单位：…`). */
export function readResponsibilities(role: Role, slot: Slot): Responsibility[] {
  if (!isFilled(slot)) return [];
  const text = slot.text.replace(/\s+(?=[（(])/gu, "");
  const marks = [...text.matchAll(MARK)];
  if (marks.length === 0) return createResponsibility(role, text);
  return marks.flatMap((mark, at) => {
    const hint = hintOf(mark[1]!);
    const own = UNIT_HINTS.includes(hint) ? (hint as Role) : role;
    return createResponsibility(own, text.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? text.length));
  });
}

function createResponsibility(role: Role, text: string): Responsibility[] {
  const units = splitUnits(text).filter((unit) => /\p{Script=Han}/u.test(unit));
  return units.length > 0 ? [{ role, units }] : [];
}

/** Whether a cell names bodies, not a person: `镇应急办` but not `刘芳`. */
export const namesBodies = (text: string): boolean => splitUnits(text).some(isBody);
