import type { SourceBlock, SourceLine } from "../core/source-block.ts";
import { squash } from "../core/tidy.ts";

/** A page number alone on its line: `— 8 —`, `- 3 -`, `第 3 页 共 9 页`, `3/9`. */
const PAGE_NUMBER =
  /^(?:[-－—–―·]{1,3}\s*\d{1,4}\s*[-－—–―·]{1,3}|第\s*\d{1,4}\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/u;
const BARE_NUMBER = /^\d{1,4}$/;

/** How often a line must stand at the same edge of a page before it is a running head. */
const RUNNING_HEAD_PAGES = 3;

/**
 * Drops page numbers and running heads (GB/T 9704-2012 §7.5). A bare number goes only at a page's edge,
 * a repeated line only where it opens or closes at least three pages.
 */
export function dropFurniture(blocks: readonly SourceBlock[]): SourceBlock[] {
  const edges = findEdges(blocks);
  const heads = findRunningHeads([...edges].map((index) => blocks[index]!));
  return blocks.filter((block, index) => {
    if (block.kind === "paragraph") return !PAGE_NUMBER.test(block.text.trim());
    if (block.kind !== "line") return true;
    const text = block.text.trim();
    if (PAGE_NUMBER.test(text)) return false;
    return !edges.has(index) || !(BARE_NUMBER.test(text) || heads.has(headKey(block)));
  });
}

/** Attachments and chapters open pages too, and differ by number only. */
const OPENS_PART = /^附\s*[件表录]|^第[一二三四五六七八九十\d]+[章节部]/u;

const headKey = (line: SourceLine): string => squash(line.text).replace(/\d+/gu, "#");

/** Indices of the first and last filled lines of each page, where the file has more than one page. */
function findEdges(blocks: readonly SourceBlock[]): Set<number> {
  const pages: number[][] = [[]];
  blocks.forEach((block, index) => {
    if (block.kind === "page-break") pages.push([]);
    else if (block.kind !== "line" || block.text.trim()) pages.at(-1)!.push(index);
  });
  const filled = pages.filter((page) => page.length > 0);
  if (filled.length < 2) return new Set();
  return new Set(filled.flatMap((page) => [page[0]!, page.at(-1)!]).filter((index) => blocks[index]!.kind === "line"));
}

function findRunningHeads(edges: readonly SourceBlock[]): Set<string> {
  const counts = new Map<string, number>();
  for (const block of edges) {
    if (block.kind !== "line" || OPENS_PART.test(block.text.trim())) continue;
    counts.set(headKey(block), (counts.get(headKey(block)) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([key, count]) => count >= RUNNING_HEAD_PAGES && key.length <= 40).map(([key]) => key),
  );
}
