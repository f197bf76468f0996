import type { Header } from "../../schemas/header.ts";
import { cityLevel } from "../core/gazetteer.ts";
import { readPlaces } from "../core/places.ts";
import { FUNCTION_FORMS, readUnitName } from "../core/unit-name.ts";
import { type NameSearch, occurrencesOf } from "./name-search.ts";
import { TELLING } from "./unit-groups.ts";

/** Where a name may begin in running text: not in the middle of a longer name. */
const BOUNDARY = /[^\p{Script=Han}]|[由和及与向报经会同对请至到给为是在将局委办厅心室部府]/u;
/** What would make another, longer name of it. */
const GOES_ON = /^(?:所属|分局|办公|下属|员会|公室|事处|管理)/u;

/**
 * Other names of a body that the file prints outside responsibilities: with the place in full, with 和 or without, in
 * short. A name is only taken where it stands whole in the text and belongs to no other body.
 * @param taken the names of all bodies of the file
 */
export function findAliases(
  names: readonly string[],
  search: NameSearch,
  header: Header,
  taken: ReadonlySet<string>,
): string[] {
  const variants = names.flatMap((name) => [...variantsOf(name, header), ...shortenedForms(name)]);
  const classes = names.flatMap(classForms);
  const found = [
    ...classes.filter((form) => header.recipients.includes(form) || acts(form, search)),
    ...variants.filter((variant) => standsWhole(variant, search)),
    ...names.flatMap((name) => [
      ...fullGroupNames(name, search),
      ...doubleNames(name, search),
      ...cityNames(name, search),
    ]),
  ];
  return [...new Set(found)].filter((name) => !names.includes(name) && !taken.has(name));
}

const standsWhole = (name: string, search: NameSearch): boolean =>
  occurrencesOf(name, search).some(
    (at) =>
      BOUNDARY.test(search.text[at - 1]!) &&
      !GOES_ON.test(search.text.slice(at + name.length, at + name.length + 2)) &&
      !isFormLabel(search.text, at, at + name.length),
  );

/** `园区管委会推荐意见`: a form's box is for any body of its kind. */
const isFormLabel = (text: string, start: number, end: number): boolean =>
  text[start - 1] === "\n" &&
  /^(?:推荐|审核|审查|审批|初审|复核|评审|考核)?意见(?:$|[\n（(：:])/u.test(text.slice(end, end + 6));

/** A class of bodies is named where it does something by itself: `各有关单位、街道办事处要…`. */
const acts = (name: string, search: NameSearch): boolean =>
  occurrencesOf(name, search).some(
    (at) =>
      /[^\p{Script=Han}]|[由和及与的]/u.test(search.text[at - 1]!) &&
      /[要应须负将]/u.test(search.text[at + name.length]!),
  );

const SHORTEST_CUT = 6;
/** What is longer (characters) is a sentence that stands in a column of bodies. */
const LONGEST_CUT = 40;

/** A long name with one inner character left out, as drafters do (`精细化推进办`, `精细推进办`). */
const shortenedForms = (name: string): string[] =>
  name.length < SHORTEST_CUT || name.length > LONGEST_CUT
    ? []
    : [...name].flatMap((character, at) =>
        at > 1 && at < name.length - 1 && !TELLING.test(character) ? [name.slice(0, at) + name.slice(at + 1)] : [],
      );

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  委: ["委", "委员会"],
  委员会: ["委员会", "委"],
  办: ["办", "办公室"],
  办公室: ["办公室", "办"],
};

/** Every form of a body's name: each prefix with each form of its function and of its ending. */
function variantsOf(name: string, header: Header): string[] {
  const government = /^[省市州县区旗镇乡]政府(.*)$/u.exec(name);
  if (government) return [`${header.jurisdiction.name ?? ""}人民政府${government[1]}`];
  const { area, place, stem, ending } = readUnitName(name);
  if (/有关|相关/u.test(name) || !ending || stem.length < 2) return [];
  const printed = name.slice(name.indexOf(stem.slice(0, 2)), name.length - ending.length);
  const stems = FUNCTION_FORMS.find((forms) => forms[0] === stem) ?? [stem, printed];
  const all = prefixesOf(area, place, header).flatMap((prefix) =>
    stems.flatMap((form) => (ENDINGS[ending] ?? [ending]).map((end) => `${prefix}${form}${end}`)),
  );
  return all.filter((variant) => variant.length > (area === "" ? 3 : 2));
}

