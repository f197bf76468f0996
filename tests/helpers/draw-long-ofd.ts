import { buildOfd } from "../read/ofd/build-ofd.ts";
import { LONG_ATTACHMENT, LONG_HEADING, LONG_NOTICE, LONG_TABLE, LONG_TEXT, LONG_TITLE } from "./long-table.ts";

/** Millimetres. The table's right edge is the last of `COLUMNS`. */
const TOP = 25;
const BOTTOM = 272;
const COLUMNS = [25, 45, 57, 122, 136, 185] as const;
const SIZE = 3.88;
const LINE = 5.4;
const PAD = 1.2;

/** Half an em for ASCII, one for all else. */
const advanceOf = (character: string): number => (character < "\u0080" ? SIZE / 2 : SIZE);
const widthOf = (words: string): number => [...words].reduce((sum, character) => sum + advanceOf(character), 0);

/** Breaks words into lines that fit; a number stays whole, and no line begins with a closing mark. */
function breakLines(words: string, room: number): string[] {
  const lines = [""];
  for (const [piece] of words.matchAll(/[\d.%]+|./gu)) {
    const last = lines.at(-1)!;
    if (widthOf(last + piece) <= room || /^[，。、；]/u.test(piece)) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines;
}

/** The plan as OFD: A4 pages of text lines and stroked edges, the table's last row on a page cut between its lines. */
export function drawLongOfd(): Uint8Array {
  const pages: string[][] = [[]];
  let id = 10;
  let foot = TOP;
  const draw = (object: string) => pages.at(-1)!.push(object);
  const turnPage = () => {
    pages.push([]);
    foot = TOP;
  };
  const write = (words: string, x: number, y: number) => {
    const deltas = [...words].slice(0, -1).map((character) => advanceOf(character).toFixed(3));
    const moves = deltas.length > 0 ? ` DeltaX="${deltas.join(" ")}"` : "";
    draw(
      `<TextObject ID="${id++}" Boundary="${x.toFixed(2)} ${y.toFixed(2)} ${(widthOf(words) + 1).toFixed(2)} ${LINE}" Font="3" Size="${SIZE}">` +
        `<TextCode X="0" Y="${SIZE}"${moves}>${words}</TextCode></TextObject>`,
    );
  };
  const rule = (x0: number, y0: number, x1: number, y1: number) =>
    draw(
      `<PathObject ID="${id++}" Boundary="0 0 210 297" LineWidth="0.2"><AbbreviatedData>M ${x0} ${y0.toFixed(2)} L ${x1} ${y1.toFixed(2)}</AbbreviatedData></PathObject>`,
    );
  const writeLines = (lines: readonly string[], column: number, y: number) =>
    lines.forEach((line, index) => {
      write(line, COLUMNS[column]! + PAD, y + PAD + index * LINE);
    });
  const writeParagraph = (words: string, indent: number) => {
    const lines = breakLines("　".repeat(indent) + words, COLUMNS[5] - COLUMNS[0]);
    for (const line of lines) {
      write(line.trimStart(), COLUMNS[0] + widthOf(line) - widthOf(line.trimStart()), foot);
      foot += LINE + 1.5;
    }
  };
  const writeMiddle = (words: string) => {
    write(words, (COLUMNS[0] + COLUMNS[5] - widthOf(words)) / 2, foot);
    foot += LINE + 1.5;
  };
  const sides = (from: number, to: number, columns: readonly number[]) => {
    for (const column of columns) rule(COLUMNS[column]!, from, COLUMNS[column]!, to);
  };

  writeMiddle(LONG_NOTICE[0]!);
  writeMiddle(LONG_NOTICE[1]!);
  writeMiddle(LONG_NOTICE[2]!);
  writeParagraph(LONG_NOTICE[3]!, 0);
  writeParagraph(LONG_NOTICE[4]!, 2);
  for (const words of LONG_NOTICE.slice(5)) {
    write(words, COLUMNS[5] - widthOf(words) - 2 * SIZE, foot);
    foot += LINE + 1.5;
  }
  foot += 10;
  writeMiddle(LONG_TITLE);
  for (const words of LONG_TEXT) writeParagraph(words, 2);
  turnPage();
  writeParagraph(LONG_ATTACHMENT[0]!, 0);
  writeMiddle(LONG_ATTACHMENT[1]!);

  rule(COLUMNS[0], foot, COLUMNS[5], foot);
  const height = LINE + 2 * PAD;
  LONG_HEADING.forEach((words, column) => {
    writeLines([words], column, foot);
  });
  sides(foot, foot + height, [0, 1, 2, 3, 4, 5]);
  foot += height;
  rule(COLUMNS[0], foot, COLUMNS[5], foot);
  let number = 0;
  for (const [category, rows] of LONG_TABLE) {
    let isNamed = false;
    rows.forEach(([criterion, points, scoring], index) => {
      number += 1;
      let left = breakLines(criterion, COLUMNS[3] - COLUMNS[2] - 2 * PAD);
      let right = breakLines(scoring, COLUMNS[5] - COLUMNS[4] - 2 * PAD);
      let isFirst = true;
      while (left.length > 0 || right.length > 0) {
        const fitting = Math.max(1, Math.floor((BOTTOM - foot - 2 * PAD) / LINE));
        const count = Math.min(Math.max(left.length, right.length), fitting);
        if (foot + 2 * PAD + LINE > BOTTOM) {
          rule(COLUMNS[0], foot, COLUMNS[1], foot);
          turnPage();
          rule(COLUMNS[0], foot, COLUMNS[5], foot);
          continue;
        }
        const until = foot + count * LINE + 2 * PAD;
        if (!isNamed) writeLines([category], 0, foot);
        isNamed = true;
        if (isFirst) writeLines([String(number)], 1, foot);
        if (isFirst) writeLines([String(points)], 3, foot);
        writeLines(left.slice(0, count), 2, foot);
        writeLines(right.slice(0, count), 4, foot);
        isFirst = false;
        left = left.slice(count);
        right = right.slice(count);
        sides(foot, until, [0, 1, 2, 3, 4, 5]);
        foot = until;
        const isOver = left.length === 0 && right.length === 0;
        // A page's end closes the table across all columns.
        const closes = !isOver || index === rows.length - 1;
        rule(closes ? COLUMNS[0] : COLUMNS[1], foot, COLUMNS[5], foot);
        if (isOver) continue;
        turnPage();
        rule(COLUMNS[0], foot, COLUMNS[5], foot);
      }
    });
  }
  writeLines(["合计"], 0, foot);
  writeLines(["100"], 3, foot);
  sides(foot, foot + height, [0, 3, 4, 5]);
  rule(COLUMNS[0], foot + height, COLUMNS[5], foot + height);
  return buildOfd(
    pages.map((objects) => objects.join("")),
    { resources: '<Fonts><Font ID="3" FontName="宋体" FamilyName="宋体"/></Fonts>' },
  );
}
