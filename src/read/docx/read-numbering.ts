import { childElements, findChild, findDescendant, type XmlElement } from "../../core/xml/xml-node.ts";
import type { Level, NumberedList } from "../numbering/numbered-list.ts";
import type { Styles } from "./styles.ts";
import { findNumber, findToggle, findValue } from "./word-node.ts";

/** Word has nine levels, and no pattern of a level fills a line. */
const MOST_LEVELS = 9;
const LONGEST_PATTERN = 100;

/** Links through numbering styles (`w:numStyleLink`) that are followed at most. */
const MOST_LINKS = 8;

/** Reads numbering.xml: every list by its `w:numId`. A number outside the file's own lists is not in the map. */
export function readNumbering(root: XmlElement | null, styles: Styles): ReadonlyMap<string, NumberedList> {
  const nums = byId(root, "w:num", "w:numId");
  const abstracts = byId(root, "w:abstractNum", "w:abstractNumId");
  const levels = new Map([...abstracts.values()].map((abstract) => [abstract, readLevels(abstract)]));
  const lists = new Map<string, NumberedList>();
  for (const [id, num] of nums) {
    const abstract = findAbstract(num, nums, abstracts, styles);
    if (abstract) lists.set(id, readList(id, num, abstract.attributes["w:abstractNumId"] ?? "", levels.get(abstract)!));
  }
  return lists;
}

const byId = (root: XmlElement | null, name: string, idName: string): ReadonlyMap<string, XmlElement> =>
  new Map(childElements(root, name).map((one) => [one.attributes[idName] ?? "", one]));

function findAbstract(
  num: XmlElement,
  nums: ReadonlyMap<string, XmlElement>,
  abstracts: ReadonlyMap<string, XmlElement>,
  styles: Styles,
): XmlElement | null {
  let at: XmlElement | undefined = num;
  for (let links = 0; at && links < MOST_LINKS; links++) {
    const abstract = abstracts.get(findValue(at, "w:abstractNumId") ?? "");
    const link = abstract ? findValue(abstract, "w:numStyleLink") : null;
    if (!abstract || link === null) return abstract ?? null;
    at = nums.get(findValue(styles.chain(link)[0] ?? null, "w:pPr", "w:numPr", "w:numId") ?? "");
  }
  return null;
}

type Levels = NumberedList["levels"];

function readList(id: string, num: XmlElement, abstractId: string, levels: Levels): NumberedList {
  const changes = childElements(num, "w:lvlOverride");
  const changed = changes.flatMap((change) => [...readLevels(change)]);
  const starts = changes.map((change) => [indexOf(change), findNumber(change, "w:startOverride")] as const);
  const overrides = new Map(starts.filter((start): start is readonly [number, number] => start[1] !== null));
  return { id, abstractId, levels: new Map([...levels, ...changed]), overrides };
}

const readLevels = (parent: XmlElement): Levels =>
  new Map(
    childElements(parent, "w:lvl")
      .filter((level) => indexOf(level) < MOST_LEVELS)
      .map((level) => [indexOf(level), readLevel(level)]),
  );

const indexOf = (level: XmlElement): number => Number(level.attributes["w:ilvl"] ?? 0);

const readLevel = (level: XmlElement): Level => ({
  start: findNumber(level, "w:start") ?? 0,
  format: findValue(level, "w:numFmt") ?? findFallbackFormat(level) ?? "decimal",
  text: (findValue(level, "w:lvlText") ?? "").slice(0, LONGEST_PATTERN),
  suffix: findValue(level, "w:suff") ?? "tab",
  legal: findToggle(level, "w:isLgl") ?? false,
  restart: findNumber(level, "w:lvlRestart"),
  styleId: findValue(level, "w:pStyle"),
});

/** Word hides its newer formats (`001`) in an alternate with a plain format for others. */
const findFallbackFormat = (level: XmlElement): string | null =>
  findValue(findDescendant(findChild(level, "mc:AlternateContent"), "mc:Fallback"), "w:numFmt");
