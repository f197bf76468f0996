import type { Box } from "../../schemas/evidence.ts";

/** A stretch of a block's text, `[start, end)`, and where it is drawn. Runs are in order and do not overlap. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly bbox: Box;
  /** How sure recognition was of the line, 0 to 1; absent where the text was not recognised. */
  readonly confidence?: number;
}

/**
 * A physical line whose paragraph is not known yet: what text files, PDF, OFD and scans give.
 * `runs` is empty where the format has no geometry. `size` is the font size in points, or null.
 */
export interface SourceLine {
  readonly kind: "line";
  readonly text: string;
  readonly page: number | null;
  readonly size: number | null;
  readonly runs: readonly Run[];
}

/** A paragraph that the format itself delimits: what DOCX, HTML and Markdown give. */
export interface SourceParagraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly page: number | null;
  readonly runs: readonly Run[];
}

/** A cell; a `\n` in `text` is a line or paragraph end that the format states. Rows and columns count from 0. */
export interface SourceCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly page: number | null;
  readonly runs: readonly Run[];
}

/** A table; `cells` in reading order, each place of the grid covered at most once. */
export interface SourceTable {
  readonly kind: "table";
  readonly cells: readonly SourceCell[];
}

/** The end of page number `page` (from 1), where the format has pages or page breaks. */
export interface PageBreak {
  readonly kind: "page-break";
  readonly page: number;
}

/** What a reader gives: the document in reading order. */
export type SourceBlock = SourceLine | SourceParagraph | SourceTable | PageBreak;

/** A file as read: its blocks, how many pages it has (null without pages), and what read it. */
export interface SourceDocument {
  readonly mediaType: string;
  readonly reader: string;
  readonly ocr: boolean;
  readonly pageCount: number | null;
  readonly blocks: readonly SourceBlock[];
}
