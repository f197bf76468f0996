import type { Evidence } from "../../../schemas/evidence.ts";
import { isParagraph, type Node, type Paragraph } from "../../core/document.ts";
import { memoize } from "../../core/memo.ts";
import { findNumbering } from "../../core/numbering.ts";
import type { Outline } from "../../core/outline.ts";
import { evidenceOf, wholeBlock } from "../../core/passage.ts";
import { squash, tidy } from "../../core/tidy.ts";
import { cutPoints } from "./points.ts";
import { kindOfCategory } from "./row-words.ts";
import { readTable, type TableReading } from "./table-reading.ts";

/** A table of the group and the heading line above it that names the part (`第二部分 设施（40分）`), or null. */
export interface GroupPart {
  readonly reading: TableReading;
  readonly heading: Paragraph | null;
}

/** One table as a reader sees it: the source may have cut it at page breaks or at its parts' headings. */
export interface TableGroup {
  readonly title: string;
  readonly titleEvidence: readonly Evidence[];
  readonly attachment: number | null;
  readonly parts: readonly GroupPart[];
  /** The lines below the table, up to the next table. */
  readonly after: readonly Paragraph[];
}

/** Where a stretch of nodes belongs, and the title of a table that has none of its own. */
export interface Place {
  readonly title: string;
  readonly titleEvidence: readonly Evidence[];
  readonly attachment: number | null;
  /** Whether a line above a table is a better title even where the stretch has one table only. */
  readonly captioned: boolean;
}

interface Segment {
  readonly before: readonly Paragraph[];
  readonly reading: TableReading;
}

/** `表1 `, `附表2：` */
const CAPTION_NUMBER = /^附?表\s*[\d一二三四五六七八九十]{1,3}(?:[-－—.]\d{1,2})?\s*[：:．.、]?\s*/u;
const LONGEST_CAPTION = 50;
const MOST_WIDTH_DIFFERENCE = 2;

/** Every table group of a document: those of its own text, then attachment by attachment. */
export const findTableGroups = memoize((outline: Outline): readonly TableGroup[] => [
  ...ownGroups(outline),
  ...outline.attachments.flatMap((part) => groupTables(part.nodes, placeOf(part))),
]);

export const placeOf = (part: Outline["attachments"][number]): Place => ({
  title: part.title,
  titleEvidence: part.heading ? evidenceOf(part.heading) : part.listed ? evidenceOf(part.listed) : [],
  attachment: part.number,
  captioned: false,
});

function ownGroups(outline: Outline): TableGroup[] {
  if (outline.tables.length === 0) return [];
  const own = new Set<Node>(outline.tables);
  const foreign = new Set<Node>(outline.attachments.flatMap((part) => part.nodes));
  const nodes = outline.document.nodes.filter((node) => own.has(node) || (isParagraph(node) && !foreign.has(node)));
  const { title, noticeTitle, evidence } = outline.header;
  const name = title ?? noticeTitle ?? "";
  const titleEvidence = evidence.filter((entry) => squash(name).includes(squash(entry.quote)));
  return groupTables(nodes, { title: name, titleEvidence, attachment: null, captioned: outline.items.length > 0 });
}

/** Groups the tables of a stretch of nodes; a table goes on in the next where that repeats its header or has none. */
export function groupTables(nodes: readonly Node[], place: Place): TableGroup[] {
  const { segments, after } = cutSegments(nodes);
  const groups: Segment[][] = [];
  for (const segment of segments) {
    const last = groups.at(-1);
    if (last && goesOn(last.at(-1)!, segment)) last.push(segment);
    else groups.push([segment]);
  }
  return groups.map((group, at) => {
    const following = groups[at + 1]?.[0]?.before ?? after;
    return createGroup(group, place, groups.length > 1 || place.captioned, following);
  });
}

function cutSegments(nodes: readonly Node[]): { segments: Segment[]; after: Paragraph[] } {
  const segments: Segment[] = [];
  let before: Paragraph[] = [];
  for (const node of nodes) {
    if (isParagraph(node)) before.push(node);
    else if (node.kind === "table") {
      segments.push({ before, reading: readTable(node) });
      before = [];
    }
  }
  return { segments, after: before };
}

function goesOn(above: Segment, below: Segment): boolean {
  const [one, other] = [above.reading, below.reading];
  const headed = below.before.length > 0;
  if (headed && !(below.before.length === 1 && isPartHeading(below.before[0]!))) return false;
  if (other.header.length > 0) return one.headings.map(squash).join("|") === other.headings.map(squash).join("|");
  return !headed && Math.abs(one.grid.width - other.grid.width) <= MOST_WIDTH_DIFFERENCE;
}

/** `第二部分 设施与成效（40分）`, `二、设施配置`: the name of a part, not a sentence. */
function isPartHeading({ block }: Paragraph): boolean {
  const text = tidy(block.text);
  if (text.length > LONGEST_CAPTION || /[。；]$/u.test(text)) return false;
  if (kindOfCategory(text) !== "scored") return true;
  return (
    cutPoints(text).points !== null || findNumbering(text) !== null || /^第[一二三四五六七八九十]+部分/u.test(text)
  );
}

function createGroup(
  segments: readonly Segment[],
  place: Place,
  captioned: boolean,
  after: readonly Paragraph[],
): TableGroup {
  const parts = segments.map(({ before, reading }) => {
    const last = before.at(-1);
    return { reading, heading: segments.length > 1 && last && isPartHeading(last) ? last : null };
  });
  const caption = captioned ? findCaption(segments[0]!.before) : null;
  return {
    title: caption
      ? tidy(caption.block.text).replace(CAPTION_NUMBER, "")
      : place.title || tidy(segments[0]!.reading.caption?.text ?? ""),
    titleEvidence: caption ? evidenceOf(wholeBlock(caption.block)) : place.titleEvidence,
    attachment: place.attachment,
    parts,
    after,
  };
}

/** The line directly above a table names it, if it is short, no sentence, and no numbered heading. */
function findCaption(before: readonly Paragraph[]): Paragraph | null {
  const last = before.findLast(({ block }) => !/^[（(]?(?:单位|计量单位)[：:]/u.test(block.text));
  if (!last) return null;
  const text = tidy(last.block.text);
  const isName = text.length <= LONGEST_CAPTION && !/[。；：:！，]$/u.test(text) && findNumbering(text) === null;
  return isName && /[表单细则标准体系录册]$|[）)]$/u.test(text) ? last : null;
}
