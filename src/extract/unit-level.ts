import type { Header, Level } from "../../schemas/header.ts";
import { cityLevel } from "../core/gazetteer.ts";
import { isBody } from "../core/split-units.ts";
import { familyOf } from "../core/unit-family.ts";
import { readUnitName } from "../core/unit-name.ts";

const LEVEL_OF_AREA: Readonly<Record<string, Level>> = {
  国家: "national",
  省: "province",
  自治区: "province",
  州: "prefecture",
  盟: "prefecture",
  县: "county",
  区: "county",
  旗: "county",
  镇: "township",
  乡: "township",
  街道: "township",
  开发区: "zone",
  高新区: "zone",
  经开区: "zone",
};

/** Bodies of any level: `各有关单位`, `派出所`. */
const ANY_LEVEL = /^各|有关|相关|居委|派出所/u;

/** `各省级财政部门`: a class of bodies that says its level itself. */
const TIER = /^各?([省市县镇乡])级/u;
const LEVEL_OF_TIER: Readonly<Record<string, Level>> = {
  省: "province",
  市: "prefecture",
  县: "county",
  镇: "township",
  乡: "township",
};

/** The level of a body by the area in its name; without one it is of the plan's own level, or null for a class of bodies. */
export function levelOf(name: string, own: Header["jurisdiction"]): Level | null {
  if (familyOf(name) === "乡镇街道") return "township";
  const tier = TIER.exec(name)?.[1];
  if (tier) return LEVEL_OF_TIER[tier]!;
  const { area, place } = readUnitName(name);
  if (place !== "" && place === own.name) return own.level;
  if (area === "市")
    return place ? (cityLevel(place) ?? "prefecture") : own.name?.endsWith("市") ? own.level : "prefecture";
  return LEVEL_OF_AREA[area] ?? (isBody(name) && !ANY_LEVEL.test(name) ? own.level : null);
}
