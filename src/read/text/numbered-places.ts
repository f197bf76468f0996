/** A place where a numbered heading or item begins: its level (1 一、, 2 （一）, 3 1.), value and offset. */
export interface NumberedPlace {
  readonly level: number;
  readonly value: number;
  readonly at: number;
}

const HAN_NUMBER = "[一二三四五六七八九十]{1,3}";
const MARK = new RegExp(
  `第(${HAN_NUMBER})[章条节]|(${HAN_NUMBER})、|[（(](${HAN_NUMBER})[）)]|(?<![\\d.．])(\\d{1,2})[.．、](?!\\d)`,
  "gu",
);
/** A number is a heading's where a sentence, a bracket or a quotation has just ended. */
const ENDED = /[。；：！？”）)】\s]$/u;
const DIGITS = "零一二三四五六七八九";

/** The value of 一 … 九十九. */
export function readHanNumber(text: string): number {
  const [tens, units] = text.includes("十") ? text.split("十") : ["零", text];
  return 10 * (tens === "" ? 1 : DIGITS.indexOf(tens!)) + (units === "" ? 0 : DIGITS.indexOf(units!));
}

/**
 * Finds the places where a running text is numbered: 一、 then 二、 …; below each its own （一） （二） …; below these
 * 1. 2. … A number without its neighbour is text (`十一、`, `1.5`, a lone `（一）`). `titleLength` measures a chapter's
 * title at an offset: it proves the number before it and the one directly behind it, though both are glued to text.
 */
export function findNumberedPlaces(text: string, titleLength: (at: number) => number): NumberedPlace[] {
  const accepted: NumberedPlace[] = [];
  const counts = [0, 0, 0, 0];
  let titleEnd = 0;
  for (const found of text.matchAll(MARK)) {
    const place = readPlace(found);
    const end = found.index + found[0].length;
    const title = place.level === 1 ? titleLength(end) : 0;
    const before = text.slice(Math.max(0, place.at - 1), place.at);
    const proven = ENDED.test(before) || place.at === 0 || place.at === titleEnd || title > 0;
    if (!proven || !follows(place.value, counts[place.level]!, place.level)) continue;
    counts.fill(0, place.level + 1);
    counts[place.level] = place.value;
    accepted.push(place);
    titleEnd = end + title;
  }
  return accepted.filter((_, index) => hasNeighbour(accepted, index));
}

function readPlace(found: RegExpExecArray): NumberedPlace {
  const [, article, chapter, part, item] = found;
  const level = (article ?? chapter) ? 1 : part ? 2 : 3;
  return { level, value: item ? Number(item) : readHanNumber((article ?? chapter ?? part)!), at: found.index };
}

const follows = (value: number, last: number, level: number): boolean =>
  value === last + 1 || (value === 1 && level > 1 && last > 1);

/** Whether the number before or the number after stands on the same level under the same parent. */
function hasNeighbour(places: readonly NumberedPlace[], index: number): boolean {
  const { level, value } = places[index]!;
  if (value > 1) return true;
  for (let at = index + 1; at < places.length && places[at]!.level >= level; at++) {
    if (places[at]!.level === level) return places[at]!.value === 2;
  }
  return false;
}
