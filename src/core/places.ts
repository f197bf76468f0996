import type { Level } from "../../schemas/header.ts";
import { cityLevel, PROVINCES } from "./gazetteer.ts";

/** A place named at the start of a text: `name` its own name, `end` the offset after it. */
export interface Place {
  readonly name: string;
  readonly level: Level;
  readonly end: number;
}

const ZONE =
  /^[\p{Script=Han}]{2,14}?(?:经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|产业园区|工业园区|开发区|高新区|经开区|保税区|综保区|示范区|管理区|度假区|风景区|科学城|工业园|产业园|新城|集聚区)/u;
const TOWN = /^([\p{Script=Han}]{1,6}?)(镇|乡|街道|苏木)(?!村|企|级|办企|（|\()/u;
const COUNTY =
  /^([\p{Script=Han}]{1,7}?)(自治县|县|自治旗|旗|新区|区|林区|特区)(?!域|级|直|属|委|政府|间|块|分|别|位|内|外)/u;
const PREFECTURE = /^([\p{Script=Han}]{2,10}?)(自治州|州|地区|盟|市)(?!场|政|民|级|直|容|域|区域)/u;
/** Common words that only look like places: `城市`, `社区`, `乡镇`. */
const NOT_A_PLACE =
  /(?:^[东西南北中本我该原老两各]{1,2}[市县区镇乡]$|^新[市区镇乡]$|委员会|管委|[委局厅部办]|城市|都市|超市|上市|门市|社区|小区|城区|辖区|园区|市区|县区|片区|街区|校区|库区|景区|灾区|山区|老区|郊区|牧区|林区|地区|各[市县区镇乡]|全[省市县区镇乡]|(?:乡镇|村镇|集镇)$|^(?:[各全县市区新老]{0,2})城镇$|市县|州县|城乡|下乡|返乡|入乡|农村|建设|推进|关于|加强|做好|开展|印发|进一步)/u;

/** Reads the chain of places that a name begins with: `A省B市C县…` → three places, outermost first. */
export function readPlaces(text: string): Place[] {
  const places: Place[] = [];
  let at = 0;
  for (let place = nextPlace(text, at, places); place; place = nextPlace(text, at, places)) {
    places.push(place);
    at = place.end;
    if (place.level === "zone" || place.level === "township") break;
  }
  return places;
}

function nextPlace(text: string, at: number, before: readonly Place[]): Place | null {
  const rest = text.slice(at, at + 24);
  const province = before.length === 0 ? [...PROVINCES].find((name) => rest.startsWith(name)) : undefined;
  if (province) return { name: province, level: "province", end: at + province.length };
  const found = [
    zoneAt(rest) ?? (before.length ? bareZoneAt(rest) : null),
    prefectureAt(rest),
    countyAt(rest),
    townAt(rest),
  ].filter((place) => place !== null);
  const best = found.reduce<Place | null>((a, b) => (a === null || b.end < a.end ? b : a), null);
  if (!best || before.some((place) => rank(place.level) >= rank(best.level) && best.level !== "zone")) return null;
  return { ...best, end: best.end + at };
}

const LEVELS: readonly Level[] = ["national", "province", "prefecture", "county", "township", "zone"];
const rank = (level: Level): number => LEVELS.indexOf(level);

function zoneAt(text: string): Place | null {
  const match = ZONE.exec(text);
  return match && !/[、，的《]|关于/u.test(match[0]) ? { name: match[0], level: "zone", end: match[0].length } : null;
}

/** After the place it belongs to, a zone needs no name of its own: `A市高新区`. */
function bareZoneAt(text: string): Place | null {
  const name = /^(?:经济开发区|开发区|高新区|经开区|保税区|综保区|度假区|风景区)/u.exec(text)?.[0];
  return name ? { name, level: "zone", end: name.length } : null;
}

function prefectureAt(text: string): Place | null {
  const match = PREFECTURE.exec(text);
  if (!match || (NOT_A_PLACE.test(match[0]) && cityLevel(match[0]) === null)) return null;
  const level = match[2] === "市" ? (cityLevel(match[0]) ?? "prefecture") : "prefecture";
  return { name: match[0], level, end: match[0].length };
}

function countyAt(text: string): Place | null {
  const match = COUNTY.exec(text);
  return match && !NOT_A_PLACE.test(match[0]) ? { name: match[0], level: "county", end: match[0].length } : null;
}

function townAt(text: string): Place | null {
  const match = TOWN.exec(text);
  return match && !NOT_A_PLACE.test(match[0]) ? { name: match[0], level: "township", end: match[0].length } : null;
}

const NATIONAL =
  /^(?:国务院|国家|中共中央|中央|中华人民共和国|全国)|^(?![\p{Script=Han}]{0,9}[省市州县区旗镇委])[\p{Script=Han}]{2,10}部(?:等|办公厅|$|[、，关])/u;

/** Whether the name of a body or a title speaks for the whole nation (国务院, 国家发展改革委, 住房和城乡建设部等部门). */
export const isNational = (text: string): boolean => NATIONAL.test(text) && readPlaces(text).length === 0;
