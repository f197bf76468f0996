import { describe, expect, it } from "vitest";
import { extractStandards } from "../../../src/extract/tables/standards.ts";
import { type Content, outlineOf, rowsOf } from "./outline-of.ts";

const read = (title: string, ...contents: Content[]) => {
  const [standard, ...others] = extractStandards(outlineOf([[title, ...contents]]));
  expect(others).toEqual([]);
  return standard!;
};
const brief = (standard: ReturnType<typeof read>) =>
  standard.items.map(({ number, category, criterion, points }) => [number, category, criterion, points]);

describe("columns", () => {
  it("gives each row the merged category above it", () => {
    const standard = read("某县卫生村创建标准（试行）", [
      ["类别", "序号", "创建标准"],
      ["组织管理", "1", "有专人负责卫生工作"],
      ["^", "2", "有年度工作计划"],
      ["环境卫生", "3", "村内道路硬化"],
      ["^", "4", "无乱堆乱放现象"],
    ]);
    expect(standard).toMatchObject({ attachment: 1, trial: true, total: null, passMark: null });
    expect(standard.categories).toEqual([
      { name: "组织管理", points: null },
      { name: "环境卫生", points: null },
    ]);
    expect(brief(standard)).toEqual([
      [1, "组织管理", "有专人负责卫生工作", null],
      [2, "组织管理", "有年度工作计划", null],
      [3, "环境卫生", "村内道路硬化", null],
      [4, "环境卫生", "无乱堆乱放现象", null],
    ]);
  });

  it("calls the demand the criterion and the rule the scoring, whatever the headings say", () => {
    const standard = read(
      "考核评分表",
      rowsOf(`
      序号 | 考核内容 | 考核标准 | 分值 | 得分
      1 | 成立工作专班 | 未成立的扣5分 | 5 |
      2 | 制定实施方案 | 未制定的不得分 | 10 |
      3 | 按月报送信息 | 每少报1次扣1分 | 5 |`),
    );
    expect(standard.items.map(({ criterion, scoring }) => [criterion, scoring])).toEqual([
      ["成立工作专班", "未成立的扣5分"],
      ["制定实施方案", "未制定的不得分"],
      ["按月报送信息", "每少报1次扣1分"],
    ]);
  });

  it("takes those who score for those who supervise", () => {
    const standard = read(
      "考核评分表",
      rowsOf(`
      序号 | 考核内容 | 分值 | 评分标准 | 评分单位
      1 | 成立工作专班 | 5 | 未成立的不得分 | 县水利局
      2 | 制定实施方案 | 10 | 未制定的不得分 | 县财政局、县审计局`),
    );
    expect(standard.items.map(({ responsibilities }) => responsibilities)).toEqual([
      [{ role: "supervise", units: ["县水利局"] }],
      [{ role: "supervise", units: ["县财政局", "县审计局"] }],
    ]);
  });

  it("leaves the letters of an indicator system out of the names of categories, but not those of a name", () => {
    const standard = read(
      "节水学校评价指标体系",
      rowsOf(`
      一级指标 | 评价内容 | 分值 | 评分标准
      A1.组织管理（20分） | 成立领导小组 | 20 | 未成立的不得分
      A2设施（30分） | 管网完好 | 30 | 发现一处漏水扣5分
      N95口罩储备（50分） | 数量充足 | 50 | 缺一项扣2分`),
    );
    expect(standard.categories.map(({ name }) => name)).toEqual(["组织管理", "设施", "N95口罩储备"]);
  });

  it("reads two levels of headings, points in brackets and ordinals for rows without numbers", () => {
    const standard = read("养老机构等级评价指标体系", [
      ["一级指标", "二级指标", "三级指标", "评价方式"],
      ["服务能力（12分）", "基本设施", "有独立卫生间（5分）", "现场查看、查阅资料"],
      ["^", "^", "有无障碍通道(4分)", "现场查看"],
      ["^", "人员配备", "护理员持证上岗（3 分）", "查阅资料\n人员访谈"],
    ]);
    expect(standard.categories).toEqual([{ name: "服务能力", points: 12 }]);
    expect(
      standard.items.map(({ number, subcategory, criterion, points, methods }) => [
        number,
        subcategory,
        criterion,
        points,
        methods,
      ]),
    ).toEqual([
      [1, "基本设施", "有独立卫生间", 5, ["现场查看", "查阅资料"]],
      [2, "基本设施", "有无障碍通道", 4, ["现场查看"]],
      [3, "人员配备", "护理员持证上岗", 3, ["查阅资料", "人员访谈"]],
    ]);
  });

  it("reads grades under a merged heading and units by role", () => {
    const standard = read("任务分解表", [
      ["序号", "内容", "分值", "权重分", "<", "得分", "牵头单位", "配合单位"],
      ["^", "^", "^", "合格", "良好", "^", "^", "^"],
      ["1", "社区道路平整", "6", "4", "6", "", "建设科", "水务所、派出所"],
      ["2", "社区绿化达标", "3", "2", "2.5", "", "绿化所", ""],
      ["合计", "<", "9", "6", "8.5", "", "", ""],
    ]);
    expect(standard.total).toBe(9);
    expect(standard.items[0]).toMatchObject({
      grades: { 合格: 4, 良好: 6 },
      responsibilities: [
        { role: "lead", units: ["建设科"] },
        { role: "support", units: ["水务所", "派出所"] },
      ],
    });
    expect(standard.items[1]).toMatchObject({
      points: 3,
      grades: { 合格: 2, 良好: 2.5 },
      responsibilities: [{ role: "lead", units: ["绿化所"] }],
    });
  });

  it("takes a column of points that is merged as the category is for the category's", () => {
    const standard = read("检查评分细则", [
      ["项目", "分值", "检查内容", "评分标准"],
      ["台账管理", "40", "台账齐全", "缺1项扣5分"],
      ["^", "^", "记录真实", "发现1处不实扣10分"],
      ["现场管理", "60", "现场整洁", "1处不洁扣2分"],
      ["^", "^", "设备完好", "1台损坏扣5分"],
    ]);
    expect(standard.categories).toEqual([
      { name: "台账管理", points: 40 },
      { name: "现场管理", points: 60 },
    ]);
    expect(standard.items.map((item) => item.points)).toEqual([null, null, null, null]);
  });

  it("does not take a column that says where data come from for the scoring", () => {
    const standard = read(
      "评价指标",
      rowsOf(`
      序号 | 评价指标 | 分值 | 数据来源
      1 | 垃圾分类覆盖率 | 60 | 统计年鉴
      2 | 居民满意率 | 40 | 问卷`),
    );
    expect(standard.items.map((item) => item.scoring)).toEqual([null, null]);
  });
});

