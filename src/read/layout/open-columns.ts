import { gatherLines, isBlank } from "./gather-lines.ts";
import type { Glyph, Ruling } from "./page-content.ts";

/** A stretch along one direction, in points. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A physical line with the stretches of ink between gaps that may part two columns. */
export interface InkLine {
  readonly text: string;
  readonly em: number;
  readonly y: Stretch;
  readonly x: Stretch;
  readonly pieces: readonly Stretch[];
  readonly glyphs: readonly Glyph[];
}

/** Lines one below the other that stand in columns, and the blank strips between the columns. */
export interface OpenTable {
  readonly lines: readonly InkLine[];
  readonly strips: readonly Stretch[];
  readonly x: Stretch;
}

/** A gap between columns is at least this wide (em): two cells' margins. */
const GAP = 0.5;
/** Running text begins within this (em) of the left margin and fills this share of the text's width. */
const INDENT = 3;
const FULL = 0.5;
/** A piece wider than this share of the text's width is a title or a merged cell: it says nothing of the columns. */
const WIDE = 0.35;
/** So many of a table's lines (share) may run across a strip. */
const CROSSING = 0.06;
/** A piece of ink at most this wide (em) fills no column. */
const SHORT = 3.5;
/** Two headings stand at least this far apart (points). */
const MARGIN = 3;
/** The longest step (em) between a cell's lines, and over a ruling between two rows. */
const LINE_STEP = 2;
const ROW_STEP = 2.5;
const FEWEST_LINES = 4;
const HEAD_LINES = 6;
const MOST_LINES = 400;
/** No plan's table has more columns. */
const MOST_STRIPS = 30;
/** Words of a plan's table headings; two of them prove a heading. */
const HEADER_WORDS =
  /序号|内容|标准|项目|分值|评分|考[评核]|责任|部门|单位|任务|措施|时限|名称|备注|得分|指标|类别|方式|社区|街道/gu;
/** `附件 2` alone parts two tables, also between rulings. */
const ATTACHMENT = /^\s*附\s*[件表]\s*\d*\s*(?:[：:]|$)/u;
/** A line that stands before or after a table, not in it. */
const OUTSIDE = /^\s*(?:说\s*明|注\s*[：:]|[-—－]\s*\d+\s*[-—－]\s*$|第\s*\d+\s*页)/u;

/** Finds tables without rulings: three columns or more under a heading, or four that go on from the page before. */
export function findOpenTables(glyphs: readonly Glyph[], rulings: readonly Ruling[]): OpenTable[] {
  const lines = gatherLines(glyphs.filter((glyph) => glyph.flow === "across")).map(inkOf);
  if (lines.length === 0 || lines.length > MOST_LINES) return [];
  const page = around(lines.map((line) => line.x));
  const frame = findFrame(rulings, page);
  return splitAtText(lines, page, frame).flatMap((block) => {
    const [top, bottom] = [block[0]!, block.at(-1)!];
    const own = rulings.filter(([, y]) => y > top.y.from - 2 * top.em && y < bottom.y.to + 2 * bottom.em);
    return findTable(block, page, findFrame(own, page)) ?? [];
  });
}

/** What the long rulings across the page hold between them; a border may be drawn cell by cell. */
function findFrame(rulings: readonly Ruling[], page: Stretch): Frame {
  const across = rulings.filter(([, y0, , y1]) => Math.abs(y1 - y0) < 1);
  const long = [...Map.groupBy(across, ([, y]) => Math.round(y)).values()].filter(
    (level) => level.reduce((sum, [x0, , x1]) => sum + x1 - x0, 0) > FULL * widthOf(page),
  );
  return {
    ...around(long.flat().map(([, y]) => ({ from: y, to: y }))),
    x: around(long.flat().map(([x0, , x1]) => ({ from: x0, to: x1 }))),
  };
}

interface Frame extends Stretch {
  readonly x: Stretch;
}

const isFramed = ({ y }: InkLine, frame: Frame): boolean =>
  (y.from + y.to) / 2 > frame.from && (y.from + y.to) / 2 < frame.to;

export function inkOf(glyphs: readonly Glyph[]): InkLine {
  const ink = glyphs.filter((glyph) => !isBlank(glyph));
  const em = ink.reduce((most, { size }) => Math.max(most, size), 0);
  const pieces: Stretch[] = [];
  for (const { start, end } of ink) {
    const open = pieces.at(-1);
    if (open && start - open.to < GAP * em) pieces[pieces.length - 1] = { from: open.from, to: Math.max(open.to, end) };
    else pieces.push({ from: start, to: end });
  }
  const y = around(ink.map(({ box }) => ({ from: box[1], to: box[3] })));
  return { text: ink.map((glyph) => glyph.text).join(""), em, y, x: around(pieces), pieces, glyphs: ink };
}

const around = (all: readonly Stretch[]): Stretch => ({
  from: all.reduce((least, { from }) => Math.min(least, from), Infinity),
  to: all.reduce((most, { to }) => Math.max(most, to), -Infinity),
});

const widthOf = ({ from, to }: Stretch): number => to - from;

