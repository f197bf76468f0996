import { findCandidates } from "./candidates.ts";
import { contentIds } from "./content-id.ts";
import { likenessOf } from "./likeness.ts";

/** What tells a line from the others: its demand, and the rule by which it is scored. */
export interface Wording {
  readonly criterion: string | null;
  readonly scoring: string | null;
}

export interface Known extends Wording {
  readonly id: string;
}

/** Rows less alike are different demands: a fifth of the characters replaced leaves 0.8. */
const SAME_ROW = 0.65;

interface Match {
  readonly row: number;
  readonly known: number;
  readonly likeness: number;
}

/**
 * Ids for the lines of a new version. A line takes over the id of the line of the previous version that it is most like, the most
 * alike first, each id once, wherever the line now stands; a line that is like none gets an id of its content. An id of
 * the previous version is never given to another line, even where its own is gone.
 */
export function carryIds(prefix: string, rows: readonly Wording[], previous: readonly Known[]): string[] {
  const carried = new Map(pairUp(rows, previous).map(({ row, known }) => [row, previous[known]!.id]));
  const fresh = rows.flatMap((_, at) => (carried.has(at) ? [] : [at]));
  const ids = contentIds(
    prefix,
    fresh.map((at) => textOf(rows[at]!)),
    new Set(previous.map(({ id }) => id)),
  );
  const idOf = new Map(fresh.map((at, place) => [at, ids[place]!]));
  return rows.map((_, at) => carried.get(at) ?? idOf.get(at)!);
}

const textOf = ({ criterion, scoring }: Wording): string => criterion ?? scoring ?? "";

/** Equal lines are paired first, in order; of the others each is measured against those that share most with it. */
function pairUp(rows: readonly Wording[], previous: readonly Known[]): Match[] {
  const equal = pairEqual(rows, previous);
  const open = {
    rows: openPlaces(rows, new Set(equal.map(({ row }) => row))),
    known: openPlaces(previous, new Set(equal.map(({ known }) => known))),
  };
  const candidates = findCandidates(
    open.rows.map((at) => wholeText(rows[at]!)),
    open.known.map((at) => wholeText(previous[at]!)),
  );
  const alike = open.rows.flatMap((row, at) =>
    candidates[at]!.flatMap((place) => {
      const known = open.known[place]!;
      const likeness = likenessOfRows(rows[row]!, previous[known]!);
      return likeness >= SAME_ROW ? [{ row, known, likeness }] : [];
    }),
  );
  return [...equal, ...takeBest(alike)];
}

const openPlaces = (lines: readonly Wording[], paired: ReadonlySet<number>): number[] =>
  lines.flatMap((_, at) => (paired.has(at) ? [] : [at]));

const wholeText = ({ criterion, scoring }: Wording): string => `${criterion ?? ""} ${scoring ?? ""}`;

function pairEqual(rows: readonly Wording[], previous: readonly Known[]): Match[] {
  const places = Map.groupBy(
    previous.map((known, at) => ({ key: keyOf(known), at })),
    ({ key }) => key,
  );
  return rows.flatMap((row, at) => {
    const known = places.get(keyOf(row))?.shift();
    return known ? [{ row: at, known: known.at, likeness: 1 }] : [];
  });
}

const keyOf = ({ criterion, scoring }: Wording): string => JSON.stringify([criterion, scoring]);

/** The most alike first; of equals the one that moved least. */
function takeBest(matches: readonly Match[]): Match[] {
  const taken = { row: new Set<number>(), known: new Set<number>() };
  const order = matches.toSorted(
    (a, b) => b.likeness - a.likeness || Math.abs(a.row - a.known) - Math.abs(b.row - b.known),
  );
  return order.filter(({ row, known }) => {
    if (taken.row.has(row) || taken.known.has(known)) return false;
    taken.row.add(row);
    taken.known.add(known);
    return true;
  });
}

/** The demand counts for most; where a short demand (`照明设施完善`) is like its neighbours, the scoring tells them apart. */
function likenessOfRows(row: Wording, known: Wording): number {
  const demand = likenessOf(textOf(row), textOf(known));
  if (!row.criterion || !known.criterion || (!row.scoring && !known.scoring)) return demand;
  if (!row.scoring || !known.scoring) return demand * 0.9;
  return demand * 0.6 + likenessOf(row.scoring, known.scoring) * 0.4;
}
