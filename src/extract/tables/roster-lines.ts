import type { Roster } from "../../../schemas/roster.ts";
import { isParagraph, type Node, type Paragraph } from "../../core/document.ts";
import { evidenceOf, type Piece, passageOf } from "../../core/passage.ts";
import { tidy } from "../../core/tidy.ts";
import { type Member, readMembers } from "./member.ts";

export type RosterMember = Roster["members"][number];

const FEWEST_MEMBERS = 2;
const LONGEST_REST = 25;

/** The lines of an attachment that name members; a line without a role has that of the line above. */
export function readLineMembers(nodes: readonly Node[]): RosterMember[] {
  const lines = nodes.filter(isParagraph).flatMap(({ block }) => linesOf(block));
  const members: RosterMember[] = [];
  let role: string | null = null;
  for (let at = 0; at < lines.length; at++) {
    const { found, pieces } = readAt(lines, at);
    at += pieces.length - 1;
    const above: string | null = found.length > 0 ? role : null;
    const evidence = evidenceOf(passageOf(pieces));
    const own: (Omit<RosterMember, "role"> & { role: string | null })[] = found.map(
      ({ role: printed, name, position }) => ({
        role: printed ?? above,
        name,
        position,
        evidence,
      }),
    );
    members.push(...own.filter((member) => member.role !== null));
    role = own.at(-1)?.role ?? null;
  }
  return members.length >= FEWEST_MEMBERS ? members : [];
}

const LEADER = /组长|主任|总指挥|指挥长|召集人/u;
const NAMED_BODY =
  /(?:成立|组建|设立|调整)(?:了|由)?([^，。；：、]{2,40}?(?:领导小组|工作专班|专班|指挥部|工作组|委员会|联席会议))/u;
const MOST_LINES = 200;
const LONGEST_LINE = 2000;
const MOST_LINES_ABOVE = 3;

/** The members that a document's own text names line by line, and the words above them that name their body. */
export interface LineRoster {
  readonly title: string;
  readonly members: readonly RosterMember[];
}

/** Finds runs of member lines that begin with a leader (`组  长：…`) in running text, and members named within a paragraph. */
export function findLineRosters(paragraphs: readonly Paragraph[]): LineRoster[] {
  const rosters: LineRoster[] = [];
  for (let at = 0; at < paragraphs.length; at++) {
    if (!namesLeader(paragraphs[at]!)) {
      rosters.push(...findInlineRoster(paragraphs[at]!));
      continue;
    }
    const run = paragraphs.slice(at, at + MOST_LINES);
    const end = run.findIndex(({ block }) => readMembers(block.text).length === 0);
    const members = readLineMembers(end < 0 ? run : run.slice(0, end));
    const title = findBody(paragraphs.slice(Math.max(0, at - MOST_LINES_ABOVE), at));
    if (title !== null && members.length > 0) rosters.push({ title, members });
    at += Math.max(0, (end < 0 ? run.length : end) - 1);
  }
  return rosters;
}

const INLINE_LEADER = /(?<=[。；：:])\s*(?=(?:第一|常务)?(?:组长|总指挥|指挥长|召集人)[：:])/u;

/** `成立某某领导小组。组长：张三（镇长）；副组长：…；成员：…。领导小组下设办公室…`: the sentence that names them. */
function findInlineRoster({ block }: Paragraph): LineRoster[] {
  const start = block.text.length > LONGEST_LINE ? -1 : block.text.search(INLINE_LEADER);
  const title = start < 0 ? undefined : NAMED_BODY.exec(block.text.slice(0, start))?.[1];
  if (title === undefined) return [];
  const sentence = /^[^。]*。?/u.exec(block.text.slice(start))![0];
  const evidence = evidenceOf(passageOf([{ block, start, end: start + sentence.length }]));
  const members = readMembers(sentence.trim()).flatMap(({ role, ...member }) =>
    role === null ? [] : [{ role, ...member, evidence }],
  );
  return members.length >= FEWEST_MEMBERS ? [{ title, members }] : [];
}

function namesLeader({ block }: Paragraph): boolean {
  const [first] = block.text.length > LONGEST_LINE ? [] : readMembers(block.text.split("\n")[0]!);
  return first !== undefined && first.role !== null && LEADER.test(first.role);
}

/** `成立某某工作领导小组` → `某某工作领导小组`; a short line that is the name itself. */
function findBody(above: readonly Paragraph[]): string | null {
  for (const { block } of above.toReversed()) {
    const text = tidy(block.text);
    const named = NAMED_BODY.exec(text)?.[1];
    if (named) return named;
    if (text.length <= 50 && /(?:领导小组|专班|指挥部|工作组|委员会)(?:成员|组成人员)?(?:名单)?[：:]?$/u.test(text))
      return text.replace(/[：:]$/u, "");
  }
  return null;
}

/** A line's members; a line that breaks off in mid-post takes the next, which is a word without a gap. */
function readAt(lines: readonly Piece[], at: number): { found: Member[]; pieces: Piece[] } {
  const line = lines[at]!;
  const found = readMembers(textOf(line));
  const next = lines[at + 1];
  const rest = next ? textOf(next).trim() : "";
  if (found.length > 0 || !next || rest.length > LONGEST_REST || /[\s：:]/u.test(rest))
    return { found, pieces: [line] };
  const joined = readMembers(textOf(line).trimEnd() + rest);
  return joined.length > 0 ? { found: joined, pieces: [line, next] } : { found, pieces: [line] };
}

const textOf = ({ block, start, end }: Piece): string => block.text.slice(start, end);

function linesOf(block: Piece["block"]): Piece[] {
  let start = 0;
  return block.text.split("\n").map((line) => {
    const piece = { block, start, end: start + line.length };
    start = piece.end + 1;
    return piece;
  });
}
