import type { SourceBlock } from "../../core/source-block.ts";
import type { TextLine } from "./text-line.ts";

/** What a finder made of the lines from its start up to, not including, `next`. */
export interface Found {
  readonly blocks: readonly SourceBlock[];
  readonly next: number;
}

/** Looks whether a structure starts at line `at`; null where it does not. It must fail fast, or the reading is quadratic. */
export type Finder = (lines: readonly TextLine[], at: number) => Found | null;
