import type { Change } from "../../../schemas/change.ts";
import { type DescribedRow, type DescribedText, featuresOfText } from "../rows/describe-row.ts";
import { featureWeight, shareHeld } from "../rows/similarity.ts";
import { splitMembers } from "../text/clauses.ts";
import { type PairedRows, sayings } from "./scope.ts";

/** A member fewer of whose words than this are said elsewhere is missing there. */
const UNSAID = 0.2;
/** A member that is there too in all but a few words. */
const SAID = 0.75;
const LEAST_MEMBER = 0.6;
/** Of a list, so many members must be said elsewhere for it to be the same list. */
const SAME_LIST = 0.6;

/** Members that a list lost (looser) or gained (stricter): `供水、排水、供电` → `供水、排水`. */
export function findMemberChanges(pair: PairedRows, field: string): Change[] {
  const dropped = missingMembers(pair.template.demand, pair.localPartners, pair);
  const added = missingMembers(pair.local.demand, pair.templatePartners, pair);
  if (dropped.length > 0 && added.length > 0) return [];
  return [
    ...dropped.map((from) => ({ field, from, to: null, direction: "looser" as const })),
    ...added.map((to) => ({ field, from: null, to, direction: "stricter" as const })),
  ];
}

function missingMembers(text: DescribedText, partners: readonly DescribedRow[], { index }: PairedRows): string[] {
  const said = sayings(partners);
  const hasLists = partners.some(({ demand }) => demand.text.includes("、"));
  if (!hasLists) return [];
  return text.clauses.flatMap((clause) => {
    const members = splitMembers(clause.text).map((member) => ({ member, features: featuresOfText(member) }));
    const kept = members.filter(({ features }) => shareHeld(index, features, said) >= SAID);
    if (kept.length < SAME_LIST * members.length) return [];
    return members
      .filter(
        ({ features }) => featureWeight(index, features) >= LEAST_MEMBER && shareHeld(index, features, said) < UNSAID,
      )
      .map(({ member }) => member);
  });
}
