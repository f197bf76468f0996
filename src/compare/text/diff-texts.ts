import { diffArrays } from "diff";
import type { TokenDiff } from "../../../schemas/change.ts";
import { cutText } from "./cut-text.ts";

/** Beyond this many tokens the texts are set against each other whole: a diff takes the product of the lengths. */
const MOST_TOKENS = 6_000;

/** Texts with more edits than this have so little in common that they are shown clause by clause. */
const MOST_EDITS = 200;

/**
 * The difference of two texts by words, whole numbers and marks. The `same` and `removed` texts joined are `from`, the
 * `same` and `added` ones `to`.
 */
export function diffTexts(from: string, to: string): TokenDiff {
  if (from === to) return from === "" ? [] : [{ kind: "same", text: from }];
  if (from.length + to.length > MOST_TOKENS * 2) return whole(from, to);
  const [before, after] = [cutText(from), cutText(to)];
  if (before.length + after.length > MOST_TOKENS) return whole(from, to);
  return diffTokens(before, after, MOST_EDITS) ?? diffTokens(clausesOf(from), clausesOf(to)) ?? whole(from, to);
}

const clausesOf = (text: string): readonly string[] => text.match(/[^，。；\n]*[，。；\n]|[^，。；\n]+$/gu) ?? [];

const diffTokens = (before: readonly string[], after: readonly string[], maxEditLength?: number): TokenDiff | null =>
  (maxEditLength === undefined
    ? diffArrays([...before], [...after])
    : diffArrays([...before], [...after], { maxEditLength })
  )?.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  })) ?? null;

const whole = (from: string, to: string): TokenDiff => [
  ...(from === "" ? [] : [{ kind: "removed" as const, text: from }]),
  ...(to === "" ? [] : [{ kind: "added" as const, text: to }]),
];
