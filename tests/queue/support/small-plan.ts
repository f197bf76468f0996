/** A plan of a few lines; no two numbers give the same bytes. */
export const smallPlan = (number: number): string => `测试县第${number}号道路整治实施方案

一、总体要求
按照市政府要求，到2024年底完成道路整治${number + 1}公里。

二、工作目标
到2024年底，道路完好率达到9${number % 10}%以上。

三、重点任务
（一）摸底排查。各镇对辖区内道路逐条登记。（责任单位：各镇人民政府）
（二）集中整治。对破损路面进行修复。（牵头单位：县交通运输局；责任单位：县财政局）

测试县人民政府
2024年3月1日
`;

export const smallPlans = (count: number, from = 0): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`plan-${from + at}.txt`, smallPlan(from + at)]));
