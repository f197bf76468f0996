import type { RowPair } from "../../../schemas/comparison.ts";

/** The rows of one standard of the template beside those of the local one; both null for tasks. */
export interface RowGroup {
  readonly template: number | null;
  readonly local: number | null;
  readonly pairs: readonly RowPair[];
}

/**
 * Puts rows in the order that a reader follows: the template's, each added row behind the row that it follows in the local plan;
 * in groups by standard.
 */
export function readingOrder(pairs: readonly RowPair[]): RowGroup[] {
  const partners = new Map(
    pairs.flatMap(({ standard }) =>
      typeof standard?.template === "number" && standard.local !== null ? [[standard.local, standard.template]] : [],
    ),
  );
  const groups = Map.groupBy(pairs, ({ standard }) => {
    const template = standard?.template ?? (standard?.local == null ? null : (partners.get(standard.local) ?? null));
    return template ?? (standard ? `local ${standard.local}` : null);
  });
  return [...groups.values()].map((group) => ({ ...standardsOf(group), pairs: interleave(group) }));
}

function standardsOf(pairs: readonly RowPair[]): Pick<RowGroup, "template" | "local"> {
  const first = (side: "template" | "local"): number | null =>
    pairs.map(({ standard }) => standard?.[side] ?? null).find((index) => index !== null) ?? null;
  return { template: first("template"), local: first("local") };
}

function interleave(pairs: readonly RowPair[]): RowPair[] {
  const ordered = pairs.filter(({ templateRow }) => templateRow !== null);
  const added = pairs.filter(({ templateRow }) => templateRow === null);
  for (const pair of added.toSorted((a, b) => localPlace(a) - localPlace(b))) {
    const before = ordered.findLastIndex((each) => each.localRow !== null && localPlace(each) === localPlace(pair) - 1);
    ordered.splice(before < 0 && localPlace(pair) > 1 ? ordered.length : before + 1, 0, pair);
  }
  return ordered;
}

const localPlace = ({ localRow }: RowPair): number => localRow?.ordinal ?? 0;
