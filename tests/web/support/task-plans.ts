import type { UploadFile } from "./open-web.ts";
import { textFile } from "./small-plans.ts";

const NUMERALS = [..."一二三四五六七八九"];
const THINGS = ["收运体系", "宣传引导", "执法检查", "资金保障", "考核评价", "设施建设", "源头减量"];
const TASKS_A_GROUP = 20;

const numeral = (number: number): string =>
  `${number >= 20 ? NUMERALS[Math.floor(number / 10) - 1] : ""}${number >= 10 ? "十" : ""}${NUMERALS[(number % 10) - 1] ?? ""}`;

/** Of a county, two tasks in three have another share than the province's, and one in four another sentence. */
function taskOf(group: number, number: number, isCounty: boolean): string {
  const share = isCounty ? 50 + (number % 3) * 10 : 50;
  const more = isCounty && number % 4 === 0 ? "各地要第一时间办理。" : "";
  return `${number}．完善第${group}类第${number}批${THINGS[(number + group) % THINGS.length]}。按照统一部署推进，第${number}批覆盖率达到${share}%。${more}（牵头单位：城市管理局）`;
}

/** A plan of so many groups of twenty tasks. */
export function writeTaskPlan(place: string, groups: number, isCounty: boolean): UploadFile {
  const title = `${place}环境整治工作实施方案`;
  const tasks = Array.from({ length: groups }, (_, group) =>
    [
      `（${numeral(group + 1)}）推进第${group + 1}类整治`,
      ...Array.from({ length: TASKS_A_GROUP }, (_, task) => taskOf(group + 1, task + 1, isCounty)),
    ].join("\n"),
  );
  return textFile(
    `${place}.txt`,
    `${place}人民政府办公室关于印发${title}的通知
各有关单位：
　　现印发给你们，请认真组织实施。

　　　　　　　　${place}人民政府办公室
　　　　　　　　2022年5月30日

${title}

一、工作目标
　　到2023年底，60%以上的社区达标。
二、重点任务
${tasks.join("\n")}
`,
  );
}
