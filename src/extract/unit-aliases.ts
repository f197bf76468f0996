import type { Outline } from "../core/outline.ts";
import { FUNCTION_FORMS, readUnitName } from "../core/unit-name.ts";

/** Where a name may begin in running text: not in the middle of a longer name. */
const BOUNDARY = /^$|[^\p{Script=Han}]|[由和及与向报经会同对请各至到给为是在将]/u;
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
  const variants = new Set(names.flatMap((name) => variantsOf(name, outline)));
  const found = [...variants].filter(
    (variant) => !names.includes(variant) && !taken.has(variant) && texts.some((text) => standsIn(variant, text)),
  );
  return [
    ...found,
    ...names.flatMap((name) => fullGroupName(name, texts, taken)),
    ...names.flatMap((name) => doubleName(name, texts)),
  ];
}

function standsIn(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const after = text.slice(at + name.length, at + name.length + 2);
    if (BOUNDARY.test(text.slice(Math.max(0, at - 1), at)) && !/^(?:所属|分局|办公室|下属)/u.test(after)) return true;
  }
  return false;
}

function variantsOf(name: string, outline: Outline): string[] {
  const { area, place, stem, ending } = readUnitName(name);
  if (!ending || stem.length < 2) return /^各/u.test(name) ? [name.slice(1)] : [];
  const own = outline.header.jurisdiction.name ?? "";
  const prefixes = new Set(["", area, place, own.endsWith(area) || area === "" ? own : ""]);
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

/** A leading group's full name: the longest text that ends with the name that was printed (`A县…领导小组`). */
function fullGroupName(name: string, texts: readonly string[], taken: ReadonlySet<string>): string[] {
  if (!/.{2,}领导小组$/u.test(name)) return [];
  const before = new RegExp(`([\\p{Script=Han}]{2,12}(?:省|市|州|县|区|旗|镇|乡))${name}(?=成员|名单|组成|$)`, "u");
  for (const text of texts) {
    const match = before.exec(text);
    const full = match && `${match[1]}${name}`;
    if (full && !taken.has(full)) return [full];
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
