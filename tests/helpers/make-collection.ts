import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { digitise } from "../../pipelines/digitise.ts";
import type { Basis } from "../../schemas/basis.ts";
import type { Plan } from "../../schemas/plan.ts";
import type { StandardItem } from "../../schemas/standard.ts";
import { changeNumber, createRandom, placeName, rewordText } from "./vary-text.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Documents with a standard, each on another subject; and the province that stands at the head of its family. */
const BASES: readonly (readonly [string, string])[] = [
  ["seeds/003_0648c47208080c43.txt", "四川省"],
  ["fixtures/genre/safe-campus-pdf.txt", "贵州省"],
  ["fixtures/genre/healthy-enterprise-index.txt", "甘肃省"],
  ["fixtures/genre/property-service-grades.txt", "湖南省"],
  ["fixtures/genre/waste-sorting-rules.txt", "湖北省"],
  ["fixtures/genre/zigui-jiankangsuyang.txt", "江西省"],
  ["fixtures/genre/saving-office-damaged.txt", "山西省"],
  ["fixtures/genre/yh-ranqi-xingdong.txt", "广东省"],
  ["fixtures/genre/lvliang-air.txt", "河北省"],
  ["fixtures/genre/disaster-community-two-standards.txt", "福建省"],
];

/** A plan made by varying another, with what is known of it. */
export interface MadePlan {
  readonly plan: Plan;
  /** The id of the plan that it was made from, null for the head of a family. */
  readonly template: string | null;
  /** The family, by the place of its base. */
  readonly family: number;
  /** Where each row of each standard comes from: rows of one origin belong together. */
  readonly origins: readonly (readonly string[])[];
}

/** Digitises the documents that collections are made from, without their blocks. */
export const readBases = (count: number): Promise<Plan[]> =>
  Promise.all(
    BASES.slice(0, count).map(async ([path]) => ({
      ...(await digitise(readFileSync(join(ROOT, path)), basename(path))),
      blocks: [],
    })),
  );

/** How many counties there are to a city. */
const COUNTIES = 9;

/**
 * Makes `count` plans in some families, one of each of the first bases: a province's plan, cities' plans varied from it,
 * counties' plans varied from a city's. Rows are dropped, reworded, changed in a number, and added from the base of another
 * subject. The same seed gives the same plans.
 */
export function makeCollection(bases: readonly Plan[], count: number, families: number, seed = 1): MadePlan[] {
  const random = createRandom(seed);
  const made = bases.slice(0, families).map(makeHead);
  const cities = made.map((): MadePlan[] => []);
  const pool = bases.flatMap((plan, family) =>
    plan.standards.flatMap(({ items }, at) => items.map((item, row) => ({ item, origin: originOf(family, at, row) }))),
  );
  for (let index = made.length; index < count; index++) {
    const family = index % families;
    const head = made[family]!;
    const own = cities[family]!;
    const isCity = own.length === 0 || Math.floor(index / families) % (COUNTIES + 1) === 0;
    const template = isCity ? head : own[Math.floor(random() * own.length)]!;
    const foreign = pool.filter(({ origin }) => !origin.startsWith(`${family}/`));
    const plan = vary(template, head, { index, isCity, foreign, random });
    made.push(plan);
    if (isCity) own.push(plan);
  }
  return made;
}

const originOf = (family: number, standard: number, row: number): string => `${family}/${standard}/${row}`;

function makeHead(base: Plan, family: number): MadePlan {
  const name = BASES[family]![1];
  const header = {
    ...base.header,
    title: `${name}${subjectOf(base)}`,
    noticeTitle: null,
    documentNumber: `${name.slice(0, 1)}政发〔2020〕${family + 1}号`,
    issuedOn: "2020-03-01",
    jurisdiction: { name, level: "province" as const },
  };
  const origins = base.standards.map(({ items }, at) => items.map((_, row) => originOf(family, at, row)));
  return { plan: { ...base, id: `family-${family}`, header, basis: [] }, template: null, family, origins };
}

/** The title without its place. */
function subjectOf({ header }: Plan): string {
  const place = header.jurisdiction.name ?? "";
  const title = header.title ?? header.noticeTitle ?? "";
  const at = place === "" ? -1 : title.indexOf(place);
  return at < 0 ? title : title.slice(at + place.length);
}

interface Variation {
  readonly index: number;
  readonly isCity: boolean;
  readonly foreign: readonly { readonly item: StandardItem; readonly origin: string }[];
  readonly random: () => number;
}

function vary(template: MadePlan, head: MadePlan, { index, isCity, foreign, random }: Variation): MadePlan {
  const name = placeName(index, isCity ? "市" : "县");
  const header = {
    ...template.plan.header,
    title: `${name}${subjectOf(head.plan)}`,
    documentNumber: random() < 0.5 ? null : `${name.slice(0, 2)}政办〔2021〕${index}号`,
    issuedOn: isCity ? "2020-09-01" : "2021-02-15",
    jurisdiction: { name, level: isCity ? ("prefecture" as const) : ("county" as const) },
  };
  const standards = template.plan.standards.map((standard, at) => {
    const rows = standard.items.flatMap((item, row) => varyRow(item, template.origins[at]![row]!, random));
    const added = random() < 0.6 ? [foreign[Math.floor(random() * foreign.length)]!] : [];
    const all = [...rows, ...added];
    return {
      standard: { ...standard, items: renumber(all.map(({ item }) => item)) },
      origins: all.map(({ origin }) => origin),
    };
  });
  const above = template === head ? [head] : [template, head];
  return {
    plan: {
      ...template.plan,
      id: `plan-${index}`,
      header,
      basis: above.map((plan) => basisOn(plan.plan, random)),
      standards: standards.map(({ standard }) => standard),
    },
    template: template.plan.id,
    family: template.family,
    origins: standards.map(({ origins }) => origins),
  };
}

const renumber = (items: readonly StandardItem[]): StandardItem[] =>
  items.map((item, at) => ({ ...item, number: at + 1 }));

/** One row in ten is dropped, two are reworded, one has another number. */
function varyRow(item: StandardItem, origin: string, random: () => number): { item: StandardItem; origin: string }[] {
  const chance = random();
  const text = item.criterion;
  if (chance < 0.1) return [];
  if (text === null || chance > 0.4) return [{ item, origin }];
  const varied = chance < 0.3 ? rewordText(text, random) : (changeNumber(text, random) ?? text);
  return [{ item: { ...item, criterion: varied }, origin }];
}

/** By title, with or without the number, in brackets of any sort, or by the notice that covers it. */
function basisOn({ header, standards }: Plan, random: () => number): Basis {
  const number = random() < 0.5 ? (header.documentNumber?.replace("〔", "[").replace("〕", "]") ?? null) : null;
  const title = random() < 0.3 ? `关于印发〈${header.title}〉的通知` : (header.title ?? "");
  return { title, documentNumber: number, relation: "implements", evidence: standards[0]!.evidence };
}
