import type { Quantity } from "./quantities.ts";

/** Money to be given, fines and prices (补助每户2000元), and who may take part (面积不足50平方米的不纳入). */
const MONEY =
  /补助(?!性)|补贴(?!性)|奖励|奖补|资助|罚款|收费|额度|租金|押金|保证金|工资|预留(?=.{0,4}(?:份额|资金|比例))|贴息|减免|扣除|税率|利率|首付|出资|承担/u;
const ELIGIBILITY =
  /不纳入|不予|的不得|周岁|年龄|符合条件的?.{0,4}(?:以上|以下)|注册资本|总面积|方可|凡是?|可以申请|可申报|予以/u;
/** Something that recurs or bounds an operation, and is no goal of the plan: `每户`, `每次`, `30分钟内`. */
const OPERATING = /每(?:户|次|人|亩|辆|台|车|平方米)|不得使用|间距|距离|高度|宽度|厚度|容积|半径|时间不/u;
/** Units that count steps, rules or people on duty rather than results. */
const NO_RESULT_UNIT = /^(?:分|部|批|类|种|倍|次|起|例|场)$/u;
/** People and items are results only where something is won or finished; days only where they are bounded. */
const WON = /引进|培育|培养|招引|新增|新建|建成|完成|推出|实施|打造|刊发/u;
const GOAL_VERB =
  /达到|达|提高到|提升到|提升至|提高至|扩大到|增加到|下降|降低|降至|减少|压减|建成|新建|新增|改造|完成|打造|创建|培育|建设|实现|推广|覆盖|覆盖率|占比|比例|比率|占|完成率|合格率|满意度|满意率|增长|治理|整治|保持|控制|淘汰|新改建|更新|配备|引进|处理|收集|利用|发展|设置|设立|开展|培训|惠及|发放|组建/u;
const NOT_COUNTING =
  /^(?:是|方面|一批|统一|要点|环节|阶段|机制|平台|体系|结合|不放过|百分之百|不|关键|重点任务|方向|层面|领域|维度|月|小时|年|原则|同步|清单|专班)/u;
/** `60平方米以上的小区`: a quantity that picks out what is meant, by size or age. */
const QUALIFIER_UNIT = /平方米|米|元|吨|亩|层|人|户|公里|千瓦|辆|床位|立方米/u;

/** `新建3个县级储备库`: what is to be built is a target without a date, too. */
const BUILT = /(?:新建|建成|建设|打造|新增)\s*$/u;
const BUILT_UNIT = /^(?:个|家|处|座|所|条)$/u;
const REACH_UNIT = /^(?:米|公里|千米|小时|分钟)$/u;
const REACH = /^\s*(?:范围|半径|覆盖|[\p{Script=Han}]{0,6}圈|步行|见方)/u;
/** `对甲、乙等5处水源地设置标志`: how many things something is done to, which are named. */
const COUNTED_OBJECT = /(?:^|[，；。])\s*[对将把][^，；。]{2,60}等(?:共|全部)?\s*$/u;
const TIME_UNIT = /^(?:小时|分钟|课时|学时)$/u;

/**
 * Whether a quantity is something to be reached. In a chapter of targets any measured quantity is, elsewhere only one
 * with a comparator word or a goal verb, and in either place none that limits, pays or prices.
 */
export function isTargetQuantity(sentence: string, quantity: Quantity, goals: boolean, dated: boolean): boolean {
  const clause = clauseAround(sentence, quantity);
  const after = sentence.slice(quantity.end, quantity.end + 12);
  const before = sentence.slice(Math.max(0, quantity.start - 14), quantity.start);
  if (MONEY.test(clause) || ELIGIBILITY.test(clause)) return false;
  if (OPERATING.test(clause) && !(goals && quantity.compared)) return false;
  if (/^\s*的?比例(?:随机|进行|予以|对)?.{0,6}抽/u.test(sentence.slice(quantity.end, quantity.end + 16))) return false;
  if (NOT_COUNTING.test(after) || /(?:规模|限额)\s*$/u.test(before) || /第\s*$/u.test(before)) return false;
  if (isQualifier(sentence, quantity)) return false;
  if (TIME_UNIT.test(quantity.unit))
    return goals && quantity.compared && /(?:时间|时长|用时|耗时|时限|周期)/u.test(before);
  if (!quantity.compared && /每(?:年|月|季度?|周|半年|学期)/u.test(clause) && /[次场名]$/u.test(quantity.unit))
    return false;
  if (goals && quantity.unit === "分")
    return quantity.compared && /成绩|得分|测评|满意|评分|评价|总分|指数/u.test(clause);
  if (goals && quantity.unit === "部") return quantity.compared || /电梯\s*$/u.test(before);
  if (goals) return !/^(?:批|类|种|起)$/u.test(quantity.unit);
  if (
    NO_RESULT_UNIT.test(quantity.unit) ||
    COUNTED_OBJECT.test(sentence.slice(Math.max(0, quantity.start - 80), quantity.start))
  )
    return false;
  if (/^[名项人]$/u.test(quantity.unit) && !(WON.test(clause) && dated)) return false;
  if (/工作日$/u.test(quantity.unit)) return quantity.compared && dated;
  if (quantity.unit === "%") return quantity.compared || GOAL_VERB.test(clause);
  if (BUILT_UNIT.test(quantity.unit) && BUILT.test(before)) return true;
  return GOAL_VERB.test(clause) ? quantity.compared || dated : quantity.compared && dated;
}

/** Whether a number only picks out what another one measures: `60平方米以上的小区`, `站点500米覆盖率达到90%`. */
export function isQualifier(sentence: string, quantity: Quantity): boolean {
  const after = sentence.slice(quantity.end, quantity.end + 12);
  if (REACH_UNIT.test(quantity.unit) && REACH.test(after)) return true;
  return (
    QUALIFIER_UNIT.test(quantity.unit) &&
    quantity.comparator !== "=" &&
    /^\s*(?:的|及|或)?\p{Script=Han}/u.test(after) &&
    !/达到?\s*$|不[少低]于\s*$/u.test(sentence.slice(Math.max(0, quantity.start - 14), quantity.start)) &&
    !/^(?:的目标|，|。)/u.test(after)
  );
}

function clauseAround(sentence: string, quantity: Quantity): string {
  const start = Math.max(...["，", "；", ";"].map((mark) => sentence.lastIndexOf(mark, quantity.start))) + 1;
  const rest = sentence.slice(quantity.end).search(/[，；;。]/u);
  return sentence.slice(start, rest < 0 ? sentence.length : quantity.end + rest);
}
