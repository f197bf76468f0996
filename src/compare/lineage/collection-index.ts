import { bigramsOf } from "../facts/bigrams.ts";
import { numberKey, placeOf, shortTitle, titleKey, versionKey } from "./document-keys.ts";
import type { LineageSource } from "./lineage-source.ts";

/** One name of a plan: of its own title, or of the notice that covers it. */
export interface NamedPlan {
  readonly plan: LineageSource;
  /** Its place in the collection. */
  readonly order: number;
  readonly title: string;
  /** The innermost place of the title, else of the plan; "" for the nation. */
  readonly place: string;
  readonly version: string;
  readonly grams: ReadonlySet<string>;
}

/** The documents of a collection by number, by title, by place and subject, and by the bigrams of their subjects. */
export interface CollectionIndex {
  readonly byNumber: ReadonlyMap<string, readonly NamedPlan[]>;
  readonly byTitle: ReadonlyMap<string, readonly NamedPlan[]>;
  readonly bySubject: ReadonlyMap<string, readonly NamedPlan[]>;
  readonly byGram: ReadonlyMap<string, readonly NamedPlan[]>;
}

/** Indexes every plan once; the cost is that of its titles. */
export function indexCollection(plans: readonly LineageSource[]): CollectionIndex {
  const byNumber = new Map<string, NamedPlan[]>();
  const byTitle = new Map<string, NamedPlan[]>();
  const bySubject = new Map<string, NamedPlan[]>();
  const byGram = new Map<string, NamedPlan[]>();
  for (const named of plans.flatMap(namesOf)) {
    const number = numberKey(named.plan.header.documentNumber);
    if (number) put(byNumber, number, named);
    for (const title of new Set([named.title, shortTitle(named.title), placedTitle(named)])) put(byTitle, title, named);
    put(bySubject, subjectKey(named.place, named.version), named);
    for (const gram of named.grams) put(byGram, gram, named);
  }
  return { byNumber, byTitle, bySubject, byGram };
}

export const subjectKey = (place: string, version: string): string => `${place}|${version}`;

function namesOf(plan: LineageSource, order: number): NamedPlan[] {
  const { title, noticeTitle, jurisdiction } = plan.header;
  const titles = new Set([titleKey(title), titleKey(noticeTitle)].filter((key) => key !== null));
  const own = jurisdiction.level === "national" ? "" : (jurisdiction.name ?? "");
  return [...titles].map((key) => {
    const version = versionKey(key);
    const place = placeOf(key) || own;
    return { plan, order, title: key, place, version, grams: bigramsOf(place + version) };
  });
}

/** A title without a place is cited with the place that issued it: `2022年…方案` as `某市2022年…方案`. */
const placedTitle = ({ title, place }: NamedPlan): string => (placeOf(title) ? title : place + title);

function put(map: Map<string, NamedPlan[]>, key: string, plan: NamedPlan): void {
  const known = map.get(key);
  if (known) known.push(plan);
  else map.set(key, [plan]);
}
