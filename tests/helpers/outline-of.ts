import type { Evidence } from "../../schemas/evidence.ts";
import type { Document, Paragraph, TextBlock } from "../../src/core/document.ts";
import type { Outline } from "../../src/core/outline.ts";
import type { Run, SourceLine } from "../../src/core/source-block.ts";
import { readText } from "../../src/read/text/read-text.ts";
import { cleanBlocks, structureDocument } from "../../src/structure/structure.ts";

/** The cleaned blocks of a text file's text; the lines of a template literal may be indented as deep as its first. */
export async function documentOf(text: string): Promise<Document> {
  const indent = /^\n([ ]*)/u.exec(text)?.[1] ?? "";
  const plain = text.replaceAll(`\n${indent}`, "\n").trim();
  return cleanBlocks((await readText(Buffer.from(`${plain}\n`, "utf8"), { fileName: "plan.txt" })).value.blocks);
}

/** The outline of a text file's text, by the real reader and the real structure. */
export const outlineOf = async (text: string): Promise<Outline> => structureDocument(await documentOf(text));

/** An outline of a plan with this body; nothing in the frame around it gives a fact. */
export const planOf = (body: string): Promise<Outline> => outlineOf(`某县某某工作实施方案\n${unindent(body)}`);

const unindent = (body: string): string => body.replaceAll(/^[ ]+/gmu, "").trim();

/** Facts without their evidence, to be compared with what a person reads. */
export const bare = <T extends { readonly evidence: unknown }>(facts: readonly T[]): Omit<T, "evidence">[] =>
  facts.map(({ evidence: _, ...fact }) => fact);

/** The evidence whose quote is not what its block holds there; empty where all evidence is exact. */
export const inexact = (evidence: readonly Evidence[], blocks: readonly { readonly text: string }[]): Evidence[] =>
  evidence.filter(({ block, start, end, quote }) => !quote || blocks[block]?.text.slice(start, end) !== quote);

export const blockOf = (text: string, runs: readonly Run[] = [], id = 0): TextBlock => ({
  id,
  text,
  page: null,
  bbox: null,
  confidence: null,
  cell: null,
  runs,
});

export const paragraphOf = (text: string, id = 0): Paragraph => ({ kind: "paragraph", block: blockOf(text, [], id) });

export const lineOf = (text: string, given: Partial<SourceLine> = {}): SourceLine => ({
  kind: "line",
  text,
  page: null,
  size: null,
  runs: [],
  ...given,
});
