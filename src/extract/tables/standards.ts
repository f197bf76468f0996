import type { Standard } from "../../../schemas/standard.ts";
import { isParagraph, isTable, type Node } from "../../core/document.ts";
import type { Outline } from "../../core/outline.ts";
import { attachmentKind, classifyGroup, findStandardText } from "./classify-table.ts";
import { readStandardTable, type StandardContent } from "./standard-table.ts";
import { findTableGroups, placeOf, type TableGroup } from "./table-groups.ts";

/** Finds the standards of a document: tables of criteria, and criteria written as numbered text in an attachment. */
export function extractStandards(outline: Outline): Standard[] {
  const tables = findTableGroups(outline)
    .filter((group) => classifyGroup(group) === "standard")
    .flatMap((group) => createStandard(group, readStandardTable(group)));
  const texts = outline.attachments
    .filter((part) => attachmentKind(part) === "standard" && !part.nodes.some(isTable))
    .flatMap((part) => createTextStandard(placeOf(part), part.nodes));
  return [...tables, ...texts].sort((a, b) => (a.attachment ?? 0) - (b.attachment ?? 0));
}

function createTextStandard(
  place: Pick<TableGroup, "title" | "attachment" | "titleEvidence">,
  nodes: readonly Node[],
): Standard[] {
  const content = findStandardText(nodes.filter(isParagraph), place.title);
  return content ? createStandard(place, content) : [];
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
