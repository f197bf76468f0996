import { tidy } from "../../core/tidy.ts";

const SHORTEST = 3;
const GOES_ON = /[和及与或的、]$/u;

/**
 * Splits a cell of 考评方式 into its entries, at marks and at white space: `现场查看 查阅资料`, `查阅资料、座谈`. A piece that
 * is too short to be an entry, or that follows 和, is the rest of a wrapped line.
 */
export function splitMethods(text: string): string[] {
  return text
    .split(/[、，,；;/]|或者?(?=[查看现实])/u)
    .flatMap(splitLines)
    .map(tidy)
    .filter(Boolean);
}

function splitLines(part: string): string[] {
  const entries: string[] = [];
  for (const piece of part.split(/\s+/u).filter(Boolean)) {
    const last = entries.at(-1);
    const wrapped = last !== undefined && (GOES_ON.test(last) || last.length < SHORTEST || piece.length < SHORTEST);
    if (wrapped) entries[entries.length - 1] = last + piece;
    else entries.push(piece.replace(/^\d{1,2}[.．、)]/u, ""));
  }
  return entries.map((entry) => entry.replace(/[。]$/u, ""));
}
