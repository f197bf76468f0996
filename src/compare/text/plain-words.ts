/** Words that carry no content of their own. */
const EMPTY = new Set(
  "的 了 着 过 和 与 及 以及 并 且 而 或 或者 等 在 于 对 对于 将 把 被 由 从 向 到 为 是 有 能 能够 可 可以 应 应当 须 必须 要 需 做 做好 做到 内 中 上 下 里 其 该 各 各类 各种 各项 各个 每 所 之 以 按 按照 根据 依据 结合 进一步 相关 有关 情况 方面 等等 比较 较 更 也 还 均 都 地 得 个 项 使 让 给 用 当 时 后 前 间 者 性 化 积极 大力 充分 认真 全面 不断 切实 有效 深入 加强 强化 得到 实现 达到 确保 保证 进行 予以 给予 注重 坚持 统一 多种 多种形式 形式 其他 其它 包括 以上 以下 以内 不低于 不少于 不超过 超过 低于 至少 不得 不足 不高于 不大于 不小于 扣 分 得分 扣分 不得分 未 酌情 发现 处 百分点 个百分点 低 得 计 缺 少 每年 每月 每季度 每周 每日 每旬 半年 每半年 旬 月 季 年 周 日 天 不 无 没有 开始".split(
    " ",
  ),
);

/** What any plan of any subject says: such words weigh little, however rare they are in a small table. */
const BOILERPLATE = new Set(
  "建立 开展 设置 工作 机制 方案 人员 专人 负责 明确 分工 责任 落实 加强 组织 活动 管理 服务 要求 标准 规定 领导 制度 体系 定期 检查 宣传 台账 处理 及时 完好 提高 规范 有序 符合 良好 合理 水平 能力 作用 发挥 资料 完成 任务 实际 措施 问题 单位 部门 创建 建设 改造 设施 设备 监督 信息 问题 健全 完善 齐全 到位 达标 日常 主要 重点 各级 实行 执行 参与 利用 公示 覆盖率 场所 维护 纳入 列入 预算 经费 更新 率 培训 比例 总结 报告 报送 责任制 专项 体制 台帐 有效 具体 相应 统筹 协调 联动 机构 队伍 配合 目标 考核 评价 评估 计划 内容 效果 明显 显著".split(
    " ",
  ),
);

/** Whether a word says nothing about what is demanded (`的`, `进一步`, `切实`). */
export const isEmptyWord = (word: string): boolean => EMPTY.has(word);

/** How much a word may weigh before it is known how rare it is, 0 to 1: boilerplate and single characters less. */
export function plainWeight(word: string): number {
  if (BOILERPLATE.has(word)) return 0.35;
  return word.length === 1 ? 0.5 : 1;
}

const BOILERPLATE_CHARACTERS = new Set([...BOILERPLATE].flatMap((word) => [...word]));

/** The same for a single character. */
export const characterWeight = (character: string): number => (BOILERPLATE_CHARACTERS.has(character) ? 0.4 : 1);

/** The same for a pair of neighbouring characters. */
export const pairWeight = (pair: string): number =>
  [...pair].every((each) => BOILERPLATE_CHARACTERS.has(each)) ? 0.35 : 1;
