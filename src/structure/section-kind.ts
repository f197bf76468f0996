import type { SectionKind } from "../../schemas/section.ts";

/**
 * What the chapters of the genre are called. The first row that fits decides; a chapter that fits none
 * is told by the title of the plan (see `chapterKind`).
 */
const KINDS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    "other",
    /补(?:助|贴)标准|奖补(?:标准|政策)|资金(?:筹措|来源|安排|渠道)|职责(?:分工|任务|划分)|部门(?:职责|分工)|附则|名词解释|^背景|背景$|现状|存在(?:的)?问题|基本情况|形势/u,
  ],
  [
    "guidance",
    /指导思想|总体(?:要求|思路|考虑)|基本原则|工作(?:原则|思路|理念)|重要意义|目的|主题|原则|总则|编制依据/u,
  ],
  ["phases", /步骤|阶段|时间(?:安排|节点|进度|表)|进度|实施安排|工作安排|方法步骤|推进(?:安排|计划)|日程|行动安排/u],
  ["targets", /目标(?!责任|考核|任务分)/u],
  [
    "object",
    /(?:创建|整治|实施|检查|评选|治理|改造|申报|活动|考核|考评|适用|行动|工作|排查|评价|评定|实施)(?:对象|范围|主体|区域)|^(?:对象|范围)|对象(?:和|及|与)(?:范围|条件)|范围(?:和|及|与)(?:对象|重点)/u,
  ],
  [
    "measures",
    /程序|流程|保障|推进措施|组织(?:实施|领导|推进|管理)|(?:工作|有关|相关|活动|具体|几点)?要求$|加强(?:组织|领导|督导|监督|考核|宣传)|监督(?:考核|管理|检查|评估)|督(?:导|查)考核|考核(?:评价|奖惩|问责|办法)|创建实施|强化(?:组织|保障|督导|监督|责任)|工作机制$|工作保障|政策支持|支持政策|长效|责任追究|奖惩|^实施(?:保障|方式|要求)$/u,
  ],
  ["tasks", /任务|内容|重点|工作(?:措施|举措|事项|项目)|主要(?:措施|举措|做法)|行动|工程|项目|举措|整治|措施/u],
];

/** Kind of a level-1 section by its heading, or null where the heading is of no known sort. */
export const findKind = (heading: string): SectionKind | null =>
  KINDS.find(([, pattern]) => pattern.test(heading))?.[0] ?? null;

/** Kinds that a chapter of 若干措施 has by its name. */
const KEPT: ReadonlySet<SectionKind> = new Set(["guidance", "targets", "other"]);
/** Chapters of 若干措施 that are called by their sort, not by a subject. */
const CALLED_TASKS = /^(?:主要|重点|工作|目标|具体)(?:任务|工作)(?:[和及与](?:措施|举措))?$/u;

/**
 * The kind of a chapter. In 若干措施 a chapter is a group of measures, unless it is called 重点任务; in any other plan a chapter with
 * a heading of its own subject (一、加快推进垃圾分类) and items below it is a group of tasks.
 */
export function chapterKind(heading: string, title: string, hasChildren: boolean): SectionKind {
  const known = findKind(heading);
  if (/措施(?:[（(].*[）)])?$/u.test(title) && !/方案|计划/u.test(title))
    return known !== null && (KEPT.has(known) || CALLED_TASKS.test(heading)) ? known : "measures";
  return known ?? (hasChildren ? "tasks" : "other");
}
