import { cityLevel } from "../core/gazetteer.ts";
import type { Outline } from "../core/outline.ts";
import { readPlaces } from "../core/places.ts";
import { FUNCTION_FORMS, readUnitName } from "../core/unit-name.ts";

/** Where a name may begin in running text: not in the middle of a longer name. */
const BOUNDARY = /^$|[^\p{Script=Han}]|[由和及与向报经会同对请至到给为是在将局委办厅心室部府]/u;
/** One body by a character more or less; these characters tell bodies apart. */
const TELLING = /[一二三四五六七八九十东西南北中上下前后大小新老分总\d第各]/u;
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  局: ["局"],
  委: ["委", "委员会"],
  委员会: ["委员会", "委"],
  办: ["办", "办公室"],
  办公室: ["办公室", "办"],
};

/**
 * Other names of a body that the file prints outside responsibilities: with the place in full, with 和 or without, short.
 * A name is only taken where it stands whole in the text and belongs to no other body.
 * @param texts the blocks' texts without white space
 */
export function findAliases(
  names: readonly string[],
  texts: readonly string[],
  outline: Outline,
  taken: ReadonlySet<string>,
): string[] {
  const isNew = (variant: string): boolean => !names.includes(variant) && !taken.has(variant);
  const variants = [...new Set(names.flatMap((name) => [...variantsOf(name, outline), ...shortenedForms(name)]))];
  const loose = [...new Set(names.flatMap(looseForms))].filter(
    (form) =>
      isNew(form) && (outline.header.recipients.includes(form) || texts.some((text) => standsAlone(form, text))),
  );
  const found = [
    ...loose,
    ...variants.filter((variant) => isNew(variant) && texts.some((text) => standsIn(variant, text))),
  ];
  return [
    ...found,
    ...names.flatMap((name) => fullGroupName(name, texts, taken)),
    ...names.flatMap((name) => doubleName(name, texts)),
    ...names.flatMap((name) => cityName(name, texts)),
  ];
}

function standsIn(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const after = text.slice(at + name.length, at + name.length + 2);
    if (
      BOUNDARY.test(text.slice(Math.max(0, at - 1), at)) &&
      !/^(?:所属|分局|办公|下属|员会|公室|事处|管理)/u.test(after)
    )
      return true;
  }
  return false;
}

/** A class of bodies is named where nothing else joins it on either side: `街道办事处` in `各镇政府、街道办事处，`. */
function standsAlone(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(Math.max(0, at - 1), at);
    const after = text.slice(at + name.length, at + name.length + 1);
    if (/^$|[^\p{Script=Han}]|[由和及与的]/u.test(before) && /^[要应须负将]/u.test(after)) return true;
  }
  return false;
}

/** A long name with one inner character left out, as drafters do (`精细化推进办`, `精细推进办`). */
const shortenedForms = (name: string): string[] =>
  name.length < 6
    ? []
    : [...name].flatMap((character, at) =>
        at > 1 && at < name.length - 1 && !TELLING.test(character) ? [name.slice(0, at) + name.slice(at + 1)] : [],
      );

function variantsOf(name: string, outline: Outline): string[] {
  const government = /^[省市州县区旗镇乡]政府(.*)$/u.exec(name);
  if (government) return [`${outline.header.jurisdiction.name ?? ""}人民政府${government[1]}`];
  const { area, place, stem, ending } = readUnitName(name);
  if (/有关|相关/u.test(name)) return [];
  if (!ending || stem.length < 2) return [];
  const prefixes = prefixesOf(area, place, outline);
  const stems = FUNCTION_FORMS.find((forms) => forms[0] === stem) ?? [
    stem,
    name.slice(name.indexOf(stem.slice(0, 2)), name.length - ending.length),
  ];
  const endings = ENDINGS[ending] ?? [ending];
  const all = [...prefixes].flatMap((prefix) =>
    stems.flatMap((form) => endings.map((end) => `${prefix}${form}${end}`)),
  );
  return all.filter((variant) => variant.length > 2 && (variant.length > 3 || area !== ""));
}

/** What may stand before a body's function: nothing, the level's word, or the plan's own place, alone or with the places above it. */
function prefixesOf(area: string, place: string, outline: Outline): string[] {
  const { jurisdiction, issuers, title } = outline.header;
  const own = jurisdiction.name ?? "";
  const chains = [title ?? "", ...issuers].map((text) => text.slice(0, readPlaces(text).at(-1)?.end ?? 0));
  if (jurisdiction.level === "national")
    return [...(area === "" ? [""] : []), "国家", "中华人民共和国", "中华人民共和国国家"];
  const full = [own, ...chains].filter((prefix) => prefix !== "" && (area === "" || prefix.endsWith(area)));
  return [...new Set([...(area === "" ? [""] : [area]), ...(place ? [place] : []), ...full])];
}

/** Names of classes of bodies: with 各 or without, 涉及 or 涉及的, 居委会 or 居委. */
function looseForms(name: string): string[] {
  if (/有关|相关/u.test(name)) return [];
  const plain = name.replace(/^各/u, "").replace(/^涉及的?/u, "涉及");
  const forms = [
    plain,
    ...(/^涉及/u.test(plain) ? [plain.replace("涉及", "涉及的")] : []),
    ...(/^(?:居|村)委会$/u.test(plain) ? [plain.slice(0, -1)] : []),
  ];
  return /^(?:各|涉及)|^[居村]委会$/u.test(name)
    ? forms.flatMap((form) => [form, `各${form}`]).filter((form) => form.length > 2)
    : [];
}

const PLACE_AT_END = /^[\p{Script=Han}]{1,14}(?:省|市|州|县|区|旗|镇|乡)$/u;

/** A leading group's longer names: the printed name with the place in front (`A县…领导小组`). */
function fullGroupName(name: string, texts: readonly string[], taken: ReadonlySet<string>): string[] {
  if (!/.{2,}领导小组$/u.test(name)) return [];
  const found = new Set<string>();
  for (const text of texts) {
    const at = text.indexOf(name);
    const before = at < 0 ? "" : (/[\p{Script=Han}]{0,20}$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? "");
    const place = PLACE_AT_END.exec(before.replace(/^.*(?:成立|设立|组建|调整|由|报|向|在)/u, ""))?.[0];
    if (place && !taken.has(place + name)) found.add(place + name);
  }
  return [...found];
}

/** `市生态环境局A分局` with the city's own name before it. */
function cityName(name: string, texts: readonly string[]): string[] {
  if (!/^市[^场]/u.test(name)) return [];
  for (const text of texts) {
    const at = text.indexOf(name);
    const stem =
      at < 2
        ? undefined
        : [4, 3, 2]
            .map((length) => text.slice(Math.max(0, at - length), at))
            .find((candidate) => cityLevel(`${candidate}市`) !== null);
    if (stem) return [stem + name];
  }
  return [];
}

/** One office with two name plates: `国资办（金融办）`. */
function doubleName(name: string, texts: readonly string[]): string[] {
  if (name.length < 3 || !/[局办委部]$/u.test(name)) return [];
  const pattern = new RegExp(`(?:^|[^\\p{Script=Han}])([\\p{Script=Han}]{2,10}[局办委部][（(]${name}[）)])`, "u");
  for (const text of texts) {
    const match = pattern.exec(text);
    if (match) return [match[1]!];
  }
  return [];
}
