import type { Header } from "../../schemas/header.ts";
import { isNational, readPlaces } from "../core/places.ts";

/** `A县委组织部` is a body of A县. */
const PARTY_COMMITTEE = /(?<=^[\p{Script=Han}]{2,10}[省市州县区旗])委(?!员会).*$/u;

/** Of all 新区 only these two are districts of a city with a people's government; the others are run by a 管委会. */
const DISTRICTS = /^(?:浦东|滨海)新区$/u;

const isZone = (place: string, issuers: readonly string[]): boolean =>
  place.endsWith("新区") && !DISTRICTS.test(place) && !issuers.some((issuer) => /新区人民政府/u.test(issuer));

/** Whose plan it is: the place that the title begins with, else the issuer's, else the notice title's. */
export function findJurisdiction(
  title: string | null,
  issuers: readonly string[],
  noticeTitle: string | null,
): Header["jurisdiction"] {
  const sources = [title ?? "", ...issuers, noticeTitle ?? ""].map((text) =>
    text.replace(/^(?:中共|关于(?:印发|转发)?)?[《“]?/u, "").replace(PARTY_COMMITTEE, ""),
  );
  for (const source of sources) {
    const place = readPlaces(source).at(-1);
    if (place) return { name: place.name, level: isZone(place.name, issuers) ? "zone" : place.level };
    if (source && isNational(source)) return { name: "全国", level: "national" };
  }
  return { name: null, level: null };
}
