import type { Facts } from "../../schemas/plan.ts";
import type { Outline } from "../core/outline.ts";
import { extractAttachments } from "./attachments.ts";
import { extractBasis } from "./basis.ts";
import { extractDeadlines } from "./deadlines.ts";
import { extractDuties } from "./duties.ts";
import { extractPhases } from "./phases.ts";
import { extractSections } from "./sections.ts";
import { extractAssignments } from "./tables/assignments.ts";
import { extractForms } from "./tables/forms.ts";
import { extractLists } from "./tables/lists.ts";
import { extractRosters } from "./tables/rosters.ts";
import { extractStandards } from "./tables/standards.ts";
import { extractTargets } from "./targets.ts";
import { extractMeasures, extractTasks } from "./tasks.ts";
import { extractUnits } from "./units.ts";

/** One extractor a fact; a new fact is one file and one row. */
const EXTRACTORS: { readonly [K in Exclude<keyof Facts, "units">]: (outline: Outline) => Facts[K] } = {
  header: (outline) => outline.header,
  basis: extractBasis,
  sections: extractSections,
  targets: extractTargets,
  phases: extractPhases,
  tasks: extractTasks,
  measures: extractMeasures,
  duties: extractDuties,
  deadlines: extractDeadlines,
  standards: extractStandards,
  assignments: extractAssignments,
  lists: extractLists,
  rosters: extractRosters,
  forms: extractForms,
  attachments: extractAttachments,
};

/** Extracts every fact of an outline; the index of bodies comes last, because it reads the other facts. */
export function extractFacts(outline: Outline): Facts {
  const entries = Object.entries(EXTRACTORS).map(([key, extract]) => [key, extract(outline)] as const);
  const facts = Object.fromEntries(entries) as Omit<Facts, "units">;
  return { ...facts, units: extractUnits(facts, outline) };
}
