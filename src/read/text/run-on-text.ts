import { CHAPTER_TITLES } from "./chapter-titles.ts";
import { findNumberedPlaces } from "./numbered-places.ts";
import { splitEnd, splitFront } from "./run-on-ends.ts";

const LONGEST_TITLE = 20;
const TITLE_LIST = CHAPTER_TITLES.join("|");
const TITLES = new RegExp(`(?:${TITLE_LIST})(?:[和及与、](?:${TITLE_LIST}))*`, "uy");
const CHAPTER = /^(?:第[一二三四五六七八九十]{1,3}章|[一二三四五六七八九十]{1,3}、)\s*/u;
const FEWEST_CHAPTERS = 2;
const FEWEST_PARTS = 3;

/**
 * Splits a body that a crawler has left without line ends (`…意识。一、工作目标至2020年底…（一）…1.…`) at its own
 * numbering, chapter headings from the text glued to them, title, recipients and signature from the rest. Null where
 * the numbering does not prove that several paragraphs were glued.
 */
export function splitRunOnText(text: string): string[] | null {
  const places = findNumberedPlaces(text, (at) => titleLength(text, at));
  const chapters = places.filter(({ level }) => level === 1).length;
  const parts = places.filter(({ level }) => level === 2).length;
  if (chapters < FEWEST_CHAPTERS && parts < FEWEST_PARTS) return null;
  const starts = [0, ...places.map(({ at }) => at).filter((at) => at > 0)];
  const pieces = starts.map((start, index) => text.slice(start, starts[index + 1]).trim()).filter(Boolean);
  const numbered = places[0]!.at === 0;
  const front = numbered ? [] : splitFront(pieces[0]!);
  const body = pieces.slice(numbered ? 0 : 1).flatMap(splitHeading);
  return [...front, ...body.slice(0, -1), ...splitEnd(body.at(-1)!, findIssuer(front[0] ?? ""))];
}

/** The body that the notice's title begins with: `某县人民政府办公室关于印发…`. */
const findIssuer = (title: string): string | null => /^([^，。；：]{4,60}?)关于/u.exec(title)?.[1] ?? null;

/** `一、工作目标至2020年底…` → `一、工作目标`, `至2020年底…`; a title that a sentence goes on with is left whole. */
function splitHeading(piece: string): string[] {
  const number = CHAPTER.exec(piece)?.[0].length ?? 0;
  const title = number === 0 ? 0 : titleLength(piece, number);
  const rest = piece.slice(number + title).trim();
  const glued = title > 0 && rest !== "" && !/^(?:[。，、；：（(的和及与是]|如下)/u.test(rest);
  return glued ? [piece.slice(0, number + title), rest] : [piece];
}

function titleLength(text: string, at: number): number {
  TITLES.lastIndex = at;
  return Math.min(TITLES.exec(text)?.[0].length ?? 0, LONGEST_TITLE);
}
