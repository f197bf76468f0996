import type { Roster } from "../../../schemas/roster.ts";
import { isParagraph, type Node } from "../../core/document.ts";
import { evidenceOf, type Piece, passageOf } from "../../core/passage.ts";
import { type Member, readMembers } from "./member.ts";

type RosterMember = Roster["members"][number];

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
    role = found[0]?.role ?? (found.length > 0 ? role : null);
    if (role === null) continue;
    const evidence = evidenceOf(passageOf(pieces));
    members.push(...found.map(({ name, position }) => ({ role, name, position, evidence })));
  }
  return members.length >= FEWEST_MEMBERS ? members : [];
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
