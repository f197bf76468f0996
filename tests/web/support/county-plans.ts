import { placeName } from "../../helpers/vary-text.ts";
import type { UploadFile } from "./open-web.ts";
import { textFile } from "./small-plans.ts";

const TASKS = [
  ["完善", "收运体系"],
  ["加强", "宣传引导"],
  ["推进", "执法检查"],
  ["建立", "资金保障机制"],
  ["开展", "考核评价"],
  ["落实", "设施建设"],
  ["推进", "源头减量"],
  ["加强", "人员培训"],
  ["建立", "信息平台"],
  ["开展", "示范创建"],
  ["完善", "乡村收运体系"],
  ["加强", "乡村设施管护"],
] as const;

const NUMERALS = [..."一二三四五六七八九十", "十一", "十二"];

/** A county's tasks: one in nine left out, one in five reworded, the share of each another one. */
const tasksOf = (county: number): string =>
  TASKS.filter((_, task) => (task * 7 + county) % 9 !== 0)
    .map(([verb, thing], task) => {
      const soon = (county + task) % 5 === 0 ? "第一时间" : "及时";
      const share = 50 + ((county * 3 + task) % 5) * 10;
      return `（${NUMERALS[task]}）${verb}${thing}。${soon}做好${thing}各项工作，覆盖率达到${share}%。（牵头单位：城市管理局）`;
    })
    .join("\n");

function writeCountyPlan(county: number): UploadFile {
  const place = placeName(county, "县");
  const title = `${place}生活垃圾分类工作实施方案`;
  return textFile(
    `county-${county}.txt`,
    `${place}人民政府办公室关于印发${title}的通知
各有关单位：
　　现印发给你们，请认真组织实施。

　　　　　　　　${place}人民政府办公室
　　　　　　　　2022年5月30日

${title}

一、工作目标
　　到2023年底，${50 + (county % 40)}%以上的社区开展生活垃圾分类。
二、重点任务
${tasksOf(county)}
`,
  );
}

/** Plans of so many counties on one subject, no two alike. */
export const writeCountyPlans = (count: number): UploadFile[] =>
  Array.from({ length: count }, (_, county) => writeCountyPlan(county));
