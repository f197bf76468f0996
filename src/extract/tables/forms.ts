import type { Form } from "../../../schemas/form.ts";
import { isParagraph, type Paragraph } from "../../core/document.ts";
import type { AttachmentPart, Outline } from "../../core/outline.ts";
import { evidenceOf, wholeBlock } from "../../core/passage.ts";
import { squash, tidy } from "../../core/tidy.ts";
import { attachmentKind, classifyGroup } from "./classify-table.ts";
import { findLabel } from "./form-label.ts";
import { cellsOf, type Slot } from "./grid.ts";
import { findTableGroups, placeOf, type TableGroup } from "./table-groups.ts";

/** Finds the blank forms; several tables of one attachment are one form. */
export function extractForms(outline: Outline): Form[] {
  const groups = findTableGroups(outline).filter((group) => classifyGroup(group) === "form");
  const byTitle = Map.groupBy(groups, (group) => `${group.attachment}|${group.title}`);
  const tables = [...byTitle.values()].flatMap(createTableForm);
  return [...tables, ...outline.attachments.flatMap(createLineForm)];
}

function createTableForm(groups: readonly TableGroup[]): Form[] {
  const [{ title, titleEvidence }] = groups as [TableGroup];
  const cells = groups.flatMap(labelCells);
  const fields = cells.flatMap((cell) => findLabel(cell.text) ?? []).filter((field) => squash(field) !== squash(title));
  const evidence =
    titleEvidence.length > 0 ? [...titleEvidence] : cells.slice(0, 1).flatMap((cell) => evidenceOf(cell));
  return fields.length > 0 && evidence.length > 0 ? [{ title, fields, evidence }] : [];
}

/** Every cell with text in reading order, a merged one once; under a header only the header has labels. */
function labelCells(group: TableGroup): Slot[] {
  const seen = new Set<number>();
  return group.parts
    .flatMap(({ reading }) =>
      reading.header.length > 0 && reading.body.every((row) => cellsOf(row).length < 2)
        ? reading.header
        : reading.grid.rows,
    )
    .flatMap(cellsOf)
    .filter((cell) => !seen.has(cell.pieces[0]!.block.id) && seen.add(cell.pieces[0]!.block.id));
}

/** A line with blanks to fill in: `社区名称：____  联系电话：____`. */
const BLANK_FIELD =
  /([\p{Script=Han}（）()、/A-Za-z][\p{Script=Han}（）()、/A-Za-z \u3000]{1,30}?)[ \u3000]*(?:[：:][ \u3000]*(?:[_＿]{2,}|(?:年[ \u3000]+月[ \u3000]+日)|[ \u3000]{2,}|$)|[_＿]{2,})/gmu;
const FEWEST_FIELDS = 2;

function createLineForm(part: AttachmentPart): Form[] {
  if (part.nodes.some((node) => node.kind === "table") || attachmentKind(part) !== "form") return [];
  const lines = part.nodes.filter(isParagraph);
  const fields = lines.flatMap(readFields);
  const place = placeOf(part);
  const evidence =
    place.titleEvidence.length > 0
      ? [...place.titleEvidence]
      : lines.slice(0, 1).flatMap(({ block }) => evidenceOf(wholeBlock(block)));
  return fields.length >= FEWEST_FIELDS && evidence.length > 0 ? [{ title: part.title, fields, evidence }] : [];
}

const readFields = ({ block }: Paragraph): string[] =>
  block.text.length > 400
    ? []
    : [...block.text.matchAll(BLANK_FIELD)].map((match) => tidy(match[1]!)).filter((field) => field.length > 1);
