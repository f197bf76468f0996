import type { AssessmentMessage } from "../../schemas/assessment.ts";
import type { PublishedStandard } from "../../schemas/published-standard.ts";
import type { LineKind } from "../core/sheet-columns.ts";
import { brief } from "./count-filling.ts";
import type { FilledLine } from "./filled-sheet.ts";
import { assessmentMessage } from "./sentences.ts";

/** A line of the standard that can be filled in. */
interface Place {
  readonly kind: LineKind;
  readonly id: string;
  readonly number: string;
  readonly criterion: string;
}

export interface MatchedLines {
  /** The filled line of each row, bonus and veto, by its id. */
  readonly lines: ReadonlyMap<string, FilledLine>;
  readonly messages: readonly AssessmentMessage[];
}

/**
 * Finds the line of the standard that each filled line belongs to: by id, else by number, else by the demand's own words. A line that
 * states an id which the standard does not have is unknown, whatever its number says.
 */
export function matchLines(standard: PublishedStandard, filled: readonly FilledLine[]): MatchedLines {
  const places = placesOf(standard);
  const lines = new Map<string, FilledLine>();
  const messages = filled.flatMap((line) => {
    const found = findPlaces(places, line);
    const place = found[0];
    if (!place || found.length > 1) return [notFound(line, found.length)];
    const first = lines.get(place.id);
    if (!first) lines.set(place.id, line);
    return first
      ? [assessmentMessage("row-duplicate", "error", line.place, { number: place.number, first: first.place })]
      : [];
  });
  return { lines, messages };
}

const notFound = (line: FilledLine, found: number): AssessmentMessage =>
  assessmentMessage(found > 1 ? "number-ambiguous" : "row-unknown", "error", line.place, {
    row: brief(line.id ?? line.number ?? line.criterion ?? ""),
  });

function placesOf({ rows, bonus, veto }: PublishedStandard): Place[] {
  const rules = (kind: LineKind, list: PublishedStandard["bonus"]) =>
    list.map(({ id, number, criterion }) => ({ kind, id, number, criterion: plain(criterion) }));
  return [
    ...rows.map(({ id, number, criterion, scoring }) => ({
      kind: "row" as const,
      id,
      number: plain(String(number)),
      criterion: plain(criterion ?? scoring ?? ""),
    })),
    ...rules("bonus", bonus),
    ...rules("veto", veto),
  ];
}

/** The places that a line may mean: one is the answer, several are unclear. */
function findPlaces(places: readonly Place[], line: FilledLine): Place[] {
  if (line.id !== null) return places.filter(({ id }) => id === line.id);
  const ofKind = line.kind ? places.filter(({ kind }) => kind === line.kind) : places;
  const criterion = plain(line.criterion ?? "");
  const sameWords = criterion === "" ? [] : ofKind.filter((place) => place.criterion === criterion);
  if (line.number === null) return sameWords;
  const numbered = byNumber(ofKind, plain(line.number), line.kind);
  return numbered.length > 1 && sameWords.length === 1 ? sameWords : numbered;
}

/** `1` among the bonuses is 加1. */
const byNumber = (places: readonly Place[], number: string, kind: LineKind | null): Place[] =>
  places.filter(
    (place) => place.number === number || (kind !== null && kind !== "row" && place.number.slice(1) === number),
  );

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "");
