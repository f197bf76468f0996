import type { RowPair, RowReference } from "../../schemas/comparison.ts";
import type { SharedColumns } from "./changes/field-changes.ts";
import { alignRows } from "./rows/align-rows.ts";
import { type DescribedRow, demandText, describeRow } from "./rows/describe-row.ts";
import { explainAlone, explainEqual, explainLikeness } from "./rows/explain.ts";
import type { Link } from "./rows/link.ts";
import { relateRows } from "./rows/relate-rows.ts";
import type { Row } from "./rows/row.ts";
import { createRowIndex, type RowIndex } from "./rows/row-index.ts";
import { diffTexts } from "./text/diff-texts.ts";

/** Two lists of rows to compare, and how their rows are numbered in the comparison. */
export interface RowLists {
  readonly template: readonly Row[];
  readonly local: readonly Row[];
  readonly ownNames: readonly string[];
}

/** Compares two lists of rows: linked rows in the order of the local list, removed ones where the template has them. */
export function compareRows(lists: RowLists): RowPair[] {
  const known = new Map<Row, DescribedRow>();
  const describe = (row: Row): DescribedRow => {
    const described = known.get(row) ?? describeRow(row, lists.ownNames);
    known.set(row, described);
    return described;
  };
  const links = alignRows(lists.template, lists.local, describe);
  return [...pairsOfLinks(lists, links, describe), ...aloneRows(lists, links)].toSorted(byPlace);
}

const byPlace = (a: RowPair, b: RowPair): number =>
  placeOf(a) - placeOf(b) || (a.localRow?.ordinal ?? 0) - (b.localRow?.ordinal ?? 0);
const placeOf = ({ templateRow, localRow }: RowPair): number => localRow?.ordinal ?? (templateRow?.ordinal ?? 0) + 0.5;

const isSameRow = (a: Row, b: Row): boolean =>
  a.criterion === b.criterion &&
  a.scoring === b.scoring &&
  a.points === b.points &&
  JSON.stringify([a.grades, a.methods]) === JSON.stringify([b.grades, b.methods]);

function pairsOfLinks(lists: RowLists, links: readonly Link[], describe: (row: Row) => DescribedRow): RowPair[] {
  const columns = sharedColumns(lists);
  let index: RowIndex | null = null;
  const indexOf = (): RowIndex => {
    index ??= createRowIndex([...lists.template, ...lists.local].map(describe), lists.template.length);
    return index;
  };
  const locals = partnersOf(links, "template", "local");
  const templates = partnersOf(links, "local", "template");
  return links.map((link) => {
    const [template, local] = [lists.template[link.template]!, lists.local[link.local]!];
    const alone = locals.get(link.template)!.length === 1 && templates.get(link.local)!.length === 1;
    if (alone && isSameRow(template, local)) return equalPair(template, local);
    const pair = {
      template: describe(template),
      local: describe(local),
      localPartners: locals.get(link.template)!.map((at) => describe(lists.local[at]!)),
      templatePartners: templates.get(link.local)!.map((at) => describe(lists.template[at]!)),
      index: indexOf(),
      isFaint: link.how === "standing out",
    };
    const { changes, ...related } = relateRows(pair, columns);
    return {
      ...numbers(template, local),
      ...related,
      changes: [...changes],
      similarity: Math.round(link.similarity * 1000) / 1000,
      explanation: explainLikeness(pair.template, pair.local),
      diff: diffTexts(demandText(template), demandText(local)),
    };
  });
}

const equalPair = (template: Row, local: Row): RowPair => ({
  ...numbers(template, local),
  relation: "identical",
  direction: null,
  similarity: 1,
  explanation: explainEqual(template),
  changes: [],
  diff: diffTexts(demandText(template), demandText(local)),
});

/** Main counterparts first, parts after them. */
function partnersOf(
  links: readonly Link[],
  key: "template" | "local",
  other: "template" | "local",
): Map<number, number[]> {
  const partners = new Map<number, number[]>();
  for (const link of [...links.filter(({ how }) => how !== "part"), ...links.filter(({ how }) => how === "part")])
    partners.set(link[key], [...(partners.get(link[key]) ?? []), link[other]]);
  return partners;
}

function aloneRows({ template, local }: RowLists, links: readonly Link[]): RowPair[] {
  const linked = { template: new Set(links.map((l) => l.template)), local: new Set(links.map((l) => l.local)) };
  const removed = template.filter((_, at) => !linked.template.has(at)).map((row) => alonePair(row, null));
  const added = local.filter((_, at) => !linked.local.has(at)).map((row) => alonePair(null, row));
  return [...removed, ...added];
}

function alonePair(template: Row | null, local: Row | null): RowPair {
  const row = (template ?? local)!;
  return {
    ...numbers(template, local),
    relation: template ? "removed" : "added",
    direction: null,
    similarity: 0,
    explanation: explainAlone(row, template ? "templateOnly" : "localOnly"),
    changes: [],
    diff: diffTexts(template ? demandText(template) : "", local ? demandText(local) : ""),
  };
}

const numbers = (template: Row | null, local: Row | null) => ({
  template: template?.label ?? null,
  local: local?.label ?? null,
  templateRow: template ? referenceOf(template) : null,
  localRow: local ? referenceOf(local) : null,
  standard: isTask(template ?? local) ? null : { template: template?.standard ?? null, local: local?.standard ?? null },
});

const isTask = (row: Row | null): boolean => row?.standard === null;

const referenceOf = (row: Row): RowReference => ({
  ordinal: row.ordinal,
  number: row.number,
  category: row.category,
  text: demandText(row),
  evidence: [...row.evidence],
});

/** A column that stands empty in most rows of a standard is none of its columns. */
const LEAST_FILLED = 0.4;

/** A column that one of the standards lacks is left out of account. */
function sharedColumns({ template, local }: RowLists): SharedColumns {
  const both = (has: (row: Row) => boolean): boolean =>
    [template, local].every((rows) => rows.filter(has).length >= LEAST_FILLED * rows.length);
  return {
    points: both(({ points }) => points !== null),
    scoring: both(({ scoring, standard }) => scoring !== null && standard !== null),
    methods: both(({ methods }) => methods.length > 0),
  };
}
