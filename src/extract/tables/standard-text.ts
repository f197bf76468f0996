import type { StandardItem, StandardRule } from "../../../schemas/standard.ts";
import type { Paragraph } from "../../core/document.ts";
import { evidenceOf, type Passage, slicePassage, wholeBlocks } from "../../core/passage.ts";
import { tidy } from "../../core/tidy.ts";
import { findNotes, findStatedTotal } from "./notes.ts";
import { findPassMark } from "./pass-mark.ts";
import { cutPoints } from "./points.ts";
import { isNote, isTotalLabel, kindOfCategory } from "./row-words.ts";
import type { StandardContent } from "./standard-table.ts";
import { findTextEntries, type TextEntry } from "./text-entries.ts";

const FEWEST_ITEMS = 3;
const POINTED_SHARE = 0.6;

/** An entry's criterion, the points it is worth, and the rule behind them. */
interface Demand {
  readonly criterion: string;
  readonly points: number | null;
  readonly scoring: string | null;
}

/**
 * Reads a standard written as numbered text: `（一）组织领导（20分）1.成立领导小组，得5分；2.…（8分）`. Null where too few
 * entries have points; `pointless` accepts criteria without points, where the title says that they are a standard.
 */
export function readStandardText(paragraphs: readonly Paragraph[], pointless: boolean): StandardContent | null {
  const note = paragraphs.findIndex(({ block }) => isNote(tidy(block.text)));
  const entered = note < 0 ? paragraphs : paragraphs.slice(0, note);
  const end = entered.findLastIndex(({ block }) => startsEntry(block.text)) + 1;
  const passage = wholeBlocks(paragraphs.slice(0, end).map(({ block }) => block));
  const slice: Slice = (start, end) => slicePassage(passage, start, end);
  const entries = findTextEntries(passage.text);
  const demands = entries.items.map((entry) => readDemand(tidy(passage.text.slice(entry.start, entry.end))));
  const pointed = demands.filter(({ points }) => points !== null).length;
  if (demands.length < FEWEST_ITEMS || (!pointless && pointed < demands.length * POINTED_SHARE)) return null;
  const after = paragraphs.slice(end);
  const notes = findNotes(after);
  const total = findStatedTotal(after, notes);
  const rows = entries.items.map((entry, at) => ({
    entry,
    demand: demands[at]!,
    category: nameOf(slice, entry.category),
  }));
  const of = (kind: string) => rows.filter(({ category }) => kindOf(category) === kind);
  return {
    items: [...of("scored"), ...of("deduction")].map((row) => createItem(row, slice)),
    categories: findCategories(entries.categories, slice),
    total,
    passMark: findPassMark(notes, total),
    bonus: of("bonus").map((row) => createRule(row, slice)),
    veto: of("veto").map((row) => ({ ...createRule(row, slice), maxPoints: null })),
    notes,
  };
}

type Slice = (start: number, end: number) => Passage;

interface TextRow {
  readonly entry: TextEntry & { readonly category: TextEntry | null; readonly subcategory: TextEntry | null };
  readonly demand: Demand;
  readonly category: string | null;
}

const startsEntry = (text: string): boolean =>
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(]?[一二三四五六七八九十\d]{1,3}[）).．、])/u.test(text) &&
  !isNote(text) &&
  !isTotalLabel(text);

const kindOf = (category: string | null) => (category === null ? "scored" : kindOfCategory(category));

function createItem({ entry, demand, category }: TextRow, slice: Slice): StandardItem {
  return {
    number: entry.number,
    category,
    subcategory: nameOf(slice, entry.subcategory),
    ...demand,
    grades: null,
    methods: [],
    responsibilities: [],
    evidence: evidenceOf(slice(entry.start, entry.end)),
  };
}

const createRule = ({ entry, demand }: TextRow, slice: Slice): StandardRule => ({
  criterion: demand.criterion,
  rule: demand.scoring,
  maxPoints: demand.points,
  methods: [],
  responsibilities: [],
  evidence: evidenceOf(slice(entry.start, entry.end)),
});

const POINTS_IN_CLAUSE = /[，,；;]?\s*(?:得|计|满分|分值为?)\s*(\d{1,3}(?:\.\d)?)\s*分/u;
const POINTS_IN_BRACKET = /[（(]\s*(?:满分|计|共)?\s*(\d{1,3}(?:\.\d)?)\s*分\s*[）)]/u;

function readDemand(text: string): Demand {
  const bracket = POINTS_IN_BRACKET.exec(text);
  const match = bracket ?? POINTS_IN_CLAUSE.exec(text);
  if (!match) return { criterion: text.replace(/[；;]$/u, ""), points: null, scoring: null };
  const from = bracket ? match.index + match[0].length : match.index;
  const rule = text.slice(from).replace(/^[，,；;。：:\s]+|[；;\s]+$/gu, "");
  return {
    criterion: text.slice(0, match.index).replace(/[，,；;：:\s]+$/u, ""),
    points: Number(match[1]),
    scoring: rule || null,
  };
}

const LONGEST_NAME = 40;

/** A heading's name: up to its points or its first full stop. */
function nameOf(slice: Slice, entry: TextEntry | null): string | null {
  if (!entry) return null;
  const [line = ""] = tidy(slice(entry.start, entry.end).text.split("\n")[0]!).split(/[。：:]/u);
  return cutPoints(line).text.slice(0, LONGEST_NAME).trim() || null;
}

function findCategories(entries: readonly TextEntry[], slice: Slice): StandardContent["categories"] {
  return entries.flatMap((entry) => {
    const name = nameOf(slice, entry);
    if (name === null || !["scored", "deduction"].includes(kindOf(name))) return [];
    const points = POINTS_IN_BRACKET.exec(slice(entry.start, entry.end).text.split("\n")[0]!);
    return [{ name, points: points ? Number(points[1]) : null }];
  });
}