/** What may stand before a body's function: nothing, the level's word, or the plan's own place, alone or with the places above it. */
function prefixesOf(area: string, place: string, { jurisdiction, issuers, title }: Header): string[] {
  const bare = area === "" ? [""] : [];
  if (jurisdiction.level === "national") return [...bare, "国家", "中华人民共和国", "中华人民共和国国家"];
  const chains = [title ?? "", ...issuers].map((text) => text.slice(0, readPlaces(text).at(-1)?.end ?? 0));
  const full = [jurisdiction.name ?? "", ...chains].filter((prefix) => prefix !== "" && prefix.endsWith(area));
  return [...new Set([...bare, area, place, ...full].filter((prefix) => prefix !== "" || area === ""))];
}

/** Names of classes of bodies: with 各 or without, 涉及 or 涉及的, 居委会 or 居委. */
function classForms(name: string): string[] {
  if (/有关|相关/u.test(name) || !/^(?:各|涉及)|^[居村]委会$/u.test(name)) return [];
  const plain = name.replace(/^各/u, "").replace(/^涉及的?/u, "涉及");
  const forms = [plain, plain.replace(/^涉及/u, "涉及的"), plain.replace(/^([居村]委)会$/u, "$1")];
  return forms.flatMap((form) => [form, `各${form}`]).filter((form) => form.length > 2);
}

const PLACE_AT_END = /^[\p{Script=Han}]{1,14}(?:省|市|州|县|区|旗|镇|乡)$/u;
const LONGEST_PLACE = 20;

/** `领导小组` alone has no longer name that is its own. */
const SHORTEST_GROUP = "创建领导小组".length;

/** A leading group's longer names: the printed name with the place in front (`A县…领导小组`). */
function fullGroupNames(name: string, search: NameSearch): string[] {
  if (name.length < SHORTEST_GROUP || !name.endsWith("领导小组")) return [];
  return occurrencesOf(name, search)
    .flatMap((at) => {
      const before = /[\p{Script=Han}]*$/u.exec(search.text.slice(at - Math.min(at, LONGEST_PLACE), at))![0];
      const place = PLACE_AT_END.exec(before.replace(/^.*(?:成立|设立|组建|调整|由|报|向|在)/u, ""));
      return place ? [place[0] + name] : [];
    })
    .toArray();
}

/** `市生态环境局A分局` with the city's own name before it. */
function cityNames(name: string, search: NameSearch): string[] {
  if (!/^市[^场]/u.test(name)) return [];
  return occurrencesOf(name, search)
    .flatMap((at) => {
      const stems = [4, 3, 2].map((length) => search.text.slice(Math.max(0, at - length), at));
      const city = stems.find((stem) => cityLevel(`${stem}市`) !== null);
      return city ? [city + name] : [];
    })
    .take(1)
    .toArray();
}

/** One office with two name plates: `国资办（金融办）`. */
function doubleNames(name: string, search: NameSearch): string[] {
  if (name.length < 3 || !/[局办委部]$/u.test(name)) return [];
  return ["（", "("].flatMap((open) =>
    occurrencesOf(`${open}${name}`, search)
      .flatMap((at) => {
        const before = /(?:[^\p{Script=Han}][由报向与及]?)([\p{Script=Han}]{2,10}[局办委部])$/u.exec(
          search.text.slice(Math.max(0, at - 12), at),
        );
        const close = search.text[at + open.length + name.length]!;
        return before && /[）)]/u.test(close) ? [`${before[1]}${open}${name}${close}`] : [];
      })
      .take(1)
      .toArray(),
  );
}
