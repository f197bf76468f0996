import type { Standard } from "../../../schemas/standard.ts";
import type { Outline } from "../../core/outline.ts";
import { classifyGroup } from "./classify-table.ts";
import { readStandardTable, type StandardContent } from "./standard-table.ts";
import { findTableGroups, type TableGroup } from "./table-groups.ts";

/** Finds the standards of a document: tables of criteria, and criteria written as numbered text in an attachment. */
export function extractStandards(outline: Outline): Standard[] {
  return findTableGroups(outline)
    .filter((group) => classifyGroup(group) === "standard")
    .flatMap((group) => createStandard(group, readStandardTable(group)));
}

function createStandard(
  place: Pick<TableGroup, "title" | "attachment" | "titleEvidence">,
  content: StandardContent,
): Standard[] {
  const evidence = place.titleEvidence.length > 0 ? [...place.titleEvidence] : (content.items[0]?.evidence ?? []);
  if (content.items.length === 0 || evidence.length === 0) return [];
  const { title, attachment } = place;
  return [{ title, attachment, trial: /试行|暂行/u.test(title), ...content, evidence }];
}
