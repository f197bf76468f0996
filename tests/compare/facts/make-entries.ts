import fc from "fast-check";
import type { Deadline } from "../../../schemas/deadline.ts";
import type { Evidence } from "../../../schemas/evidence.ts";
import type { Phase } from "../../../schemas/phase.ts";
import type { Target } from "../../../schemas/target.ts";

export const EVIDENCE: Evidence[] = [{ block: 0, start: 0, end: 1, quote: "到", page: null, bbox: null }];

/** `target("满意率", ">=", 95, "%", "2025")`. */
export const target = (
  metric: string | null,
  comparator: Target["comparator"],
  value: number | null,
  unit: string | null,
  deadline: string | null,
  given: Partial<Target> = {},
): Target => ({
  kind: value === null ? "qualitative" : "quantitative",
  text: `${metric}${value ?? ""}${unit ?? ""}`,
  metric,
  scope: null,
  comparator,
  value,
  unit,
  deadline,
  hedge: null,
  evidence: EVIDENCE,
  ...given,
});

export const phase = (ordinal: number, name: string, start: string | null, end: string | null, text = ""): Phase => ({
  ordinal,
  name,
  start,
  end,
  text,
  responsibilities: [],
  evidence: EVIDENCE,
});

export const deadline = (text: string, due: string | null, recurring: string | null = null): Deadline => ({
  text,
  due,
  recurring,
  by: [],
  to: null,
  evidence: EVIDENCE,
});

const metrics = [
  "生活垃圾回收利用率",
  "生活垃圾分类覆盖率",
  "公厕",
  "新建公厕",
  "居民满意度",
  "节水型单位",
  "PM2.5平均浓度",
];
const dates = [null, "2021", "2022", "2022-06", "2022-12-31"];

export const someTarget: fc.Arbitrary<Target> = fc
  .record({
    metric: fc.constantFrom(...metrics, null),
    comparator: fc.constantFrom<Target["comparator"]>(">=", ">", "<=", "<", "=", null),
    value: fc.constantFrom(null, 0.1, 3, 30, 60, 100),
    unit: fc.constantFrom("%", "个", "万个", null),
    deadline: fc.constantFrom(...dates),
    hedge: fc.constantFrom(null, "力争", "左右"),
    scope: fc.constantFrom(null, "全省", "全县", "主城区"),
  })
  .map(({ metric, comparator, value, unit, deadline, ...given }) =>
    target(metric, comparator, value, unit, deadline, given),
  );

export const somePhase: fc.Arbitrary<Phase> = fc
  .record({
    name: fc.constantFrom("动员部署阶段", "全面实施阶段", "集中整治", "总结验收阶段", "巩固提升", "企业申报"),
    start: fc.constantFrom(...dates),
    end: fc.constantFrom(...dates),
    text: fc.constantFrom("", "召开会议。"),
  })
  .map(({ name, start, end, text }) => phase(1, name, start, end, text));

export const someDeadline: fc.Arbitrary<Deadline> = fc
  .record({
    text: fc.constantFrom("报送年度总结", "每月报送进展情况", "各镇将联络员名单报县住建局", "完成改造", "建成投入使用"),
    due: fc.constantFrom(...dates),
    recurring: fc.constantFrom(null, "--10-25", "--12", "monthly", "quarterly"),
  })
  .map(({ text, due, recurring }) => deadline(text, due, due === null ? recurring : null));
