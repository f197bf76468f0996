import type { Basis } from "../../../schemas/basis.ts";
import type { LineageLink } from "../../../schemas/lineage.ts";
import { bigramsOf, shareOf } from "../facts/bigrams.ts";
import { firstDay, lastDay } from "../facts/days.ts";
import { type CollectionIndex, type NamedPlan, subjectKey } from "./collection-index.ts";
import {
  areOfOnePlace,
  numberKey,
  outerPlaceOf,
  placeOf,
  shortTitle,
  titleKey,
  versionKey,
  yearsOf,
} from "./document-keys.ts";
import { type LineageSource, rungOf } from "./lineage-source.ts";

/** Titles this much alike name one document, if no other is nearly as much alike. */
const ALIKE = 0.8;
const CLEARLY_BEST = 0.06;
/** A bigram that more titles have than this finds nothing in particular. */
const MOST_TITLES = 200;
const RAREST = 5;

type Resolved = Pick<LineageLink, "to" | "by">;

/** A basis entry as it is looked up. */
interface Wanted {
  readonly from: LineageSource;
  readonly number: string | null;
  readonly title: string;
  readonly place: string;
  readonly version: string;
}

/** Finds the document of the collection that a basis entry names: by its number, its title, or a title alike. */
export function resolveBasis(index: CollectionIndex, from: LineageSource, basis: Basis): Resolved {
  const number = numberKey(basis.documentNumber);
  const numbered = (number === null ? [] : (index.byNumber.get(number) ?? [])).filter(
    ({ plan }) => plan.id !== from.id,
  );
  if (numbered[0]) return { to: numbered[0].plan.id, by: "document-number" };
  const title = titleKey(basis.title);
  if (title === null) return { to: null, by: null };
  const wanted = { from, number, title, place: placeOf(title), version: versionKey(title) };
  const titled = findTitled(index, wanted);
  if (titled) return { to: titled.plan.id, by: "title" };
  const alike = findSameSubject(index, wanted) ?? findAlike(index, wanted);
  return alike ? { to: alike.plan.id, by: "title-alike" } : { to: null, by: null };
}

function findTitled(index: CollectionIndex, wanted: Wanted): NamedPlan | null {
  const find = (title: string) =>
    chooseOne((index.byTitle.get(title) ?? []).filter((named) => mayBeMeant(named, wanted)));
  return find(wanted.title) ?? find(shortTitle(wanted.title));
}

function findSameSubject(index: CollectionIndex, wanted: Wanted): NamedPlan | null {
  const found = index.bySubject.get(subjectKey(wanted.place, wanted.version)) ?? [];
  return chooseOne(found.filter((named) => mayBeMeant(named, wanted) && haveCommonYear(named.title, wanted.title)));
}

/** By the rarest bigrams of the title: a handful of lists, each of a bounded length. */
function findAlike(index: CollectionIndex, wanted: Wanted): NamedPlan | null {
  const grams = bigramsOf(wanted.place + wanted.version);
  const lists = [...grams]
    .map((gram) => index.byGram.get(gram) ?? [])
    .filter((list) => list.length > 0 && list.length <= MOST_TITLES)
    .sort((one, other) => one.length - other.length)
    .slice(0, RAREST);
  const scored = [...new Set(lists.flat())]
    .filter((named) => named.place === wanted.place && mayBeMeant(named, wanted))
    .filter((named) => haveCommonYear(named.title, wanted.title))
    .map((named) => ({ named, score: shareOf(grams, named.grams) }))
    .filter(({ score }) => score >= ALIKE);
  const best = Math.max(...scored.map(({ score }) => score), 0);
  return chooseOne(scored.filter(({ score }) => score > best - CLEARLY_BEST).map(({ named }) => named));
}

/** No plan rests on itself, on a lower level, on what is issued later, or on a document of another number. */
function mayBeMeant({ plan, title }: NamedPlan, { from, number, title: wanted }: Wanted): boolean {
  const other = numberKey(plan.header.documentNumber);
  return (
    areOfOnePlace(outerPlaceOf(title), outerPlaceOf(wanted)) &&
    plan.id !== from.id &&
    rungOf(plan) <= rungOf(from) &&
    (number === null || other === null || number === other) &&
    !isLater(plan.header.issuedOn, from.header.issuedOn)
  );
}

const isLater = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && firstDay(one) > lastDay(other);

function haveCommonYear(one: string, other: string): boolean {
  const [years, others] = [yearsOf(one), yearsOf(other)];
  return years.length === 0 || others.length === 0 || years.some((year) => others.includes(year));
}

/** One document, or the latest issue of one; several documents are no answer. A title without a place is the nation's first. */
function chooseOne(found: readonly NamedPlan[]): NamedPlan | null {
  const highest = Math.min(...found.map(({ plan }) => rungOf(plan)));
  const high = found.filter(({ plan }) => rungOf(plan) === highest);
  // Districts of one name in two cities are two places.
  const isOnePlace = high.every(({ title }) => areOfOnePlace(outerPlaceOf(title), outerPlaceOf(high[0]!.title)));
  const documents = new Set(high.map(({ place, version }) => subjectKey(place, version)));
  if (documents.size !== 1 || !isOnePlace) return null;
  return high.reduce((best, named) =>
    (named.plan.header.issuedOn ?? "") > (best.plan.header.issuedOn ?? "") ? named : best,
  );
}
