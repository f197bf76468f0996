import { readPlaces } from "./places.ts";
import { squash } from "./tidy.ts";

/** Short and long forms of the names of functions; the first form is the one that keys are made of. */
export const FUNCTION_FORMS: readonly (readonly string[])[] = [
  ["住房城乡建设", "住房和城乡建设", "住建"],
  ["发展改革", "发展和改革", "发改"],
  ["人力资源社会保障", "人力资源和社会保障", "人社"],
  ["卫生健康", "卫健"],
  ["市场监管", "市场监督管理", "市监"],
  ["教育体育", "教育和体育", "教体"],
  ["文化旅游", "文化和旅游", "文旅"],
  ["文化广电旅游", "文化广电和旅游", "文广旅", "文旅广电"],
  ["工业信息化", "工业和信息化", "工信"],
  ["综合执法", "综合行政执法"],
  ["自然资源规划", "自然资源和规划", "资规", "自规"],
  ["规划自然资源", "规划和自然资源", "规划资源"],
  ["教育", "教"],
  ["城市管理", "城管"],
  ["应急管理", "应急"],
  ["交通运输", "交通"],
  ["城市管理综合执法", "城市管理和综合执法", "城市管理综合行政执法", "城市管理和综合行政执法", "城管执法"],
  ["医疗保障", "医保"],
  ["退役军人事务", "退役军人"],
  ["经济信息化", "经济和信息化", "经信"],
  ["商务", "商务粮食"],
];

/** A body's name taken apart: `某县住建局` → area 县, function 住房城乡建设, ending 局. */
export interface UnitName {
  /** The level word of the area in front (省, 市, 县, 区, 镇…), or "" where the name has none. */
  readonly area: string;
  /** The place's own name where it is printed (`某县`), or "". */
  readonly place: string;
  readonly stem: string;
  readonly ending: string;
}

const AREA =
  /^(?:(国家|省|自治区|州|盟|县|区|旗|镇|乡(?!镇|村)|街道(?!办)|开发区|高新区|经开区|新区)|(市(?!场|容|域)))(?=[\p{Script=Han}]{2})(?!级|直属|人民政府|政府|管委会|委会)/u;
const ENDING =
  /(?:总局|分局|委员会办公室|委员会|办公室|办公厅|领导小组|总队|支队|大队|中队|事务中心|服务中心|发展中心|中心|局|委|办|厅|部|部门|处|站|所|队|院|公司|集团|会)$/u;

/** Takes a name apart; 各, 的 and a closing bracket (`（小区内）`) are left out. */
export function readUnitName(name: string): UnitName {
  const plain = squash(name)
    .replace(/^(?:各|本)(?=..)/u, "")
    .replace(/(?<=.)[（(][^（）()]*[）)]$/u, "")
    .replace(/的/gu, "");
  const places = readPlaces(plain).filter((place) => place.end < plain.length - 1);
  const place = places.at(-1);
  const afterPlace = place ? plain.slice(place.end) : plain;
  const word = place ? null : AREA.exec(plain);
  const rest = word ? plain.slice(word[0].length) : afterPlace;
  const ending = ENDING.exec(rest)?.[0] ?? "";
  const core = ending && ending.length < rest.length ? rest.slice(0, -ending.length) : rest;
  return {
    area: word?.[1] ?? word?.[2] ?? (place ? areaWord(place.name) : ""),
    place: place?.name ?? "",
    stem: canonicalStem(core),
    ending: ending.length < rest.length ? ending : "",
  };
}

const areaWord = (place: string): string => /(省|自治区|市|州|盟|县|区|旗|镇|乡|街道)$/u.exec(place)?.[1] ?? "";

/** `住房和城乡建设` and `住建` → `住房城乡建设`. */
export function canonicalStem(core: string): string {
  for (const forms of FUNCTION_FORMS) if (forms.includes(core)) return forms[0]!;
  return core.replace(/(?<=[\p{Script=Han}]{2})和(?=[\p{Script=Han}]{2})/gu, "");
}

/** 局, 委, 厅 and 办 of one function are one body in one place; a 中心 or 分局 is another. */
export function endingClass(ending: string): string {
  if (/^(?:委员会|委|局|管理局|厅|部|办公室|办|办公厅|部门)$/u.test(ending)) return "局";
  return /中心$/u.test(ending) ? "中心" : ending;
}
