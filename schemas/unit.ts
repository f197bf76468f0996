import { z } from "zod";
import { evidence } from "./evidence.ts";
import { Level } from "./header.ts";

/** Puts bodies of the same function together across places. */
export const UnitFamily = z.enum([
  "住房城乡建设",
  "发展改革",
  "教育体育",
  "公安",
  "民政",
  "财政",
  "人力资源社会保障",
  "自然资源",
  "生态环境",
  "水利水务",
  "卫生健康",
  "市场监管",
  "综合执法城管",
  "大数据",
  "消防",
  "交通",
  "农业农村",
  "文化旅游",
  "党建组织",
  "宣传",
  "应急管理",
  "乡镇街道",
  "居委会社区",
  "领导小组",
  "其他",
]);
export type UnitFamily = z.infer<typeof UnitFamily>;

/** One body, with every other name the file gives it. */
export const Unit = z.object({
  name: z.string(),
  aliases: z.array(z.string()),
  family: UnitFamily,
  level: Level.nullable(),
  evidence,
});
export type Unit = z.infer<typeof Unit>;
