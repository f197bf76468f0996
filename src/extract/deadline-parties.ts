import type { Deadline } from "../../schemas/deadline.ts";
import { isBody, splitUnits } from "../core/split-units.ts";
import { tidy } from "../core/tidy.ts";

const BY = /([^，。；]{2,60}?)(?:要|应|须|需|应当|负责(?![人制])|牵头|将|于|在|按|根据|每)/gu;
const OFFICE =
  "(?:[省市州县区旗镇乡](?:人民)?政府|[省市州县区旗]委)|[\\p{Script=Han}]{2,30}?(?:局|办公室|办|委员会|委|厅|部|领导小组|室|组|处|科|中心|政府|站|所|专班|单位)";
const TO = new RegExp(
  `(?:报送至?|上报至?|报告|报送给|提交至?|报至|报备至?|反馈至|报)\\s*(${OFFICE})(?=[，。；;、备（(\\s]|$|进|汇|审|并)`,
  "u",
);
const TOWARDS = /向\s*([\p{Script=Han}]{2,30}?)\s*(?:报送|上报|报告|提交|报备|反馈|提出)/u;

/** `6月底前，由县水利局完成…`: the office at the head of the clause behind the date. */
const DOES = /[前底末][，,]\s*由?([^，。；]{2,40}?)(?:完成|制[定订]|编制|组织|启动|出台|印发|公布)/u;
const IS_OFFICE = /(?:局|委员会|委|办公室|办|厅|中心|领导小组|[乡镇]|街道|部门|单位|政府)$/u;

function doersOf(text: string): string[] {
  const units = splitUnits(DOES.exec(tidy(text))?.[1] ?? "");
  return units.every((unit) => isBody(unit) && IS_OFFICE.test(unit) && unit.length <= 20) ? units : [];
}

/** Who hands in, and to whom: `各居委会要…，并于2月底前报镇规保办` → by 各居委会, to 镇规保办. */
export function whoAndTo(text: string): Pick<Deadline, "by" | "to"> {
  const subject = [...tidy(text).matchAll(BY)].map((match) =>
    splitUnits(match[1]!.replace(/^.*(?:前|底|末)[，,]?/u, "").replace(/^[由请]/u, "")),
  );
  const by =
    subject.find((units) => units.length > 0 && units.every((unit) => isBody(unit) && unit.length <= 30)) ??
    doersOf(text);
  return { by, to: TOWARDS.exec(text)?.[1] ?? TO.exec(text)?.[1] ?? null };
}
