import type { PublishedRow, PublishedRule, PublishedStandard } from "../../schemas/published-standard.ts";

const line = { methods: [], responsibilities: [], evidence: [{ quote: "某", page: null }] };

const row = (ordinal: number, given: Partial<PublishedRow>): PublishedRow => ({
  ...line,
  id: `row-${ordinal}`,
  ordinal,
  number: ordinal,
  category: "一类",
  subcategory: null,
  criterion: `第${ordinal}项要求`,
  points: null,
  grades: null,
  scoring: null,
  entry: { kind: "met", min: null, max: null, options: ["是", "否"] },
  decisive: false,
  ...given,
});

const scored = (max: number): Partial<PublishedRow> => ({
  points: max,
  entry: { kind: "points", min: 0, max, options: [] },
});

const rule = (id: string, number: string, maxPoints: number | null): PublishedRule => ({
  ...line,
  id,
  number,
  criterion: `${number}所述`,
  rule: null,
  maxPoints,
});

/** One row of each kind: 10 and 20 points, grades of 6 and 4, a condition, a deduction of at most 5; pass mark 30. */
export const SMALL: PublishedStandard = {
  schema: "standard/1",
  id: "standard-small",
  title: "小标准",
  attachment: 1,
  trial: false,
  plan: {
    id: "plan-1",
    title: null,
    documentNumber: null,
    issuers: [],
    issuedOn: null,
    jurisdiction: { name: null, level: null },
  },
  rows: [
    row(1, scored(10)),
    row(2, scored(20)),
    row(3, {
      category: "二类",
      points: 6,
      grades: { 良好: 6, 合格: 4 },
      entry: { kind: "grade", min: 0, max: 6, options: ["良好", "合格"] },
    }),
    row(4, { category: "基本条件", decisive: true }),
    row(5, { category: "扣分项", entry: { kind: "deduction", min: -5, max: 0, options: [] } }),
  ],
  categories: [],
  total: 36,
  attainable: 36,
  passMark: 30,
  bonus: [rule("bonus-1", "加1", 3), rule("bonus-2", "加2", null)],
  bonusCap: 4,
  totalCap: 38,
  veto: [rule("veto-1", "否1", null), rule("veto-2", "否2", null)],
  notes: [],
};

/** The same rows without points, bonuses, vetoes and a pass mark: a list of criteria. */
export const CRITERIA: PublishedStandard = {
  ...SMALL,
  rows: [row(1, {}), row(2, {}), row(3, { category: "二类" })],
  total: null,
  attainable: null,
  passMark: null,
  bonus: [],
  bonusCap: null,
  totalCap: null,
  veto: [],
};
