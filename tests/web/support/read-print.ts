import type { Page } from "playwright-core";
import type { SourceBlock } from "../../../src/core/source-block.ts";
import { readDocument } from "../../../src/read/index.ts";

/** What stands on paper when a page is printed as it stands: its words without spaces, and how many sheets it takes. */
export async function readPrint(page: Page): Promise<{ readonly words: string; readonly sheets: number }> {
  const bytes = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  const { value } = await readDocument(bytes, { fileName: "print.pdf" });
  return { words: value.blocks.map(textOf).join("\n").replace(/ /gu, ""), sheets: value.pageCount ?? 0 };
}

function textOf(block: SourceBlock): string {
  if (block.kind === "page-break") return "";
  return block.kind === "table" ? block.cells.map(({ text }) => text.replace(/\s/gu, "")).join("\n") : block.text;
}
