import { type Clause, splitClauses, splitMembers } from "../text/clauses.ts";
import { type ContentWord, characterPairs, contentWords } from "../text/content.ts";
import { identityKey } from "../text/fold-text.ts";
import { findQuantities, type Quantity } from "../text/quantities.ts";
import type { Row } from "./row.ts";

/**
 * What a text is compared by, each once: its words, its pairs of neighbouring characters (where the same phrase is cut
 * otherwise), its characters (where it is said with other words of the same characters: `残垣断壁`, `断墙残壁`).
 */
export interface Features {
  readonly words: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  readonly characters: ReadonlySet<string>;
}

export const VIEWS = ["words", "pairs", "characters"] as const;
export type View = (typeof VIEWS)[number];

/** A clause with what it is compared by. */
export interface DescribedClause extends Clause {
  readonly features: Features;
}

/** A field of a row (criterion or scoring) made ready. */
export interface DescribedText {
  readonly text: string;
  readonly words: readonly ContentWord[];
  readonly features: Features;
  readonly clauses: readonly DescribedClause[];
  /** The clauses, those with lists (`道路平整、照明完好`) also cut into the members. */
  readonly items: readonly Features[];
  readonly quantities: readonly Quantity[];
}

/** A row made ready for comparing. */
export interface DescribedRow {
  readonly row: Row;
  /** All that is demanded: of a standard's row its criterion, of a task its title and text. */
  readonly demand: DescribedText;
  readonly criterion: DescribedText;
  readonly scoring: DescribedText;
  /** Criterion, scoring and methods together: where a demand may have moved. */
  readonly all: Features;
}

/** All that a row demands, as one text: of a standard's row its criterion, of a task its title and its text below. */
export const demandText = (row: Row): string =>
  row.standard === null && row.scoring !== null ? `${row.criterion}\n${row.scoring}` : row.criterion;

/** The key by which rows say the same in the same words. */
export const rowKey = (row: Row): string => identityKey(demandText(row));

const featuresOf = (words: readonly ContentWord[]): Features => ({
  words: new Set(words.map(({ word }) => word)),
  pairs: characterPairs(words),
  characters: new Set(words.flatMap(({ printed }) => [...printed])),
});

/** What a text of its own is compared by. */
export const featuresOfText = (text: string, ownNames: readonly string[] = []): Features =>
  featuresOf(contentWords(text, ownNames));

/** What several texts say together. */
export const joinFeatures = (parts: readonly Features[]): Features => ({
  words: new Set(parts.flatMap(({ words }) => [...words])),
  pairs: new Set(parts.flatMap(({ pairs }) => [...pairs])),
  characters: new Set(parts.flatMap(({ characters }) => [...characters])),
});

/** How many texts are remembered: a template's rows come back with every plan that is set against it. */
const MOST_KNOWN = 4_000;
const known = new Map<string, DescribedText>();

/** Makes a text ready; `ownNames` are the names of the plan's own place, which are left out. */
export function describeText(text: string, ownNames: readonly string[]): DescribedText {
  const names = ownNames.filter((name) => text.includes(name));
  const key = [text, ...names].join("\n\n");
  const found = known.get(key);
  if (found) return found;
  const described = prepareText(text, names);
  if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? "");
  known.set(key, described);
  return described;
}

function prepareText(text: string, ownNames: readonly string[]): DescribedText {
  const words = contentWords(text, ownNames);
  const clauses = splitClauses(text).map((clause) => ({
    ...clause,
    features: featuresOfText(clause.text, ownNames),
  }));
  const members = clauses.flatMap((clause) => splitMembers(clause.text));
  const items = [
    ...clauses.map(({ features }) => features),
    ...members.map((member) => featuresOfText(member, ownNames)),
  ];
  return { text, words, features: featuresOf(words), clauses, items, quantities: findQuantities(text) };
}

/** Makes a row ready for comparing: words, character pairs, clauses and quantities of its fields. */
export function describeRow(row: Row, ownNames: readonly string[] = []): DescribedRow {
  const criterion = describeText(row.criterion, ownNames);
  const scoring = describeText(row.scoring ?? "", ownNames);
  const methods = describeText(row.methods.join("，"), ownNames);
  const demand = row.standard === null && row.scoring !== null ? describeText(demandText(row), ownNames) : criterion;
  return {
    row,
    demand,
    criterion,
    scoring,
    all: joinFeatures([criterion.features, scoring.features, methods.features]),
  };
}
