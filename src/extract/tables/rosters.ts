import type { Roster } from "../../../schemas/roster.ts";
import { isParagraph, type Paragraph } from "../../core/document.ts";
import type { Outline } from "../../core/outline.ts";
import { evidenceOf } from "../../core/passage.ts";
import { squash } from "../../core/tidy.ts";
import { classifyGroup } from "./classify-table.ts";
import { isFilled, joinSlots, type Row, textOf } from "./grid.ts";
import { type MergedTable, mergeTables } from "./merged-table.ts";
import { findLineRosters, type RosterMember, readLineMembers } from "./roster-lines.ts";
import { holdsMembers, readRowMembers } from "./roster-rows.ts";
import { findTableGroups, placeOf, type TableGroup } from "./table-groups.ts";

/** Finds the members of bodies, in tables and in lines such as `组  长：张三  镇党委书记`. */
export function extractRosters(outline: Outline): Roster[] {
  const groups = findTableGroups(outline).filter((group) => classifyGroup(group) === "roster");
  const tables = groups.flatMap((group) => createRoster(group, readTableMembers(mergeTables(group))));
  const lines = outline.attachments
    .filter((part) => !groups.some((group) => group.attachment === part.number))
    .flatMap((part) => createRoster(placeOf(part), readLineMembers(part.nodes)));
  const own = findLineRosters(ownParagraphs(outline)).flatMap(({ title, members }) =>
    createRoster({ title, titleEvidence: [] }, [...members]),
  );
  return [...own, ...tables, ...lines];
}

function ownParagraphs(outline: Outline): Paragraph[] {
  const foreign = new Set(outline.attachments.flatMap((part) => part.nodes));
  return outline.document.nodes.filter(isParagraph).filter((node) => !foreign.has(node));
}

function createRoster(
  { title, titleEvidence }: Pick<TableGroup, "title" | "titleEvidence">,
  members: RosterMember[],
): Roster[] {
  const evidence = titleEvidence.length > 0 ? [...titleEvidence] : (members[0]?.evidence ?? []);
  return members.length > 0 && evidence.length > 0 ? [{ title, members, evidence }] : [];
}

/** `职务 | 姓名 | 单位及职务`: of two columns of posts the one with the roles of the group is the role. */
function readTableMembers(table: MergedTable): RosterMember[] {
  if (!table.hasHeader && holdsMembers(table.body)) return readRowMembers(table.body);
  const headings = table.headings.map(squash);
  const name = headings.findIndex((heading) => /^(?:姓名|人员|名字)$/u.test(heading));
  const posts = headings.flatMap((heading, column) =>
    /职务|职位|单位|部门|职责|角色|分工|组成/u.test(heading) && column !== name ? [column] : [],
  );
  const role = headings.findIndex((_, column) => column !== name && isRoleColumn(table.body, column));
  const position = posts.filter((column) => column !== role);
  let above: string | null = null;
  return table.body.flatMap((row) => {
    const own = role < 0 ? "" : squash(row[role]!.text);
    if (own !== "") above = own;
    const text = squash(row[name]!.text);
    if (!/^[\p{Script=Han}·•]{2,15}$/u.test(text)) return [];
    const evidence = evidenceOf(joinSlots(row.filter(isFilled)));
    return [
      { role: above, name: text, position: position.map((column) => textOf(row[column]!)).join("") || null, evidence },
    ];
  });
}

const isRoleColumn = (rows: readonly Row[], column: number): boolean => {
  const texts = rows.map((row) => squash(row[column]!.text)).filter(Boolean);
  const roles = texts.filter((text) =>
    /^(?:第一|常务|执行)?副?(?:组长|总?指挥长?|主任|召集人|队长|会长)$|^(?:组员|成员|委员|联络员|政委)$/u.test(text),
  );
  return roles.length > 0 && roles.length >= texts.length * 0.6;
};
