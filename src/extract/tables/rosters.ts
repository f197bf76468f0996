import type { Roster } from "../../../schemas/roster.ts";
import { isParagraph, type TextBlock } from "../../core/document.ts";
import type { AttachmentPart, Outline } from "../../core/outline.ts";
import { evidenceOf, passageOf } from "../../core/passage.ts";
import { squash } from "../../core/tidy.ts";
import { classifyGroup } from "./classify-table.ts";
import { isFilled, joinSlots, type Row, textOf } from "./grid.ts";
import { readMembers } from "./member.ts";
import { type MergedTable, mergeTables } from "./merged-table.ts";
import { findTableGroups, placeOf, type TableGroup } from "./table-groups.ts";

type RosterMember = Roster["members"][number];

/** Finds the members of bodies, in tables and in lines such as `组  长：张三  镇党委书记`. */
export function extractRosters(outline: Outline): Roster[] {
  const groups = findTableGroups(outline).filter((group) => classifyGroup(group) === "roster");
  const tables = groups.flatMap((group) => createRoster(group, readTableMembers(mergeTables(group))));
  const lines = outline.attachments
    .filter((part) => !groups.some((group) => group.attachment === part.number))
    .flatMap((part) => createRoster(placeOf(part), readLineMembers(part)));
  return [...tables, ...lines];
}

function createRoster(
  { title, titleEvidence }: Pick<TableGroup, "title" | "titleEvidence">,
  members: RosterMember[],
): Roster[] {
  const evidence = titleEvidence.length > 0 ? [...titleEvidence] : (members[0]?.evidence ?? []);
  return members.length > 0 && evidence.length > 0 ? [{ title, members, evidence }] : [];
}

const FEWEST_MEMBERS = 2;

/** The lines of an attachment that name members; a line without a role has that of the line above. */
export function readLineMembers(part: AttachmentPart): RosterMember[] {
  const members: RosterMember[] = [];
  let role: string | null = null;
  for (const { block, start, end } of part.nodes.filter(isParagraph).flatMap(({ block }) => linesOf(block))) {
    const found = readMembers(block.text.slice(start, end));
    role = found[0]?.role ?? (found.length > 0 ? role : null);
    if (role === null) continue;
    const evidence = evidenceOf(passageOf([{ block, start, end }]));
    members.push(...found.map(({ name, position }) => ({ role, name, position, evidence })));
  }
  return members.length >= FEWEST_MEMBERS ? members : [];
}

function linesOf(block: TextBlock): { block: TextBlock; start: number; end: number }[] {
  let start = 0;
  return block.text.split("\n").map((line) => {
    const piece = { block, start, end: start + line.length };
    start = piece.end + 1;
    return piece;
  });
}

/** `职务 | 姓名 | 单位及职务`: of two columns of posts the one with the roles of the group is the role. */
function readTableMembers(table: MergedTable): RosterMember[] {
  const headings = table.headings.map(squash);
  const name = headings.findIndex((heading) => /^(?:姓名|人员|名字)$/u.test(heading));
  const posts = headings.flatMap((heading, column) =>
    /职务|职位|单位|部门|职责|角色|分工|组成/u.test(heading) && column !== name ? [column] : [],
  );
  const role = posts.find((column) => isRoleColumn(table.body, column)) ?? null;
  const position = posts.filter((column) => column !== role);
  let above: string | null = null;
  return table.body.flatMap((row) => {
    const own = role === null ? "" : squash(row[role]!.text);
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
