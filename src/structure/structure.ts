import type { Document } from "../core/document.ts";
import { isParagraph, isTable } from "../core/document.ts";
import { foldWidth } from "../core/fold-width.ts";
import type { Outline } from "../core/outline.ts";
import { wholeBlocks } from "../core/passage.ts";
import type { SourceBlock } from "../core/source-block.ts";
import { buildItems } from "./build-items.ts";
import { createDocument } from "./create-document.ts";
import { dropFurniture } from "./furniture.ts";
import { readHeader } from "./header.ts";
import { joinLines } from "./join-lines.ts";
import { loosenTables } from "./layout-tables.ts";
import { splitParts } from "./split-parts.ts";

/** Cleans what a reader gave: page furniture dropped, wrapped lines joined, blocks numbered. */
export const cleanBlocks = (sources: readonly SourceBlock[]): Document =>
  createDocument(loosenTables(joinLines(dropFurniture(sources))));

/** `2022年…工作方案` → 2022; null for a title without a year, or with several (`2023—2025年`). */
function titleYear(title: string): number | null {
  const years = new Set([...foldWidth(title).matchAll(/(?:19|20)\d{2}/gu)].map((match) => Number(match[0])));
  return years.size === 1 ? [...years][0]! : null;
}

/** Takes a cleaned document apart: header, notice, outline, attachments. */
export function structureDocument(document: Document): Outline {
  const parts = splitParts(document);
  const { preamble, items } = buildItems(parts.body, parts.planTitle.text);
  return {
    document,
    ...readHeader(parts, document.nodes.filter(isParagraph)),
    year: titleYear(parts.planTitle.text),
    noticeBody: wholeBlocks(parts.notice.map((line) => line.block)),
    preamble,
    items,
    tables: parts.body.filter(isTable),
    attachments: parts.attachments,
  };
}
