import type { LineageLink } from "../../../schemas/lineage.ts";
import { bigramsOf, shareOf } from "../facts/bigrams.ts";
import { titleKey, versionKey } from "./document-keys.ts";
import { type LineageSource, rungOf } from "./lineage-source.ts";

/** From this likeness of titles on, two plans are about one thing. */
const SAME_SUBJECT = 0.5;

/** A plan that another rests on, with what decides. */
interface Candidate {
  readonly plan: LineageSource;
  readonly isImplemented: boolean;
  readonly likeness: number;
}

/**
 * The template of a plan: of the plans of a higher level that it implements, else cites, one about the same thing, and of
 * these the nearest. Null where it rests on no plan of the collection.
 */
export function chooseTemplate(
  plan: LineageSource,
  links: readonly LineageLink[],
  find: (id: string) => LineageSource | undefined,
): LineageSource | null {
  const candidates = links.flatMap(({ to, relation }): Candidate[] => {
    const found = to === null ? undefined : find(to);
    if (!found || rungOf(found) >= rungOf(plan)) return [];
    return [{ plan: found, isImplemented: relation === "implements", likeness: likenessOf(plan, found) }];
  });
  return candidates.sort(nearestFirst)[0]?.plan ?? null;
}

function nearestFirst(one: Candidate, other: Candidate): number {
  return (
    Number(other.isImplemented) - Number(one.isImplemented) ||
    Number(other.likeness >= SAME_SUBJECT) - Number(one.likeness >= SAME_SUBJECT) ||
    rungOf(other.plan) - rungOf(one.plan) ||
    other.likeness - one.likeness ||
    (other.plan.header.issuedOn ?? "").localeCompare(one.plan.header.issuedOn ?? "")
  );
}

function likenessOf(one: LineageSource, other: LineageSource): number {
  const [subject, otherSubject] = [one, other].map(({ header }) => {
    const title = titleKey(header.title ?? header.noticeTitle);
    return bigramsOf(title === null ? "" : versionKey(title));
  });
  return shareOf(subject!, otherSubject!);
}
