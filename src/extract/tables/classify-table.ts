import type { AttachmentKind } from "../../../schemas/attachment.ts";
import { isParagraph, type Paragraph } from "../../core/document.ts";
import { memoize } from "../../core/memo.ts";
import type { AttachmentPart } from "../../core/outline.ts";
import { squash } from "../../core/tidy.ts";
import { cellsOf, isFilled, textOf } from "./grid.ts";
import { UNIT_HINTS } from "./header-words.ts";
import { type MergedTable, mergeTables } from "./merged-table.ts";
import { cutLabelPoints } from "./points.ts";
import { readLineMembers } from "./roster-lines.ts";
import { holdsMembers } from "./roster-rows.ts";
import { findStandardColumns } from "./standard-columns.ts";
import type { StandardContent } from "./standard-table.ts";
import { readStandardText } from "./standard-text.ts";
import { isStepTable } from "./step-table.ts";
import { groupTables, placeOf, type TableGroup } from "./table-groups.ts";
import { isIndicatorTable } from "./year-columns.ts";

export type TableKind = "standard" | "assignment" | "list" | "roster" | "form" | "other";

const TRIAL = /[（(](?:试行|暂行|修订|试点|征求意见稿|\d{4}年?版?|[^（）()]{0,12})[）)]$/u;
const FORM_TITLE =
  /(?:申报|申请|审批|登记|推荐|备案|报名|统计|汇总|情况|自查|反馈|信息|审核|验收|报告|呈报|鉴定|采集|承诺|回执|调查|审查|销号|申领|核定|核查|公示)(?:表|书|单|卡|回执)$|^附?表\d?$|申[请报]书$|回执$/u;
const STANDARD_TITLE = /标准|细则|评分|考核|评价|指标|测评|考评|评估|评审|验收|计分|打分/u;
const PROSE_TITLE = /(?:方案|计划|规划|意见|办法|制度|规定|规程|预案)$/u;
const STANDARD_FORM = /(?:评分|考核|评价|测评|考评|评估|打分)[^表]{0,4}表$/u;
/** What may be a standard though it gives no points. */
const POINTLESS_TITLE = /(?:创建|评定|认定|评价|建设|评选|考核|达标|验收)(?:标准|指标|条件)(?:体系)?$/u;
const ROSTER_TITLE = /领导小组|成员|组成人员|专班|指挥部|委员会|工作组|名册|工作小组/u;
const TASK_TITLE = /任务|分工|责任|事项|台账|措施|清单|计划|安排|目标|分解/u;
const LIST_TITLE = /名单|名录|目录|一览表/u;

const plainTitle = (title: string): string => squash(title).replace(TRIAL, "");

/** What a table is, seen with its title. */
export const classifyGroup = memoize((group: TableGroup): TableKind => {
  const table = mergeTables(group);
  const title = plainTitle(group.title);
  if (table.body.every((row) => !row.some(isFilled)) && !table.hasHeader) return "other";
  if (isTorn(group, table, title)) return "other";
  if (group.attachment === null && isStepTable(table)) return "other";
  const points = holdsPoints(table);
  if (!points && isForm(table, title)) return "form";
  if (isRoster(table, title)) return "roster";
  if (points && hasCriteria(table)) return "standard";
  return classifyPlain(table, title);
});

/** A piece of a table in running text, without header or name: what it was part of cannot be told. */
const isTorn = (group: TableGroup, table: MergedTable, title: string): boolean =>
  group.attachment === null && !table.hasHeader && !FORM_TITLE.test(title) && !holdsPoints(table);

function classifyPlain(table: MergedTable, title: string): TableKind {
  const has = (...hints: string[]) => table.hints.some((hint) => hints.includes(hint));
  const isCriteria = STANDARD_TITLE.test(title) && has("criterion", "content", "scoring") && hasCriteria(table);
  if (isCriteria && !isIndicatorTable(table) && !LIST_TITLE.test(title) && !/任务|分工/u.test(title)) return "standard";
  const isTimetable = table.headings.some((heading) => /^(?:工作|实施)?(?:阶段|步骤)/u.test(squash(heading)));
  const hasTask = has("task", "measures") || (has("content", "category", "criterion") && TASK_TITLE.test(title));
  if (has(...UNIT_HINTS, "due") && hasTask && !isTimetable && !LIST_TITLE.test(title)) return "assignment";
  if (table.body.length >= 1 && table.width >= 2 && (table.hasHeader || LIST_TITLE.test(title) || isRegular(table)))
    return "list";
  return "other";
}

