/** A numbered entry, `[start, end)` of the text without its number. */
export interface TextEntry {
  readonly number: number | string;
  readonly start: number;
  readonly end: number;
}

/** The innermost entries, each with the headings over it, and the outermost headings. */
export interface TextEntries {
  readonly items: readonly (TextEntry & {
    readonly category: TextEntry | null;
    readonly subcategory: TextEntry | null;
  })[];
  readonly categories: readonly TextEntry[];
}

interface Token {
  readonly level: number;
  readonly number: number | string;
  readonly at: number;
  readonly start: number;
}

const HAN = "[一二三四五六七八九十]{1,3}";
/** Numbers at a line's start, or behind a mark within a line: `…得5分；2.…`. Groups 2 to 5: 一、 （一） 1. （1） */
const TOKEN = new RegExp(
  `(^|[\\n；;。）)])[ \\t\\u3000]*(?:(${HAN})[、．.]|([（(]${HAN}[）)])|(\\d{1,3})[．.、](?!\\d)|([（(]\\d{1,3}[）)]))`,
  "gu",
);

/** Takes numbered text apart: the deepest level with three entries or more has the items, the levels above are headings. */
export function findTextEntries(text: string): TextEntries {
  const tokens = findTokens(text);
  const level = [3, 4, 2, 1].find((candidate) => tokens.filter((token) => token.level === candidate).length >= 3) ?? 0;
  const used = tokens.filter((token) => token.level <= level);
  const entries = used.map((token, at) => ({ ...token, end: used[at + 1]?.at ?? text.length }));
  const over: (typeof entries)[number][] = [];
  const items: TextEntries["items"][number][] = [];
  for (const entry of entries) {
    while (over.length > 0 && over.at(-1)!.level >= entry.level) over.pop();
    if (entry.level === level) items.push({ ...entry, category: over[0] ?? null, subcategory: over[1] ?? null });
    else over.push(entry);
  }
  const headings = new Set(items.map((item) => item.category));
  return { items, categories: entries.filter((entry) => headings.has(entry)) };
}

/** A number within a line counts only if it goes on from the one before, so `详见第3.` is none. */
function findTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let digit = 0;
  for (const match of text.matchAll(TOKEN)) {
    const level = [2, 3, 4, 5].findIndex((group) => match[group] !== undefined) + 1;
    const isInside = match[1] !== "" && match[1] !== "\n";
    const value = level === 3 ? Number(match[4]) : null;
    if (isInside && value !== null && value !== digit + 1 && value !== 1) continue;
    if (value !== null) digit = value;
    const start = match.index + match[0].length;
    tokens.push({ level, number: value ?? match.slice(2).find(Boolean)!, at: match.index + match[1]!.length, start });
  }
  return tokens;
}
