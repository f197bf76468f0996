import type { SourceBlock } from "../../core/source-block.ts";
import type { Finder } from "./finder.ts";

const MOST_LINES = 5000;

/** Creates a finder for tables written as HTML inside a text, as Markdown exports have them; loads the HTML parser. */
export async function createMarkupFinder(): Promise<Finder> {
  const { readFragment } = await import("../html/read-fragment.ts");
  let barrenUntil = 0;
  return (lines, at) => {
    if (at < barrenUntil || !/<table[\s>]/i.test(lines[at]!.text)) return null;
    const end = lines.slice(at, at + MOST_LINES).findIndex(({ text }) => /<\/table>/i.test(text));
    if (end === -1) {
      barrenUntil = at + MOST_LINES;
      return null;
    }
    const html = lines.slice(at, at + end + 1).map(({ text }) => text);
    const blocks = readFragment(html.join("\n")).map((block) => withPage(block, lines[at]!.page));
    return { blocks, next: at + end + 1 };
  };
}

function withPage(block: SourceBlock, page: number | null): SourceBlock {
  if (block.kind === "table") return { ...block, cells: block.cells.map((cell) => ({ ...cell, page })) };
  return { ...block, page: page ?? null } as SourceBlock;
}
