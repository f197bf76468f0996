import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { digitise } from "../../../pipelines/digitise.ts";

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "fangan-"));

/** Rows of a standard as a text table, as a town prints them. */
const table = (rows: readonly string[]): string =>
  ["| 序号 | 建设标准 | 分值 |", "| --- | --- | --- |", ...rows.map((row, at) => `| ${at + 1} | ${row} | 10分 |`)].join(
    "\n",
  );

export const PROVINCE_ROWS = [
  "建立健全党组织领导的社区治理体系。",
  "物业服务覆盖面不低于30%。",
  "积极推广使用节水器具。",
];
export const COUNTY_ROWS = [
  "建立健全党组织领导的社区治理体系。",
  "物业服务覆盖面不低于90%。",
  "设立环保宣传栏，每月更新内容。",
];

/** A plan of a place with a target, two phases and a standard. */
export const planText = (
  place: string,
  rows: readonly string[],
  share = 60,
  basis = "",
): string => `${place}绿色社区创建行动实施方案

${basis}为推动绿色社区创建，结合实际，制定本方案。

一、创建目标

到2022年底，全${place.at(-1)}${share}%以上的社区达到创建要求。

二、实施步骤

（一）试点阶段（2020年12月至2021年2月）。选取社区先行试点。

（二）推广阶段（2021年3月至12月）。全面推广试点经验。

${place}人民政府

2020年11月30日

附件：绿色社区创建标准

附件

绿色社区创建标准

${table(rows)}
`;

/** A folder with the plans of a province and of a county that rests on it. */
export function twoPlans(): { readonly folder: string; readonly province: string; readonly county: string } {
  const folder = newFolder();
  const [province, county] = ["province.txt", "county.txt"].map((name) => join(folder, name)) as [string, string];
  writeFileSync(province, planText("某省", PROVINCE_ROWS));
  writeFileSync(county, planText("某县", COUNTY_ROWS, 45, "根据《某省绿色社区创建行动实施方案》，"));
  return { folder, province, county };
}

/** The same two plans as JSON, which the program takes without digitising. */
export async function twoPlanFiles(): Promise<ReturnType<typeof twoPlans>> {
  const { folder: sources, province, county } = twoPlans();
  const folder = join(sources, "json");
  mkdirSync(folder);
  const [above, below] = await Promise.all([province, county].map((path) => toJson(path, folder)));
  return { folder, province: above!, county: below! };
}

/** Digitises a text file into a folder; gives the path of the plan's JSON. */
export async function toJson(path: string, folder: string): Promise<string> {
  const json = join(folder, `${basename(path)}.json`);
  writeFileSync(json, JSON.stringify(await digitise(readFileSync(path), basename(path))));
  return json;
}
