/** A mark named in a note, and the words of its clause. */
interface Mark {
  readonly value: number;
  readonly clause: string;
  /** `80分以上`, `不低于80分`, `80分为合格线`: a lower bound; not `60分以下`. */
  readonly isBound: boolean;
  /** An upper bound: `60分以下`, `低于60分`. */
  readonly isBelow: boolean;
}

const VALUE = /(\d{1,3}(?:\.\d)?)\s*分/gu;
const BEFORE = /(?:不低于|不少于|不得低于|达到|达|≥|高于|大于|超过|满)\s*$/u;
const NAMED = /(?:合格|及格|达标)(?:分数?线?|标准|线)[为是：:]?\s*$/u;
/** A bound on one item is not the whole's. */
const PARTIAL = /(?:单项|各项|每项|分项|任何一项)[^，]{0,8}$/u;
const AFTER =
  /^\s*(?:[（(]含[^（）()]{0,6}[）)])?\s*(?:[（(]含[）)])?(?:及其?)?(?:以上|为?(?:合格线|及格线|达标线|合格分|达标分))/u;
/** The lower end of a grade's range is its bound: `70—79分为合格`, `60分（含）至74分的为合格`. */
const RANGE_AHEAD = /^\s*(?:[（(]含[）)])?\s*[-－—–~～至到]{1,2}\s*\d{1,3}(?:\.\d)?\s*分/u;
const RANGE = /(\d{1,3}(?:\.\d)?)\s*(?:[-－—–~～至到]{1,2}\s*)(?=\d{1,3}(?:\.\d)?\s*分)/gu;
/** Who is below fails, so that the mark is the pass mark: `60分以下为不合格`, `低于60分的，评定为不达标`. */
const BELOW = /(?:(?<!不得?)低于|不足|未达到?|不满|(?<!不)小于|<|＜)\s*$/u;
const BELOW_AFTER = /^\s*(?:[（(]不含[^（）()]{0,6}[）)])?\s*(?:以下|之下)/u;
const FAIL = /不合格|不及格|不达标|未达标|不予(?:通过|命名|认定|授予)/u;
/** A prize for the best is no pass mark. */
const PRIZE = /优秀|优良|良好|优先|择优|先进|表扬|奖励|奖补|最高/u;
const PASS = /(?<!不)(?:合格|及格|达标)|通过(?:验收|考核|评)/u;
const AWARD = /命名|认定|评为|授予|申报|推荐|创建成功|方可|评定为|确定为|参评|验收/u;

/** Finds the mark that the notes ask for (`得分须不低于80分`, `60分以上为合格`, `60分以下为不合格`), or null. */
export function findPassMark(notes: readonly string[], total: number | null): number | null {
  const marks = notes.flatMap(readMarks).filter(({ value }) => value > 0 && (total === null || value < total));
  const bounds = marks.filter(({ isBound }) => isBound);
  const passing = bounds.filter(({ clause }) => PASS.test(clause));
  if (passing.length > 0) return Math.min(...passing.map(({ value }) => value));
  const failing = marks.filter(({ clause, isBelow }) => isBelow && FAIL.test(clause));
  if (failing.length > 0) return Math.max(...failing.map(({ value }) => value));
  const plain = bounds.filter(({ clause }) => !PRIZE.test(clause));
  const named = plain.filter(({ clause }) => AWARD.test(clause));
  const values = new Set((named.length > 0 ? named : plain).map(({ value }) => value));
  return values.size === 1 ? [...values][0]! : null;
}

const readMarks = (note: string): Mark[] =>
  note.split(/[。；;\n]/u).flatMap((sentence) => splitClauses(sentence).flatMap(readClause));

function readClause(clause: string): Mark[] {
  const ranges = [...clause.matchAll(RANGE)].map(
    (match): Mark => ({ value: Number(match[1]), clause, isBound: true, isBelow: false }),
  );
  const points = [...clause.matchAll(VALUE)].map((match): Mark => {
    const after = clause.slice(match.index + match[0].length);
    const before = clause.slice(0, match.index);
    const isBelow = BELOW.test(before) || BELOW_AFTER.test(after);
    const isBound = BEFORE.test(before) || NAMED.test(before) || AFTER.test(after) || RANGE_AHEAD.test(after);
    return { value: Number(match[1]), clause, isBound: isBound && !PARTIAL.test(before) && !isBelow, isBelow };
  });
  return [...ranges, ...points];
}

/** A clause ends before the next mark's number: `90分以上为优秀，80分以上为良好`; one without a number goes on. */
function splitClauses(sentence: string): string[] {
  const clauses: string[] = [];
  for (const part of sentence.split(/[，,]/u)) {
    const isNew = clauses.length === 0 || /\d\s*分/u.test(part);
    if (isNew) clauses.push(part);
    else clauses[clauses.length - 1] += `，${part}`;
  }
  return clauses;
}
