import { tidy } from "../../core/tidy.ts";

const SHORTEST = 3;
const GOES_ON = /[和及与或的、]$/u;

/** The set phrases of the genre; where a cell is nothing but these without a mark between, its line ends were lost. */
const PHRASE =
  /(?:现场|实地)(?:查看|检查|察看|核查|抽查|考察|走访|问询|踏勘|勘查)|(?:查阅|查看|审核|核查)(?:资料|台账|档案|文件|记录)|问卷调查|座谈(?:了解|访谈|交流)|听取汇报|走访(?:调查|了解|群众)|入户(?:走访|调查)|随机(?:抽查|访谈|询问)|电话(?:访问|抽查|核实)|数据(?:核查|比对)|满意度(?:调查|测评)|明[查察]暗访/gu;

/**
 * Splits a cell of 考评方式 into its entries, at marks and at white space: `现场查看 查阅资料`, `查阅资料、座谈`. A piece that
 * is too short to be an entry, or that follows 和, is the rest of a wrapped line.
 */
export function splitMethods(text: string): string[] {
  return text
    .split(/[、，,；;/]|或者?(?=[查看现实])/u)
    .flatMap(splitLines)
    .map(tidy)
    .flatMap(splitPhrases)
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

function splitPhrases(entry: string): string[] {
  const phrases = entry.match(PHRASE) ?? [];
  return phrases.length > 1 && phrases.join("") === entry ? phrases : [entry];
}
