import { FUNCTION_FORMS } from "../../core/unit-name.ts";

/** `全县`, `我市`, `本镇`, `各区`: the whole of the place that speaks. */
const OWN_AREA = /[全我本](?:国|省|自治区|市|州|县|区|旗|镇|乡|街道)(?![区容场])/gu;
/** `县级`, `市直`: bodies of the own level; `县委`, `市人民政府`. */
const LEVEL =
  /(?:省|自治区|市|州|县|区|旗|镇)(?=直|委|人民政府|政府|住|发改|教育|公安|民政|财政|人社|生态|水利|卫健|市监)/gu;
/** A county's 区级 and 旗级 are the province's 县级; so are 镇级 and 街道级 its 乡级. */
const COUNTY = /[县区旗](?:（市、区）)?级/gu;
const TOWNSHIP = /(?:乡镇|镇街|街道|[乡镇])(?:（街道）)?级/gu;
const ORGAN = "(?=局|厅|委|办|部门|主管部门|行政主管部门)";

/** `住房和城乡建设局` and `住建厅` → `住建局`: the shortest form of a function, one ending for bodies of one function. */
const FORMS: readonly (readonly [RegExp, string])[] = FUNCTION_FORMS.filter((forms) => forms[0]!.length > 2).map(
  (forms) => {
    const longest = [...forms].filter((form) => form.length > 2).toSorted((a, b) => b.length - a.length);
    return [new RegExp(`(?:${longest.join("|")})${ORGAN}`, "gu"), forms.toSorted((a, b) => a.length - b.length)[0]!];
  },
);

/**
 * Puts names of places and bodies into classes, so that a county's wording meets the province's: `全县` and `全省` →
 * `全域`, `县住房和城乡建设局` → `住建局`.
 * @param ownNames names of the plan's own place, taken out wherever they stand
 */
export function foldNames(text: string, ownNames: readonly string[]): string {
  const bare = ownNames.reduce((left, name) => left.replaceAll(name, ""), text);
  const areas = bare.replace(OWN_AREA, "全域").replace(COUNTY, "县级").replace(TOWNSHIP, "乡级").replace(LEVEL, "");
  return FORMS.reduce((left, [pattern, short]) => left.replace(pattern, short), areas);
}