/** Parts a page at its running text. */
function splitAtText(lines: readonly InkLine[], page: Stretch, frame: Frame): InkLine[][] {
  const blocks: InkLine[][] = [[]];
  for (const line of lines) {
    const isText =
      line.pieces.length === 1 && line.x.from < page.from + INDENT * line.em && widthOf(line.x) > FULL * widthOf(page);
    if (ATTACHMENT.test(line.text) || (!isFramed(line, frame) && (isText || OUTSIDE.test(line.text)))) blocks.push([]);
    else blocks.at(-1)!.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

function findTable(block: readonly InkLine[], page: Stretch, frame: Frame): OpenTable | null {
  const found = takeRows(block, findStrips(block, page), frame);
  const lines = takeRows(block, findStrips(found, page), frame);
  const strips = addEmptyColumns(lines, findStrips(lines, page));
  const isRuled = lines.some((line) => isFramed(line, frame));
  const head = lines
    .slice(0, HEAD_LINES)
    .map((line) => line.text)
    .join("");
  const isTable = (head.match(HEADER_WORDS)?.length ?? 0) >= 2 ? strips.length >= 2 : strips.length >= 3;
  if (!isTable || strips.length > MOST_STRIPS || (lines.length < FEWEST_LINES && !isRuled)) return null;
  const x = around(lines.map((line) => line.x));
  return { lines, strips, x: isRuled ? around([x, frame.x]) : x };
}

/** Adds the strip before a column that has nothing but its heading (得分): too little ink shows it. */
function addEmptyColumns(lines: readonly InkLine[], strips: readonly Stretch[]): Stretch[] {
  const pieces = lines.flatMap((line, index) => line.pieces.map((piece) => ({ ...piece, isHead: index < HEAD_LINES })));
  const edges = [...strips.map((strip) => (strip.from + strip.to) / 2), Infinity];
  return edges.flatMap((to, index) => {
    const from = edges[index - 1] ?? -Infinity;
    const own = pieces.filter((piece) => piece.from >= from && piece.to <= to).sort((a, b) => a.from - b.from);
    const body = around(own.filter((piece) => !piece.isHead)).to;
    const gap = gapsOf(own).find((each) => each.from >= body);
    return [...(gap && body > from ? [gap] : []), ...strips.slice(index, index + 1)];
  });
}

/** What sorted stretches leave blank between them. */
function gapsOf(sorted: readonly Stretch[]): Stretch[] {
  let end = sorted[0]?.to ?? 0;
  return sorted.flatMap(({ from, to }) => {
    const gap = { from: end, to: from };
    end = Math.max(end, to);
    return gap.to - gap.from > MARGIN ? [gap] : [];
  });
}

/** The lines from the first to the last that stand in columns, and those of wrapped cells next to them. */
function takeRows(block: readonly InkLine[], strips: readonly Stretch[], frame: Frame): InkLine[] {
  const isRow = (line: InkLine): boolean => isFramed(line, frame) || isInColumns(line, strips);
  const isWrapped = (line: InkLine | undefined, near: InkLine, reach = LINE_STEP): boolean =>
    line !== undefined &&
    Math.abs(line.y.from - near.y.from) < reach * near.em &&
    !line.pieces.some((piece) => strips.some((strip) => crosses(piece, strip)));
  let [from, to] = [block.findIndex(isRow), block.findLastIndex(isRow)];
  if (from < 0) return [];
  let first = from;
  const reach = isFramed(block[from]!, frame) ? ROW_STEP : LINE_STEP;
  while (isWrapped(block[first - 1], block[first]!, reach)) first -= 1;
  // Above a ruling stands the end of a row cut by the page break, or a line that is no part of the table.
  if (first === 0 || !isFramed(block[from]!, frame)) from = first;
  while (isWrapped(block[to + 1], block[to]!)) to += 1;
  return block.slice(from, to + 1);
}

/** Whether a line has ink in two columns or more. */
const isInColumns = ({ pieces }: InkLine, strips: readonly Stretch[]): boolean =>
  new Set(pieces.map((piece) => strips.filter((strip) => strip.to <= piece.from + 1).length)).size > 1;

export const crosses = (piece: Stretch, strip: Stretch): boolean => {
  const middle = (strip.from + strip.to) / 2;
  return piece.from < middle && piece.to > middle;
};

/** The blank strips that nearly no piece of ink enters, from the left. */
function findStrips(lines: readonly InkLine[], page: Stretch): Stretch[] {
  const em = lines.map((line) => line.em).sort((a, b) => a - b)[lines.length >> 1] ?? 0;
  const most = CROSSING * lines.length;
  const marks = weighPieces(lines, page).flatMap(({ from, to, weight }) => [
    { at: from, step: weight },
    { at: to, step: -weight },
  ]);
  const strips: Stretch[] = [];
  let [ink, begun] = [0, Number.NaN];
  for (const { at, step } of marks.sort((a, b) => a.at - b.at || a.step - b.step)) {
    const before = ink;
    ink += step;
    if (before > most && ink <= most) begun = at;
    if (before <= most && ink > most && at - begun >= GAP * em) strips.push({ from: begun, to: at });
  }
  return strips;
}

/** A short piece in the body is a cell of its own and proves a column; a long one, or one of the heading, may run across. */
function weighPieces(lines: readonly InkLine[], page: Stretch): (Stretch & { weight: number })[] {
  const pieces = lines.flatMap((line, index) =>
    line.pieces.map((piece) => {
      const isHead = index < HEAD_LINES;
      return { ...piece, weight: !isHead && widthOf(piece) <= SHORT * line.em ? lines.length : 1 };
    }),
  );
  const isWide = (piece: Stretch): boolean => widthOf(piece) >= WIDE * widthOf(page);
  // A wide column's own lines are many; a title's are few.
  return pieces.filter(isWide).length > lines.length * 0.2 ? pieces : pieces.filter((piece) => !isWide(piece));
}
