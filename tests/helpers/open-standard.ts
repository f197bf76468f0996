/** A standard whose table is drawn in many ways; `null` stands where the category of the row above goes on. */
export const OPEN_HEAD = ["类别", "序号", "创建标准", "分值"] as const;

export const OPEN_ROWS: readonly (readonly [category: string | null, criterion: string, points: number])[] = [
  ["环境卫生整洁有序", "村内主次道路和房前屋后无垃圾堆放，保洁员每日清扫，垃圾日产日清，积存垃圾清理后不再反弹。", 10],
  [null, "沟渠和坑塘无漂浮物。", 5],
  [null, "公共厕所有专人管理，设施完好，内外干净，开放时间和管理人员的姓名、电话上墙公示。", 15],
  ["村庄绿化", "村口和主要道路两侧有行道树。", 20],
  [null, "农户庭院有花草树木，面积不小于庭院的三成；集体闲置地块逐步改成小菜园、小果园、小游园。", 20],
  ["长效管护机制健全", "村规民约写入环境卫生要求，并定期评比。", 10],
  [null, "管护经费列入年度预算，有账可查。", 20],
];
