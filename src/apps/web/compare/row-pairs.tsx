import { useMemo } from "preact/hooks";
import type { RowPair } from "../../../../schemas/comparison.ts";
import { type RowGroup, readingOrder } from "../../../publish/comparison/reading-order.ts";
import { useWords } from "../app/language.tsx";
import { compareWords } from "../words/compare.ts";
import { passes, type RowFilter } from "./filter.ts";
import { PairTable } from "./pair-table.tsx";

interface RowPairsProps {
  readonly pairs: readonly RowPair[];
  readonly filter: RowFilter;
  readonly caption: string;
}

/** Rows of standards, or tasks, side by side in the template's order, under their categories. */
export function RowPairs({ pairs, filter: { relation, direction }, caption }: RowPairsProps) {
  const ordered = useMemo(() => readingOrder(pairs), [pairs]);
  const groups = useMemo(
    () =>
      ordered.map((group) => ({ group, shown: group.pairs.filter((pair) => passes(pair, { relation, direction })) })),
    [ordered, relation, direction],
  );
  return (
    <>
      {groups.map(({ group, shown }, index) => (
        <div key={index} class="stack">
          {groups.length > 1 && <GroupHeading group={group} />}
          {shown.length > 0 && <PairTable pairs={shown} caption={caption} />}
        </div>
      ))}
    </>
  );
}

function GroupHeading({ group: { template, local } }: { readonly group: RowGroup }) {
  const words = useWords(compareWords);
  const nameOf = (index: number | null): string => (index === null ? words.noStandard : words.nthStandard(index + 1));
  return <h3>{words.standardsOf(nameOf(template), nameOf(local))}</h3>;
}
