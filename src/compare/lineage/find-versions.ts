import { areOfOnePlace, numberKey, outerPlaceOf, titleKey, versionKey, yearsOf } from "./document-keys.ts";
import type { LineageSource } from "./lineage-source.ts";

/** An issue of a plan, and what puts it in order. */
interface Issue {
  readonly plan: LineageSource;
  readonly date: string;
  readonly isTrial: boolean;
}

/**
 * The issues of one plan, the oldest first, where a place has issued it more than once: in several years, first for trial
 * (试行), or amended. Two copies of one issue are one.
 */
export function findVersions(plans: readonly LineageSource[]): LineageSource[][] {
  const groups = new Map<string, Issue[]>();
  for (const plan of plans) {
    const key = keyOf(plan);
    if (key === null) continue;
    const group = groups.get(key) ?? [];
    group.push(issueOf(plan));
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(ofOnePlace).flatMap((issues) => {
    const distinct = withoutCopies(issues).sort(oldestFirst);
    return distinct.length < 2 ? [] : [distinct.map(({ plan }) => plan)];
  });
}

/** Districts of one name in two cities are parted by the city that their titles name. */
function ofOnePlace(issues: readonly Issue[]): Issue[][] {
  const outerOf = ({ plan }: Issue): string =>
    outerPlaceOf(titleKey(plan.header.title ?? plan.header.noticeTitle) ?? "");
  const longest = issues.map(outerOf).reduce((one, other) => (other.length > one.length ? other : one), "");
  if (issues.every((issue) => areOfOnePlace(outerOf(issue), longest))) return [[...issues]];
  return [...Map.groupBy(issues.filter(outerOf), outerOf).values()];
}

function keyOf({ header }: LineageSource): string | null {
  const title = titleKey(header.title ?? header.noticeTitle);
  const place = header.jurisdiction.name ?? header.issuers[0];
  return title === null || place === undefined ? null : `${place}|${header.jurisdiction.level}|${versionKey(title)}`;
}

/** Dated by its issue, else by the year of its number or its title. */
function issueOf(plan: LineageSource): Issue {
  const { title, documentNumber, issuedOn, trial } = plan.header;
  const date = issuedOn ?? yearsOf(numberKey(documentNumber) ?? "")[0] ?? yearsOf(title ?? "")[0] ?? "";
  return { plan, date, isTrial: trial };
}

function withoutCopies(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ plan, date, isTrial }) => {
    const key = [date, isTrial, yearsOf(plan.header.title ?? "").join()].join("|");
    return !seen.has(key) && seen.add(key);
  });
}

/** On one day, the trial edition is the older. */
const oldestFirst = (one: Issue, other: Issue): number =>
  one.date.localeCompare(other.date) ||
  (yearsOf(one.plan.header.title ?? "")[0] ?? "").localeCompare(yearsOf(other.plan.header.title ?? "")[0] ?? "") ||
  Number(other.isTrial) - Number(one.isTrial);
