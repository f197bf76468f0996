import { buildOfd, text } from "../../read/ofd/build-ofd.ts";
import type { UploadFile } from "./open-web.ts";

/** Millimetres, and characters a line: a page as GB/T 9704 sets it, 28 characters by 22 lines. */
const CHARACTER = 5.08;
const LEFT = 28;
const TOP = 40;
const LEADING = 10;
const ACROSS = 28;
const DOWN = 22;
const INDENT = 2;

interface Line {
  readonly words: string;
  /** In characters from the left edge. */
  readonly at: number;
}

const BLANK: Line = { words: "", at: 0 };
const centred = (words: string): Line => ({ words, at: (ACROSS - words.length) / 2 });
const right = (words: string): Line => ({ words, at: ACROSS - words.length - 4 });

/** A paragraph in lines, the first one indented. */
function wrap(words: string): Line[] {
  const lines: Line[] = [{ words: words.slice(0, ACROSS - INDENT), at: INDENT }];
  for (let from = ACROSS - INDENT; from < words.length; from += ACROSS)
    lines.push({ words: words.slice(from, from + ACROSS), at: 0 });
  return lines;
}

const HEAD: readonly Line[] = [
  centred("关于印发城乡环境整治实施方案的通知"),
  BLANK,
  { words: "各市人民政府：", at: 0 },
  ...wrap("现将《城乡环境整治实施方案》印发给你们，请认真组织实施。"),
  BLANK,
  right("四川省人民政府办公厅"),
  right("二〇二二年三月一日"),
  BLANK,
  BLANK,
  centred("城乡环境整治实施方案"),
  BLANK,
  ...wrap("为改善城乡环境，制定本方案。"),
  ...wrap("一、工作目标"),
  ...wrap("到二〇二五年底，百分之六十以上的社区达到标准，80%以上的村庄达到标准。"),
  ...wrap("二、重点任务"),
];

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 to 99: `二十三`. */
const numeral = (number: number): string => {
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${DIGITS[number % 10]}`;
};

const TASKS_A_GROUP = 9;

const task = (group: number, number: number): string =>
  `${number}．完善第${numeral(group)}类第${numeral(number)}批设施。按照统一部署推进各项工作，落实分级负责制度，明确任务书、时间表、路线图，做到有人管、有人干、有人查。健全资金投入机制，鼓励社会力量参与建设和运营，确保取得实效，让群众看到变化、得到实惠。（牵头单位：城市管理局；责任单位：财政局）`;

/** A plan of so many pages: groups of nine tasks, four tasks a page. */
export function drawLongPlan(pages: number): UploadFile {
  const lines = [...HEAD];
  for (let group = 1; lines.length < pages * DOWN; group++) {
    lines.push(...wrap(`（${numeral(group)}）推进第${numeral(group)}类整治`));
    for (let number = 1; number <= TASKS_A_GROUP; number++) lines.push(...wrap(task(group, number)));
  }
  const drawn = Array.from({ length: pages }, (_, page) =>
    lines
      .slice(page * DOWN, (page + 1) * DOWN)
      .map(({ words, at }, line) => (words === "" ? "" : text(words, LEFT + at * CHARACTER, TOP + line * LEADING)))
      .join(""),
  );
  return { name: "long.ofd", bytes: new Uint8Array(buildOfd(drawn)) };
}
