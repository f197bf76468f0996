/** A mark named in a note, and the words of its clause. */
interface Mark {
  readonly value: number;
  readonly clause: string;
  /** `80分以上`, `不低于80分`, `80分为合格线`: a lower bound; not `60分以下`. */
  readonly isBound: boolean;
}

const VALUE = /(\d{1,3}(?:\.\d)?)\s*分/gu;
const BEFORE = /(?:不低于|不少于|不得低于|达到|达|≥|高于|大于|超过|满)\s*$/u;
const NAMED = /(?:合格|及格|达标)(?:分数?线?|标准|线)[为是：:]?\s*$/u;
/** A bound on one item is not the whole's. */
const PARTIAL = /(?:单项|各项|每项|分项|任何一项)[^，]{0,8}$/u;
const AFTER =
  /^\s*(?:[（(]含[^（）()]{0,6}[）)])?\s*(?:[（(]含[）)])?(?:及其?)?(?:以上|为?(?:合格线|及格线|达标线|合格分|达标分))/u;
const PASS = /(?<!不)(?:合格|及格|达标)|通过(?:验收|考核|评)/u;
const AWARD = /命名|认定|评为|授予|申报|推荐|创建成功|方可|评定为|确定为|参评|验收/u;

/** Finds the mark that the notes ask for (`得分须不低于80分`, `60分以上为合格`), or null. */
export function findPassMark(notes: readonly string[], total: number | null): number | null {
  const marks = notes.flatMap(readMarks).filter(({ value }) => value > 0 && (total === null || value < total));
  const passing = marks.filter(({ clause, isBound }) => isBound && PASS.test(clause));
  const named = passing.length > 0 ? passing : marks.filter(({ clause, isBound }) => isBound && AWARD.test(clause));
  const bounds = named.length > 0 ? named : marks.filter(({ isBound }) => isBound);
  const values = [...new Set(bounds.map(({ value }) => value))];
  if (passing.length > 0) return Math.min(...values);
  return values.length === 1 ? values[0]! : null;
}

function readMarks(note: string): Mark[] {
  return note.split(/[。；;\n]/u).flatMap((sentence) => {
    const clauses = splitClauses(sentence);
    return clauses.flatMap((clause) =>
      [...clause.matchAll(VALUE)].map((match) => {
        const after = clause.slice(match.index + match[0].length);
        const before = clause.slice(0, match.index);
        const isBound = BEFORE.test(before) || NAMED.test(before) || AFTER.test(after);
        return { value: Number(match[1]), clause, isBound: isBound && !PARTIAL.test(before) };
      }),
    );
  });
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
