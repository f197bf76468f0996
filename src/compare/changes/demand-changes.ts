import type { Change } from "../../../schemas/change.ts";
import type { DescribedClause } from "../rows/describe-row.ts";
import { featureWeight, shareHeld, textLikeness } from "../rows/similarity.ts";
import { clausesFor, type PairedRows, sayings } from "./scope.ts";

/** A clause fewer of whose words than this are found elsewhere is not said there in other words either. */
const UNSAID = 0.25;

/** About one content word with its characters: a clause that says less (`得到落实`) is no demand. */
const LEAST_DEMAND = 0.9;
/** Demands that only one of the rows has: dropped ones make it looser, added ones stricter. */
export function findDemandChanges(pair: PairedRows, field: string): Change[] {
  const { template, local, index } = pair;
  const [said, saidBefore] = [sayings(pair.localPartners), sayings(pair.templatePartners)];
  const isMissing = (clause: DescribedClause, from: typeof said): boolean =>
    !clause.isLabel &&
    featureWeight(index, clause.features) >= LEAST_DEMAND &&
    shareHeld(index, clause.features, from) < UNSAID;
  const dropped = clausesFor(template.demand, pair.localPartners, local, index).filter((c) => isMissing(c, said));
  const added = clausesFor(local.demand, pair.templatePartners, template, index).filter((c) =>
    isMissing(c, saidBefore),
  );
  return pairExchanged(dropped, added, pair).map(({ from, to }) => {
    const isRule = POINTS.test((from ?? to)!.text);
    return {
      field: isRule ? "scoring" : field,
      from: from?.text ?? null,
      to: to?.text ?? null,
      direction: isRule ? "other" : from === null ? "stricter" : "looser",
    };
  });
}

/** `（无损坏得3分）`: a rule for points that stands in the demand's cell. */
const POINTS = /[得计扣]\s?\d+(?:\.\d+)?\s?分|不得分|不计分/u;

interface Exchange {
  readonly from: DescribedClause | null;
  readonly to: DescribedClause | null;
}

/** Each dropped clause with the added one most like it; what stands in the place of another is taken as its rewording. */
function pairExchanged(
  dropped: readonly DescribedClause[],
  added: readonly DescribedClause[],
  { index }: PairedRows,
): Exchange[] {
  const edges = dropped.flatMap((from, left) =>
    added.map((to, right) => ({ from, to, left, right, worth: textLikeness(index, from.features, to.features) })),
  );
  const [lefts, rights] = [new Set<number>(), new Set<number>()];
  for (const { left, right } of edges.toSorted((a, b) => b.worth - a.worth)) {
    if (lefts.has(left) || rights.has(right)) continue;
    lefts.add(left);
    rights.add(right);
  }
  const gone = dropped.filter((_, at) => !lefts.has(at)).map((from) => ({ from, to: null }));
  return [...gone, ...added.filter((_, at) => !rights.has(at)).map((to) => ({ from: null, to }))];
}