/** A column of points, or points in the brackets of most criteria or labels. */
function holdsPoints(table: MergedTable): boolean {
  const columns = findStandardColumns(table);
  if (columns.grades.length >= 2 && columns.criterion !== null) return true;
  if (columns.categoryPoints !== null || (columns.points !== null && table.hints[columns.points] === "points"))
    return true;
  const closings = table.body.filter((row) =>
    [columns.criterion, columns.category, columns.subcategory].some(
      (column) => column !== null && cutLabelPoints(textOf(row[column]!)).points !== null,
    ),
  );
  return closings.length >= 2 && closings.length >= table.body.length * 0.15;
}

function hasCriteria(table: MergedTable): boolean {
  const { criterion, scoring } = findStandardColumns(table);
  return (criterion !== null || scoring !== null) && table.body.length >= 1;
}

/** Labels beside blank cells; or a header with nothing below it. */
function isForm(table: MergedTable, title: string): boolean {
  const places = table.body.length * table.width;
  const cells = table.body.flatMap(cellsOf).map(textOf);
  const short = cells.filter((text) => text.length <= 30).length;
  if (cells.length === 0) return table.hasHeader;
  const blank = 1 - table.body.flat().filter(isFilled).length / Math.max(1, places);
  const named = FORM_TITLE.test(title) && !LIST_TITLE.test(title);
  if (table.hasHeader)
    return (named && blank > 0.5 && !isRegular(table)) || cells.every((text) => /^\d{0,3}$/u.test(text));
  return short >= cells.length * 0.7 && ((named && blank >= 0.15) || blank >= 0.3 || cells.some(isStamp));
}

/** `（盖章） 年 月 日` */
const isStamp = (text: string): boolean => /盖章|年\s*月\s*日/u.test(text);

/** Nearly every row is filled: data, not a form. */
const isRegular = (table: MergedTable): boolean =>
  table.body.length >= 2 &&
  table.body.filter((row) => row.filter(isFilled).length >= table.width * 0.6).length >= table.body.length * 0.7;

function isRoster(table: MergedTable, title: string): boolean {
  if (!table.hasHeader && holdsMembers(table.body)) return true;
  const names = table.headings.some((heading) => /^(?:姓名|人员|名字)$/u.test(squash(heading)));
  return (
    names &&
    (ROSTER_TITLE.test(title) ||
      table.headings.some((heading) => /(?:小组|专班|组内)(?:职务|分工|职责)|^(?:职责|角色)$/u.test(squash(heading))))
  );
}

/** The tables of a kind in an attachment decide; without tables, what its lines are. */
export function attachmentKind(part: AttachmentPart): AttachmentKind {
  const kinds = new Set(groupTables(part.nodes, placeOf(part)).map(classifyGroup));
  for (const kind of ["standard", "form", "roster"] as const) if (kinds.has(kind)) return kind;
  if (kinds.has("list")) return isProse(part) ? "other" : "list";
  if (kinds.has("assignment")) return "other";
  return kindOfLines(part.nodes.filter(isParagraph), plainTitle(part.title));
}

const FEWEST_LINES_OF_PROSE = 8;

/** A plan or a set of rules that has a table among its paragraphs. */
const isProse = ({ title, nodes }: AttachmentPart): boolean =>
  PROSE_TITLE.test(plainTitle(title)) && nodes.filter(isParagraph).length >= FEWEST_LINES_OF_PROSE;

/** What an attachment without tables is: by its lines, and where these say nothing, or it is absent, by its title. */
function kindOfLines(lines: readonly Paragraph[], title: string): AttachmentKind {
  if (PROSE_TITLE.test(title)) return "other";
  if (isRosterTitle(title) || (ROSTER_TITLE.test(title) && readLineMembers(lines).length > 0)) return "roster";
  if (FORM_TITLE.test(title) && !STANDARD_FORM.test(title)) return "form";
  if (findStandardText(lines, title)) return "standard";
  if (lines.length === 0 && /(?:标准|细则|指标体系|评分表|评价表|考核表)$/u.test(title)) return "standard";
  return /(?:名单|名录|清单|目录|一览表)$/u.test(title) ? "list" : "other";
}

const isRosterTitle = (title: string): boolean => ROSTER_TITLE.test(title) && /名单|名册|组成/u.test(title);

/** A standard in numbered text, where the title speaks of one; without points only where it is called a standard. */
export function findStandardText(lines: readonly Paragraph[], title: string): StandardContent | null {
  const plain = plainTitle(title);
  return STANDARD_TITLE.test(plain) ? readStandardText(lines, POINTLESS_TITLE.test(plain)) : null;
}