describe("rows", () => {
  it("takes numbered heading rows and full-width rows for categories", () => {
    const numbered = read(
      "考核细则",
      rowsOf(`
      序号 | 考核内容 | 分值 | 评分标准
      一 | 组织领导 | 10 |
      1 | 成立领导小组 | 4 | 未成立不得分
      2 | 召开工作会议 | 6 | 少1次扣2分
      二 | 工作落实 | 5 |
      3 | 任务按期完成 | 5 | 逾期1项扣1分`),
    );
    expect(numbered.categories).toEqual([
      { name: "组织领导", points: 10 },
      { name: "工作落实", points: 5 },
    ]);
    expect(brief(numbered)).toEqual([
      [1, "组织领导", "成立领导小组", 4],
      [2, "组织领导", "召开工作会议", 6],
      [3, "工作落实", "任务按期完成", 5],
    ]);
    const wide = read("考核细则", [
      ["序号", "考核内容", "分值"],
      ["一、组织领导（4分）", "<", "<"],
      ["1", "成立领导小组", "4"],
      ["二、工作落实（5分）", "<", "<"],
      ["2", "任务按期完成", "5"],
    ]);
    expect(brief(wide)).toEqual([
      [1, "组织领导", "成立领导小组", 4],
      [2, "工作落实", "任务按期完成", 5],
    ]);
  });

  it("gives a subtotal to the category above it and makes no row of it", () => {
    const standard = read(
      "考核细则",
      rowsOf(`
      类别 | 考核内容 | 分值
      组织领导 | 成立领导小组 | 4
      | 召开工作会议 | 6
      小计 | | 10
      工作落实 | 任务按期完成 | 5
      小计 | | 5
      总分 | | 15`),
    );
    expect(standard.categories).toEqual([
      { name: "组织领导", points: 10 },
      { name: "工作落实", points: 5 },
    ]);
    expect(standard.items).toHaveLength(3);
    expect(standard.total).toBe(15);
  });

  it("reads the number in the criterion only where the numbers rise from row to row", () => {
    const rising = read(
      "考核标准",
      rowsOf(`
      类别 | 考核内容 | 分值
      组织领导 | 1. 成立领导小组 | 4
      | 2. 召开工作会议 | 6
      工作落实 | 3. 任务按期完成 | 5`),
    );
    expect(brief(rising).map(([number, , criterion]) => [number, criterion])).toEqual([
      [1, "成立领导小组"],
      [2, "召开工作会议"],
      [3, "任务按期完成"],
    ]);
    const enumerations = read(
      "考核标准",
      rowsOf(`
      序号 | 考核内容 | 分值
      1 | 1.有制度；2.有人员 | 4
      2 | 1.有台账；2.有记录 | 6
      3 | 1.有场所；2.有设备 | 5`),
    );
    expect(enumerations.items[1]!.criterion).toBe("1.有台账；2.有记录");
  });

  it("reads bonus, deduction and veto rows", () => {
    const standard = read(
      "考核细则",
      rowsOf(`
      序号 | 考核项目 | 考核内容 | 分值 | 评分标准
      1 | 组织领导 | 成立领导小组 | 50 | 未成立不得分
      2 | 工作落实 | 任务按期完成 | 50 | 逾期1项扣5分
      合计 | | | 100 |
      | 加分项 | 获得省级表彰 | | 每项加2分，最高不超过6分。
      | | 承办现场会 | 3 | 承办的加分。
      | 扣分项 | 被媒体曝光 | | 每次扣2分。
      | 一票否决项 | 发生重大安全事故 | | 取消评优资格。`),
    );
    expect(standard.bonus.map(({ criterion, rule, maxPoints }) => [criterion, rule, maxPoints])).toEqual([
      ["获得省级表彰", "每项加2分，最高不超过6分。", 6],
      ["承办现场会", "承办的加分。", 3],
    ]);
    expect(standard.veto).toMatchObject([{ criterion: "发生重大安全事故", rule: "取消评优资格。", maxPoints: null }]);
    expect(brief(standard)).toEqual([
      [1, "组织领导", "成立领导小组", 50],
      [2, "工作落实", "任务按期完成", 50],
      [3, "扣分项", "被媒体曝光", null],
    ]);
    expect(standard.total).toBe(100);
  });

  it("does not mistake 增加分类设施 for a bonus", () => {
    const standard = read(
      "考核细则",
      rowsOf(`
      类别 | 考核内容 | 分值
      增加分类设施 | 设置投放点 | 5
      | 设置宣传栏 | 5`),
    );
    expect(standard.bonus).toEqual([]);
    expect(standard.categories).toEqual([{ name: "增加分类设施", points: null }]);
  });
});

