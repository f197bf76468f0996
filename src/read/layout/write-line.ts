import type { Box } from "../../../schemas/evidence.ts";
import { startsWide } from "../../core/tidy.ts";
import { type GlyphLine, isBlank } from "./gather-lines.ts";
import type { Glyph } from "./page-content.ts";
import { around, type Span, type TextLine } from "./text-line.ts";

/** A gap this wide (em) is one that a reader sees, even where no blank was drawn. */
const SEEN_GAP = { wide: 0.5, mixed: 0.5, narrow: 0.18 };
/** Between the digits of a letter-spaced number; no writer parts two numbers by less without a blank. */
const NUMBER_GAP = 0.5;
/** A drawn blank counts where it left at least this gap (em): some producers draw one after every character. */
const BLANK_GAP = { wide: 0.12, mixed: 0.1, narrow: 0.08 };
/** From here on (em) a gap is alignment, not a word space. */
const ALIGNMENT_GAP = 0.9;
const MOST_SPACES = 40;
/** A letter-spaced title needs this many gaps before its usual gap counts as none. */
const ENOUGH_GAPS = 3;
/** Characters whose width differs by more (share of the size) do not share a span. */
const UNEVEN = 0.06;
/** Justified text spreads its characters; a box cut out of a wider spread span would be off by more than this (em). */
const WIDEST_EVEN_GAP = 0.15;

type Company = keyof typeof SEEN_GAP;

/** A character and how many spaces stand before it. */
interface Placed {
  readonly glyph: Glyph;
  readonly spaces: number;
}

/**
 * Writes a line's glyphs as text. Spaces stand only where the drawing shows a gap beyond the line's own
 * letter-spacing; a gap over about one em gives two or more (`甲县住建局  乙县财政局`).
 */
export function writeLine(line: GlyphLine, page: number): TextLine {
  const placed = closeNumbers(placeGlyphs(line));
  const text = placed.map(({ glyph, spaces }) => " ".repeat(spaces) + glyph.text).join("");
  const box = placed.map(({ glyph }) => glyph.box).reduce(around);
  return { text, page, size: usualSize(placed), box, spans: findSpans(placed) };
}

function placeGlyphs(line: GlyphLine): Placed[] {
  const ink = line.filter((glyph) => !isBlank(glyph));
  const spacing = findSpacing(ink);
  const blanks = findBlanks(line);
  return ink.map((glyph, index) => {
    const before = ink[index - 1];
    return { glyph, spaces: before ? countSpaces(before, glyph, spacing, blanks.has(glyph)) : 0 };
  });
}

/**
 * A number whose digits all stand apart by one space, before a wide character or a percent sign, is one number
 * (`6 0 %以上`): some producers give a digit the advance of a Chinese character.
 */
function closeNumbers(placed: readonly Placed[]): Placed[] {
  const closed = [...placed];
  let first = 0;
  closed.forEach(({ glyph, spaces }, at) => {
    if (/^\d$/u.test(glyph.text) && at > first && isDigit(closed[at - 1]!) && spaces === 1) return;
    const isNumber =
      at - first > 1 &&
      isDigit(closed[at - 1]!) &&
      spaces <= 1 &&
      NUMBERED.test(glyph.text) &&
      !/[\d.．]/u.test(closed[first - 1]?.glyph.text ?? "");
    if (isNumber) for (let inner = first + 1; inner < at; inner++) closed[inner] = { ...closed[inner]!, spaces: 0 };
    if (isNumber && spaces === 1) closed[at] = { glyph, spaces: 0 };
    first = at;
  });
  return closed;
}

const isDigit = ({ glyph }: Placed): boolean => /^\d$/u.test(glyph.text);
const NUMBERED = /^[%％\p{Script=Han}]/u;

/** The glyphs that have a drawn blank before them. */
function findBlanks(line: GlyphLine): Set<Glyph> {
  return new Set(line.filter((glyph, index) => index > 0 && !isBlank(glyph) && isBlank(line[index - 1]!)));
}

function countSpaces(before: Glyph, glyph: Glyph, spacing: number, blank: boolean): number {
  const em = Math.min(before.size, glyph.size);
  const company = companyOf(before, glyph);
  const gap = (glyph.start - before.end) / em - (company === "narrow" ? 0 : spacing);
  const seen = isNumber(before) && isNumber(glyph) ? NUMBER_GAP : SEEN_GAP[company];
  if (gap < (blank ? BLANK_GAP[company] : seen)) return 0;
  return gap < ALIGNMENT_GAP ? 1 : Math.min(MOST_SPACES, Math.round(gap) + 1);
}

const isNumber = ({ text }: Glyph): boolean => /^[\d.%]$/u.test(text);

function companyOf(before: Glyph, glyph: Glyph): Company {
  const wide = Number(startsWide(before.text)) + Number(startsWide(glyph.text));
  return wide === 2 ? "wide" : wide === 1 ? "mixed" : "narrow";
}

/** The line's letter-spacing in em: the middle one of the gaps between wide characters. */
function findSpacing(ink: readonly Glyph[]): number {
  const gaps: number[] = [];
  ink.forEach((glyph, index) => {
    const before = ink[index - 1];
    if (before && companyOf(before, glyph) === "wide") gaps.push((glyph.start - before.end) / before.size);
  });
  if (gaps.length < ENOUGH_GAPS) return 0;
  gaps.sort((a, b) => a - b);
  return Math.max(0, gaps[Math.floor((gaps.length - 1) / 2)]!);
}

function usualSize(placed: readonly Placed[]): number {
  const counts = new Map<number, number>();
  for (const { glyph } of placed) {
    const size = Math.round(glyph.size * 10) / 10;
    counts.set(size, (counts.get(size) ?? 0) + glyph.text.length);
  }
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

function findSpans(placed: readonly Placed[]): Span[] {
  const spans: { start: number; end: number; box: Box; last: Glyph }[] = [];
  let at = 0;
  for (const { glyph, spaces } of placed) {
    at += spaces;
    const end = at + glyph.text.length;
    const open = spans.at(-1);
    if (open && spaces === 0 && goesOnEvenly(open.last, glyph)) {
      Object.assign(open, { end, box: around(open.box, glyph.box), last: glyph });
    } else spans.push({ start: at, end, box: glyph.box, last: glyph });
    at = end;
  }
  return spans.map(({ start, end, box }) => ({ start, end, box }));
}

function goesOnEvenly(last: Glyph, glyph: Glyph): boolean {
  const uneven = Math.abs(glyph.end - glyph.start - (last.end - last.start)) / glyph.size;
  const gap = Math.abs(glyph.start - last.end) / glyph.size;
  const single = glyph.text.length === 1 && last.text.length === 1;
  return single && glyph.flow === "across" && uneven <= UNEVEN && gap <= WIDEST_EVEN_GAP;
}
