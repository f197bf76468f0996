import type { Correction } from "../../../../schemas/correction.ts";
import type { Plan } from "../../../../schemas/plan.ts";
import type { FactPlace } from "./list-facts.ts";

/** How sure a fact is: what stands behind it, and what speaks against it. */
export interface Certainty {
  /** 0 to 1 of the least sure words that prove it; null where the file's own characters were read. */
  readonly confidence: number | null;
  /** Places of `findings` that speak of it. */
  readonly findings: readonly number[];
  /** Values that a person laid over the machine's. */
  readonly corrected: readonly Correction[];
  /** A person's word that the machine's value is right, the latest first. */
  readonly checked: readonly Correction[];
}

/** A correction to the machine's own value says that someone looked and found it right. */
export const isCheck = ({ machine, value }: Correction): boolean => JSON.stringify(machine) === JSON.stringify(value);

const isAt = ({ path }: Correction, fact: string): boolean => path === `/${fact}` || path.startsWith(`/${fact}/`);

/** Creates the judge of one plan's facts. */
export function createJudge(plan: Plan, corrections: readonly Correction[]): (fact: FactPlace) => Certainty {
  const findingsOf = indexFindings(plan);
  const standing = standingCorrections(corrections);
  return (fact) => {
    const here = standing.filter((correction) => isAt(correction, fact.path));
    return {
      confidence: leastConfidence(plan, fact),
      findings: fact.path.startsWith("findings/") ? [] : findingsOf(fact),
      corrected: here.filter((correction) => !isCheck(correction)),
      checked: here.filter(isCheck),
    };
  };
}

/** The one that counts of each path: the latest that was not withdrawn. */
function standingCorrections(corrections: readonly Correction[]): Correction[] {
  const byPath = new Map<string, Correction>();
  for (const correction of corrections.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    if (correction.withdrawn === null) byPath.set(correction.path, correction);
  return [...byPath.values()].toReversed();
}

function leastConfidence(plan: Plan, { evidence }: FactPlace): number | null {
  const known = evidence.flatMap(({ block }) => plan.blocks[block]?.confidence ?? []);
  return known.length > 0 ? Math.min(...known) : null;
}

/** A finding speaks of a fact where they share words. */
function indexFindings({ findings }: Plan): (fact: FactPlace) => number[] {
  const spots = findings.flatMap(({ evidence }, finding) => evidence.map((each) => ({ finding, ...each })));
  const byBlock = Map.groupBy(spots, ({ block }) => block);
  return ({ evidence }) => {
    const found = evidence.flatMap(({ block, start, end }) =>
      (byBlock.get(block) ?? []).filter((spot) => spot.start < end && start < spot.end).map(({ finding }) => finding),
    );
    return [...new Set(found)].toSorted((a, b) => a - b);
  };
}
