import type { Comparator } from "../../schemas/target.ts";
import { foldWidth } from "../core/fold-width.ts";
import { HAN_PATTERN, readHanQuantity } from "./han-quantity.ts";

/** A number with its unit in running text, `[start, end)` with the comparator words around it. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly max: number | null;
  /** Empty for a bare number: `系数提高到0.51以上`. */
  readonly unit: string;
  readonly comparator: Comparator;
  /** The comparator is said in words; a bare number is `=`. */
  readonly compared: boolean;
  /** 左右: the number is meant roughly. */
  readonly rough: boolean;
}

const NUMBER = "\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:[.．]\\d+)?";
const MEASURE =
  "个百分点|百分点|个工作日|工作日|小时|分钟|课时|学时|mg/L|毫克/升|毫克每升|分贝|微克/立方米|毫克/立方米|微克每立方米|平方公里|平方千米|平方米|立方米|公里|千米|千瓦时|千瓦|兆瓦|公顷|公斤|人次|户次|辆次|标台|床位|吨标准煤|吨|元|亩|米|个|家|处|座|户|套|条|人|名|次|场|件|项|台|辆|张|所(?![列有在属需称])|支|块|倍|株|棵|幢|栋|间|批|例|分|天|对|只|头|门|宗|起|部|盏|种|类|篇|册|份(?![额量])|岁(?=(?:左右|以上)?[，。；])|位(?![置于居次列])";
/** `12条（段）`: a river or a stretch of one. */
const OR_UNIT = "(?:[（(][个家处条段座户项件所栋幢间台套辆名位场张块片村点][）)])?";
const UNIT = `[%％‰]|/[十\\d]{1,2}万|[十百千万亿]{0,2}(?:${MEASURE})${OR_UNIT}`;
const BEFORE =
  "(?<before>不得?低于|不得?少于|不得?小于|至少|最低|达到|达|不得?超过|不得?高于|不得?大于|不得?多于|控制在|控制到|超过|超|突破|大于|高于|多于|低于|小于|少于)?(?:约|近)?\\s*";
/** `利用系数提高到0.51以上`, `死亡率控制在0.01以内`: what is measured by a bare number. */
const PLAIN =
  "(?=\\d)(?<=(?:系数|指数|率)[^，。；\\d]{0,8}(?:达到?|[到至在]|[高低大小少]于|超过)\\s*)(?<plain>\\d+(?:\\.\\d+)?)(?=\\s*(?:及?以[上下内]|之内|左右|[，。；]|$))";
const PATTERN = new RegExp(
  `${BEFORE}(?<!\\d|\\d[.．]|\\d\\s|第|每|[A-Za-z-])(?:${PLAIN}|(?<number>${NUMBER})(?:\\s*(?:[%％]|[万亿]?(?:个|家|处|次|名)?)?\\s*[-—–~～至]{1,2}\\s*(?<upper>${NUMBER}))?\\s*(?<unit>${UNIT})|${HAN_PATTERN})\\s*(?:[（(]含[^（）()]{0,4}[）)]\\s*)?(?<after>及以上|以上|及以下|以下|以内|之内|左右)?`,
  "gu",
);

/** What the words before and after a number say; 达到…以上 is the after word's. */
const AFTER: Record<string, Comparator> = {
  及以上: ">=",
  以上: ">=",
  及以下: "<=",
  以下: "<=",
  以内: "<=",
  之内: "<=",
};

function comparatorOf(before: string, after: string): { comparator: Comparator; compared: boolean } {
  const said = AFTER[after];
  if (after === "左右") return { comparator: "=", compared: true };
  if (/^不.*[低少小]于|^至少|^最低/u.test(before)) return { comparator: ">=", compared: true };
  if (/^不|^控制/u.test(before)) return { comparator: "<=", compared: true };
  if (said) return { comparator: said, compared: true };
  if (/^达/u.test(before)) return { comparator: ">=", compared: true };
  if (/^(?:超|突破|大于|高于|多于)/u.test(before)) return { comparator: ">", compared: true };
  if (/^[低小少]于/u.test(before)) return { comparator: "<", compared: true };
  return { comparator: "=", compared: false };
}

/** `不超过所辖社区总数的10%`, `至少选择3个`: the comparator word stands before what the share is of, or before a verb. */
const comparedWith = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - 24), at);
  const verb = /(不得?少于|至少|最少)(?:选[择取]|创建|建设|建成|打造|培育|完成|新建|确定|改造)\s*$/u.exec(before);
  return verb?.[1] ?? COMPARED_SHARE.exec(before)?.[1] ?? "";
};
const COMPARED_SHARE = /(不得?低于|不得?少于|不得?超过|不得?高于|达到|超过|低于)[^，。；\d]{1,16}的\s*$/u;

const toNumber = (text: string): number => Number(text.replace(/[,，]/gu, "").replace("．", "."));

/** Finds the quantities of a text in order: `30%以上`, `不少于500个`, `控制在38微克/立方米以内`, `2—3个`. */
export function findQuantities(printed: string): Quantity[] {
  const text = foldWidth(printed);
  return shareComparators(text, readQuantities(text));
}

/** `分别不少于3200吨、1500吨`: the word before the first number holds for the second. */
function shareComparators(text: string, quantities: readonly Quantity[]): Quantity[] {
  const shared: Quantity[] = [];
  for (const quantity of quantities) {
    const before = shared.at(-1);
    const listed =
      before?.compared && !quantity.compared && /^[、和及与]$/u.test(text.slice(before.end, quantity.start).trim());
    shared.push(listed && before ? { ...quantity, comparator: before.comparator, compared: true } : quantity);
  }
  return shared;
}

type Groups = Readonly<Record<string, string | undefined>>;

function readNumber({ plain, number, unit = "" }: Groups): { value: number; unit: string } | null {
  const printed = plain ?? number;
  return printed === undefined ? null : { value: toNumber(printed), unit };
}

/** `退出后20位`, `进入全省前10名`: a place in a ranking is no amount. */
const isRank = (text: string, at: number, unit: string): boolean =>
  /^[名位]$/u.test(unit) && /[前后]\s*$/u.test(text.slice(Math.max(0, at - 2), at));

function readQuantities(text: string): Quantity[] {
  return [...text.matchAll(PATTERN)].flatMap((match) => {
    const group = match.groups ?? {};
    const read = readNumber(group) ?? readHanQuantity(group);
    if (read === null || isRank(text, match.index, read.unit)) return [];
    const { value } = read;
    const upper = group.upper ? toNumber(group.upper) : null;
    const said = comparatorOf(group.before || comparedWith(text, match.index), group.after ?? "");
    const range = upper !== null && upper > value;
    return [
      {
        start: match.index,
        end: match.index + match[0].trimEnd().length,
        value,
        max: range ? upper : null,
        unit: read.unit.replace("％", "%"),
        comparator: range ? (">=" as const) : said.comparator,
        compared: said.compared || range,
        rough: group.after === "左右",
      },
    ];
  });
}
