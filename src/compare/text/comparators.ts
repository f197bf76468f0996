import type { Comparator } from "../../../schemas/target.ts";

/** The words that bound the number at `[start, end)`: the bound, and the stretch with its words. */
export interface Bound {
  readonly comparator: Comparator;
  readonly said: boolean;
  readonly start: number;
  readonly end: number;
}

const BEFORE: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:不得?|不应|不能)(?:低于|少于|小于)$|至少(?:达到)?$|最低$|不低于$|不少于$|大于等于$|≥$/u, ">="],
  [/(?:不得?|不应|不能)(?:超过|高于|大于|多于|超出)$|控制[在到]$|最多$|最高$|至多$|小于等于$|≤$/u, "<="],
  [/超过$|突破$|大于$|高于$|多于$|超出$|>$|(?<!不)超$/u, ">"],
  [/低于$|少于$|小于$|不足$|不到$|不满$|<$/u, "<"],
  [/达到?$|力争$/u, ">="],
];
const AFTER: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:及|\(含\)|（含）)?以上|^\+|^及其以上/u, ">="],
  [/^(?:及)?(?:以下|以内|之内)|^内|^范围(?:以|之)?内|^(?:之|以)?前/u, "<="],
];
/** `不超过总数的10%`: the bound stands before what the share is of. */
const FAR = /(不得?低于|不得?少于|不得?小于|不得?超过|不得?高于|不得?大于|达到|超过|低于)[^，。；、\d]{1,16}的$/u;
/** `不少于开展2次`: a verb between. */
const VERB = /(不得?低于|不得?少于|至少|最高|最低|最多)(?:[\p{Script=Han}]{1,4})$/u;

const match = (rows: readonly (readonly [RegExp, Comparator])[], text: string) => {
  for (const [pattern, comparator] of rows) {
    const found = pattern.exec(text)?.[0];
    if (found) return { comparator, length: found.length };
  }
  return null;
};

/** Reads the words around a number: `不低于30%`, `30%以上`, `3日内`, `不超过总数的10%`. */
export function readBound(text: string, start: number, end: number): Bound {
  const head = text.slice(Math.max(0, start - 24), start).replace(/(?:约|近|为)$/u, "");
  const before = match(BEFORE, head);
  const after = match(AFTER, text.slice(end, end + 8));
  const upper = after ? end + after.length : end;
  if (before && !(after?.comparator === ">=" && before.comparator === ">="))
    return { comparator: before.comparator, said: true, start: start - before.length, end: upper };
  if (after) return { comparator: after.comparator, said: true, start: start - (before?.length ?? 0), end: upper };
  const far = FAR.exec(head) ?? VERB.exec(head);
  if (!far) return { comparator: "=", said: false, start, end };
  return { comparator: match(BEFORE, far[1]!)!.comparator, said: true, start: start - far[0].length, end };
}
