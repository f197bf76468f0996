import type { Change } from "../../../schemas/change.ts";
import type { DescribedClause } from "../rows/describe-row.ts";
import { featureWeight, shareHeld, textLikeness } from "../rows/similarity.ts";
import { clausesFor, LEAST_SAID, type PairedRows, sayings } from "./scope.ts";

/** About one content word with its characters: a clause that says less (`得到落实`) is no demand. */
const LEAST_DEMAND = 1;
/** Clauses that only one side has, yet this alike, are one demand in other words. */
const SAME_DEMAND = 0.15;

/** Demands that only one of the rows has: dropped ones make it looser, added ones stricter, exchanged ones differ. */
export function findDemandChanges(pair: PairedRows, field: string): Change[] {
  const { template, local, index } = pair;
  const [said, saidBefore] = [sayings(pair.localPartners), sayings(pair.templatePartners)];
  const isMissing = (clause: DescribedClause, from: typeof said): boolean =>
    !clause.isLabel &&
    featureWeight(index, clause.features) >= LEAST_DEMAND &&
    shareHeld(index, clause.features, from) < LEAST_SAID;
  const dropped = clausesFor(template.demand, pair.localPartners, local, index).filter((c) => isMissing(c, said));
  const added = clausesFor(local.demand, pair.templatePartners, template, index).filter((c) =>
    isMissing(c, saidBefore),
  );
  return pairExchanged(dropped, added, pair)
    .filter(({ from, to }) => from === null || to === null || !isReworded(pair, from, to))
    .map(({ from, to }) => ({
      field,
      from: from?.text ?? null,
      to: to?.text ?? null,
      direction: from === null ? "stricter" : to === null ? "looser" : "other",
    }));
}

interface Exchange {
  readonly from: DescribedClause | null;
  readonly to: DescribedClause | null;
}

const isReworded = ({ index }: PairedRows, from: DescribedClause, to: DescribedClause): boolean =>
  textLikeness(index, from.features, to.features) >= SAME_DEMAND;

/** Each dropped clause with the added one most like it. */
function pairExchanged(
  dropped: readonly DescribedClause[],
  added: readonly DescribedClause[],
  pair: PairedRows,
): Exchange[] {
  const free = [...added];
  const exchanges = dropped.map((from): Exchange => {
    const likenesses = free.map((to) => textLikeness(pair.index, from.features, to.features));
    const best = likenesses.indexOf(Math.max(...likenesses));
    return best < 0 || likenesses[best]! < SAME_DEMAND ? { from, to: null } : { from, to: free.splice(best, 1)[0]! };
  });
  return [...exchanges, ...free.map((to) => ({ from: null, to }))];
}
