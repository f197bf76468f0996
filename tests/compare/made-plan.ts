import type { Plan } from "../../schemas/plan.ts";
import type { StandardItem } from "../../schemas/standard.ts";

const evidence = [{ block: 0, start: 0, end: 1, quote: "一", page: null, bbox: null }];

/** A row of a standard with its criterion, and what else a test names. */
export const madeItem = (
  number: number | string,
  criterion: string,
  more: Partial<StandardItem> = {},
): StandardItem => ({
  number,
  category: null,
  subcategory: null,
  criterion,
  points: null,
  grades: null,
  scoring: null,
  methods: [],
  responsibilities: [],
  evidence,
  ...more,
});

/** A plan with one standard for each list of rows, and nothing else. */
export const madePlan = (id: string, ...standards: readonly (readonly StandardItem[])[]): Plan => ({
  schema: "plan/1",
  id,
  source: {
    fileName: `${id}.txt`,
    mediaType: "text/plain",
    sha256: "0".repeat(64),
    byteLength: 1,
    pageCount: null,
    reader: "text",
    ocr: false,
  },
  header: {
    title: null,
    noticeTitle: null,
    documentNumber: null,
    issuers: [],
    recipients: [],
    issuedOn: null,
    printedOn: null,
    jurisdiction: { name: null, level: null },
    trial: false,
    contacts: [],
    evidence: [],
  },
  basis: [],
  sections: [],
  targets: [],
  phases: [],
  tasks: [],
  measures: [],
  duties: [],
  deadlines: [],
  units: [],
  standards: standards.map((items, at) => ({
    title: `评分标准${at + 1}`,
    attachment: null,
    trial: false,
    items: [...items],
    categories: [],
    total: null,
    passMark: null,
    bonus: [],
    veto: [],
    notes: [],
    evidence,
  })),
  assignments: [],
  lists: [],
  rosters: [],
  forms: [],
  attachments: [],
  findings: [],
  messages: [],
  blocks: [],
});