describe("damage", () => {
  it("finds the rows of a label drawn on its last row from the table's end where a category misses its points", () => {
    const standard = read(
      "考核标准",
      rowsOf(`
      类别 | 序号 | 考核内容 | 分值
      | 1 | 机构健全 | 8
      组织管理（20分） | 2 | 制度完善 | 12
      | 3 | 场地整洁 | 10
      现场管理（30分） | 4 | 标识清楚 | 15
      | 5 | 预案完备 | 20
      应急管理（30分） | 6 | 演练到位 | 10
      | 7 | 宣传到位 | 6
      宣传教育（20分） | 8 | 培训到位 | 14`),
    );
    expect(standard.items.map(({ category }) => category)).toEqual(
      ["组织管理", "现场管理", "应急管理", "宣传教育"].flatMap((name) => [name, name]),
    );
  });

  it("puts a label that was drawn half-way down its merged cell where the points prove it", () => {
    const standard = read(
      "考核标准",
      rowsOf(`
      考核内容 | 总分 | 序号 | 考核标准 | 分值 | 评分标准
      组织管理 | 10 | 1 | 机构健全 | 4 | 有机构得满分
      | | 2 | 制度完善 | 6 | 有制度得满分
      现场管理 | 3 | 场地整洁 | 7 | 整洁得满分
      | 4 | 标识清楚 | 5 | 清楚得满分
      | 10 | 应急管理 | |
      5 | 预案完备 | 5 | 有预案得满分
      宣传教育 | 6 | 宣传到位 | 8 | 有宣传得满分
      | 15 | 培训到位 | 7 | 有培训得满分
      合计 | 42 | | | 42 |`),
    );
    expect(standard.items.map(({ number, category }) => [number, category])).toEqual([
      [1, "组织管理"],
      [2, "组织管理"],
      [3, "现场管理"],
      [4, "应急管理"],
      [5, "应急管理"],
      [6, "宣传教育"],
      [7, "宣传教育"],
    ]);
    expect(standard.categories).toEqual([
      { name: "组织管理", points: 10 },
      { name: "现场管理", points: 7 },
      { name: "应急管理", points: 10 },
      { name: "宣传教育", points: 15 },
    ]);
  });

  it("leaves a category without points where the total does not prove them", () => {
    const standard = read(
      "考核标准",
      rowsOf(`
      类别 | 序号 | 考核标准 | 分值
      组织管理（10分） | 1 | 机构健全 | 4
      | 2 | 制度完善 | 6
      现场管理 | 3 | 场地整洁 | 7
      合计 | | | 20`),
    );
    expect(standard.categories[1]).toEqual({ name: "现场管理", points: null });
  });

  it("shifts the cells of a row whose merged first cell stayed on the page before", () => {
    const standard = read(
      "评审标准",
      rowsOf(`
      | 内容 | 分值 | 考评标准 | 考评方式 | 责任部门 | 监督部门
      一、基础设施(9分) | 1. 道路完好 | 4 | 有一处破损扣1分。 | 现场查看 | 各街道 | 建设局
      | 2. 消防完好 | 3 | 有一处不符扣1分。 | 现场查看 查阅资料 | | 消防大队
      3. 供水完好 | 2 | 有一处渗漏扣1分。 | 现场查看 | | 水务局 建设局`),
    );
    expect(standard.items[2]).toMatchObject({
      number: 3,
      category: "基础设施",
      criterion: "供水完好",
      points: 2,
      scoring: "有一处渗漏扣1分。",
      methods: ["现场查看"],
      responsibilities: [
        { role: "responsible", units: ["各街道"] },
        { role: "supervise", units: ["水务局", "建设局"] },
      ],
    });
  });

  it("joins what a page break cut off to the row above, and a lone rule to the row that lacks one", () => {
    const standard = read(
      "考核标准",
      rowsOf(`
      序号 | 考核内容 | 分值 | 评分标准
      1 | 定期开展安全 | 5 | 每季度检查1次，
      | 检查 | | 少1次扣1分。
      2 | 隐患整改到位 | 5 | 有1处未整改扣1分。
      | | | 有记录得满分。
      3 | 培训记录齐全 | 5 |`),
    );
    expect(standard.items.map(({ criterion, scoring }) => [criterion, scoring])).toEqual([
      ["定期开展安全检查", "每季度检查1次，少1次扣1分。"],
      ["隐患整改到位", "有1处未整改扣1分。"],
      ["培训记录齐全", "有记录得满分。"],
    ]);
  });

  it("restores a lost number between its neighbours only", () => {
    const standard = read(
      "考核标准",
      rowsOf(`
      序号 | 考核内容 | 分值
      7 | 机构健全 | 4
      | 制度完善 | 6
      9 | 场地整洁 | 5`),
    );
    expect(standard.items.map((item) => item.number)).toEqual([7, 8, 9]);
  });
});

