import { squash, tidy } from "../../core/tidy.ts";

/** A member as a line names it; `role` null where the line leaves it to the line above. */
export interface Member {
  readonly role: string | null;
  readonly name: string;
  readonly position: string | null;
}

const ROLE = /^(?:[-—•·]\s*)?([\p{Script=Han}\s（）()]{2,16}?)\s*[：:]\s*/u;
const ROLE_WORD = /组长|主任|指挥|召集人|成员|秘书长|队长|委员|联络员|[会河湖林田路]长|顾问|政委|负责人|组员/u;
/** `张三`, `李  四`, `欧阳修`, `阿布都·热合曼`, with a gap between the characters of a short name at most. */
const NAME =
  /^(\p{Script=Han}(?:[^\S\n]{1,6}\p{Script=Han}){1,2}(?!\p{Script=Han})|[\p{Script=Han}·•]{2,15}?)(?:[^\S\n]+|(?=[（(，,]))/u;
const POSITION_END = /[长记任员理师席官事督部人局办委队厅处科]$/u;

/** A further role within a line: `…（镇长）  副组长：陈某（副镇长）`. */
const INNER_ROLE =
  /(?<=[\s）)。；;])((?:第一|常务|执行)?副?\s*(?:组\s*长|指挥长|总指挥|主\s*任|召集人|成\s*员|组\s*员|秘书长|联络员))\s*[：:]/gu;

/**
 * Reads `组  长：张三  镇党委书记`, a member line without a role, names alone, and lists in one line
 * (`组长：张三（书记）、李四（镇长） 成员：王五（所长）`).
 */
export function readMembers(line: string): Member[] {
  const match = ROLE.exec(line);
  const role = match && ROLE_WORD.test(squash(match[1]!)) && !/单位|部门/u.test(match[1]!) ? squash(match[1]!) : null;
  if (match && role === null) return [];
  const rest = line.slice(match?.[0].length ?? 0).replace(/^[-—•·]\s*/u, "");
  const marks = role === null ? [] : [...rest.matchAll(INNER_ROLE)];
  const ends = [...marks.map((mark) => mark.index), rest.length];
  return ends.flatMap((end, at) => {
    const mark = marks[at - 1];
    const start = mark ? mark.index + mark[0].length : 0;
    return readList(mark ? squash(mark[1]!) : role, rest.slice(start, end).trim());
  });
}

function readList(role: string | null, text: string): Member[] {
  const names = readNames(text, role !== null);
  if (names) return names.map((name) => ({ role, name, position: null }));
  const bracketed = readBracketed(text);
  return (bracketed ?? readPairs(text) ?? readPost(text)).map((member) => ({ role, ...member }));
}

/** `张三（书记）、李  四（镇长）。` */
function readBracketed(text: string): Omit<Member, "role">[] | null {
  const pattern =
    /\s*([\p{Script=Han}·•][\p{Script=Han}·• \u3000]{0,14}?)\s*[（(]([^（）()]{2,60})[）)]\s*[、，,；;。]?/uy;
  const members: Omit<Member, "role">[] = [];
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match || !POSITION_END.test(match[2]!)) return null;
    members.push({ name: squash(match[1]!), position: tidy(match[2]!) });
  }
  return members.length > 0 ? members : null;
}

/** `张三 市财政局局长 李  四 市教育局局长`: names and posts by turns, where the lines were lost; two pairs at least. */
function readPairs(text: string): Omit<Member, "role">[] | null {
  const words = joinSingles(text.split(/\s+/u).filter(Boolean));
  if (words.length < 4 || words.length % 2 === 1) return null;
  const isPair = (word: string, at: number): boolean =>
    at % 2 === 0
      ? /^\p{Script=Han}{2,4}$/u.test(word) && !POSITION_END.test(word)
      : word.length > 2 && POSITION_END.test(word);
  if (!words.every(isPair)) return null;
  return words.flatMap((name, at) => (at % 2 === 0 ? [{ name, position: words[at + 1]! }] : []));
}

function readPost(text: string): Omit<Member, "role">[] {
  const named = NAME.exec(text);
  if (!named) return [];
  const position = tidy(text.slice(named[0].length))
    .replace(/^[（(，,]\s*/u, "")
    .replace(/(?<![（(][^（）()]*)[）)]$/u, "");
  if (!POSITION_END.test(position.replace(/[（(][^（）()]*[）)]$/u, "")) || position.length > 60) return [];
  return [{ name: squash(named[1]!), position }];
}

/** `张三、李四、王五`, `张  三   李小四`; a single name only where a role stands before it. */
function readNames(text: string, hasRole: boolean): string[] | null {
  const parts = text
    .replace(/[。；]$/u, "")
    .split(/[、，,]/u)
    .flatMap((part) => joinSingles(part.trim().split(/\s+/u)));
  const isNames = parts.every((part) => /^\p{Script=Han}{2,4}$/u.test(part) && !POSITION_END.test(part));
  return isNames && (parts.length > 1 || hasRole) ? parts : null;
}

/** Characters that stand alone are a name set wide: two, or three where no others follow. */
function joinSingles(words: readonly string[]): string[] {
  const names: string[] = [];
  let singles = "";
  const flush = (): void => {
    if (singles.length === 3) names.push(singles);
    else for (let at = 0; at < singles.length; at += 2) names.push(singles.slice(at, at + 2));
    singles = "";
  };
  for (const word of words) {
    if (word.length === 1) singles += word;
    else {
      flush();
      names.push(word);
    }
  }
  flush();
  return names;
}
