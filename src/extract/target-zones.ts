import type { Item, Outline } from "../core/outline.ts";
import type { Passage } from "../core/passage.ts";
import { tidy } from "../core/tidy.ts";
import { extractPhases } from "./phases.ts";

/** Where a text stands: in a chapter of targets or not, and the year of the step it belongs to. */
export interface Zone {
  readonly passage: Passage;
  readonly goals: boolean;
  readonly stepEnd: string | null;
  /** The year of months that are printed without one. */
  readonly year: number | null;
}

/** The texts in which targets may stand, in order; objects, principles and guidance without goals are left out. */
export function findZones(outline: Outline): Zone[] {
  const ends = new Map(
    extractPhases(outline)
      .toReversed()
      .map(({ name, end }) => [name, end]),
  );
  return outline.items.flatMap((item) => zonesOf(item, false, ends, outline.year));
}

/** What a heading of goals says; an article without a heading opens with their year. */
const GOALS = /目标|^到(?:19|20)\d{2}年/u;

/** A numbered sentence is its own heading. */
const isSentence = (heading: string): boolean => heading.length > 40 || /\d[^（(]*[，；。]/u.test(heading);

/** When each step ends, by its name; of two with one name, the first. */
type StepEnds = ReadonlyMap<string, string | null>;

function zonesOf(item: Item, within: boolean, stepEnds: StepEnds, year: number | null): Zone[] {
  const goals = within || item.kind === "targets" || GOALS.test(item.heading.text);
  if (item.kind === "object" || (item.kind === "guidance" && !goals && item.children.length === 0)) return [];
  const end = stepEnds.get(tidy(item.heading.text));
  const texts = isSentence(item.heading.text) ? [item.heading, item.intro] : [item.intro];
  const own = texts.map((passage) => ({
    passage,
    goals,
    stepEnd: end?.slice(0, 4) ?? (year === null ? null : String(year)),
    year,
  }));
  return [...own, ...item.children.flatMap((child) => zonesOf(child, goals, stepEnds, year))];
}
