import { buildOfd, text } from "../../read/ofd/build-ofd.ts";
import type { UploadFile } from "./open-web.ts";

const LINES = 24;
const LEFT = 25;
const TOP = 30;
const LEADING = 10;

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const HEAD = [
  "四川省人民政府办公厅关于印发四川省城乡环境",
  "整治提升工作实施方案的通知",
  "川办发〔2022〕5号",
  "各市人民政府：",
  "现将方案印发给你们，请认真组织实施。",
  "四川省人民政府办公厅",
  "2022年3月1日",
  "四川省城乡环境整治提升工作实施方案",
  "一、工作目标",
  "到2025年底，60%以上的社区达到标准。",
  "二、重点任务",
];

/** Six lines of a task, as each page has four of them. */
const task = (number: number): string[] => [
  `${number}．完善第${number}批设施。按照统一部署推进各项工作，落实`,
  "分级负责制度，明确任务书、时间表、路线图，做到有人",
  "管、有人干、有人查。健全资金投入机制，统筹使用各级",
  "财政资金，鼓励社会力量参与建设和运营，形成合力，确",
  "保取得实效，让群众看到变化、得到实惠，不断提升满意",
  "度。（牵头单位：城市管理局；责任单位：财政局）",
];

/** A plan of so many pages: ten groups of tasks, four tasks a page. */
export function drawLongPlan(pages: number): UploadFile {
  const perGroup = Math.ceil(((pages - 1) * 4) / NUMERALS.length);
  const lines = [...HEAD];
  while (lines.length < LINES) lines.push("");
  for (const numeral of NUMERALS)
    lines.push(
      `（${numeral}）推进第${numeral}类整治`,
      ...Array.from({ length: perGroup }, (_, at) => task(at + 1)).flat(),
    );
  const drawn = Array.from({ length: pages }, (_, page) =>
    lines
      .slice(page * LINES, (page + 1) * LINES)
      .map((words, line) => (words === "" ? "" : text(words, LEFT, TOP + line * LEADING)))
      .join(""),
  );
  return { name: "long.ofd", bytes: new Uint8Array(buildOfd(drawn)) };
}