describe("what stands round the table", () => {
  const rows = rowsOf(`
      序号 | 考核内容 | 分值
      1 | 机构健全 | 40
      2 | 制度完善 | 60`);

  it.each([
    ["说明：得分须不低于 80分。", 80],
    ["注：总分达到85分以上为合格，低于85分的为不合格。", 85],
    ["备注：90分以上为优秀，75分以上不足90分为良好，60分以上不足75分为合格，60分以下为不合格。", 60],
    ["注：考核总分100分，70分为合格线。", 70],
    ["说明：得分90分（含）以上的，命名为示范单位。", 90],
    ["注：总分80分以上且单项得分不低于60分的，认定为达标单位。", 80],
    ["说明：90分以上为优秀，80分以上为良好。", null],
    ["说明：本表由办公室负责解释。", null],
  ])("reads the pass mark of %s", (note, passMark) => {
    expect(read("考核表", rows, note)).toMatchObject({ passMark, notes: [note] });
  });

  it("takes a second note below one whose text begins with a number", () => {
    const notes = ["注：1．90分及以上为优秀，60分以下为不合格。", "2．加分项累计不超过5分。"];
    expect(read("考核表", rows, ...notes).notes).toEqual(notes);
  });

  it("takes the numbered lines below 说明 and stops at the colophon", () => {
    const standard = read(
      "考核表",
      rows,
      "说明：",
      "1.实行百分制。",
      "2.各项扣完为止。",
      "某县人民政府办公室2023年3月30日印发",
    );
    expect(standard.notes).toEqual(["1.实行百分制。", "2.各项扣完为止。"]);
    expect(standard.total).toBe(100);
  });

  it("joins tables that lie under headings of their own and share a header", () => {
    const header = ["序号", "考核内容", "分值"];
    const standard = read(
      "考核标准",
      "一、基础工作（10分）",
      [header, ["1", "机构健全", "10"]],
      "二、工作成效（20分）",
      [header, ["2", "任务完成", "20"]],
      "合计：30分",
    );
    expect(standard.categories).toEqual([
      { name: "基础工作", points: 10 },
      { name: "工作成效", points: 20 },
    ]);
    expect(standard.items.map(({ number, category }) => [number, category])).toEqual([
      [1, "基础工作"],
      [2, "工作成效"],
    ]);
    expect(standard.total).toBe(30);
  });

  it("names a table that stands alone by the document's title", () => {
    const outline = outlineOf([], {
      title: "某市节水型单位考核细则（试行）",
      contents: ["某市节水型单位考核细则（试行）", rows, "注：满分为100分。"],
    });
    expect(extractStandards(outline)).toMatchObject([
      {
        title: "某市节水型单位考核细则（试行）",
        attachment: null,
        trial: true,
        total: 100,
        notes: ["注：满分为100分。"],
      },
    ]);
  });
});

describe("numbered text", () => {
  it("reads categories, points and rules, also several items a line", () => {
    const standard = read(
      "文明单位测评细则",
      "（一）组织领导（10分）1.成立领导小组，得4分；2.召开专题会议（6分），少1次扣2分。",
      "（二）工作成效（20分）3.群众满意率达到90%以上，得20分。",
      "总分为30分，得分不低于25分的为合格。",
    );
    expect(standard.categories).toEqual([
      { name: "组织领导", points: 10 },
      { name: "工作成效", points: 20 },
    ]);
    expect(brief(standard)).toEqual([
      [1, "组织领导", "成立领导小组", 4],
      [2, "组织领导", "召开专题会议", 6],
      [3, "工作成效", "群众满意率达到90%以上", 20],
    ]);
    expect(standard.items[1]!.scoring).toBe("少1次扣2分。");
    expect(standard).toMatchObject({ total: 30, passMark: 25 });
  });

  it("reads criteria without points only where the title calls them a standard", () => {
    const lines = ["1.有固定场所。", "2.有专职人员。", "3.有管理制度。"];
    expect(read("示范站点创建标准", ...lines).items).toHaveLength(3);
    expect(extractStandards(outlineOf([["考核工作流程", ...lines]]))).toEqual([]);
  });
});
