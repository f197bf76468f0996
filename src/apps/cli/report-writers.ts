import { extname } from "node:path";
import { InvalidArgumentError } from "commander";
import type { Comparison } from "../../../schemas/comparison.ts";
import type { Matrix } from "../../../schemas/matrix.ts";

/** What a report is written from. */
export interface Report {
  readonly comparisons: readonly Comparison[];
  readonly matrix: Matrix | null;
}

type Writer = (report: Report) => Promise<string | Uint8Array>;

/** One `comparison/1`, a list of them, or the matrix where there is nothing else. */
export const reportJson = ({ comparisons, matrix }: Report): string => {
  const value = comparisons.length === 0 ? matrix : comparisons.length === 1 ? comparisons[0] : comparisons;
  return `${JSON.stringify(value, null, 2)}\n`;
};

/** A file's ending says what is written. */
const WRITERS: Readonly<Record<string, Writer>> = {
  ".html": async ({ comparisons, matrix }) => {
    const { writeComparisonHtml } = await import("../../publish/comparison/write-html.ts");
    return writeComparisonHtml(comparisons, matrix);
  },
  ".md": async ({ comparisons, matrix }) => {
    const { writeComparisonMarkdown } = await import("../../publish/comparison/write-markdown.ts");
    return writeComparisonMarkdown(comparisons, matrix);
  },
  ".xlsx": async ({ comparisons, matrix }) => {
    const { writeComparisonSheets } = await import("../../publish/comparison/write-sheets.ts");
    return writeComparisonSheets(comparisons, matrix);
  },
  ".json": async (report) => reportJson(report),
};

const endingOf = (path: string): string => extname(path).toLowerCase();

/** An `--out` argument; its ending must be one that a report can have. */
export function reportPath(path: string): string {
  if (!Object.hasOwn(WRITERS, endingOf(path)))
    throw new InvalidArgumentError(`Expected a file that ends in ${Object.keys(WRITERS).join(", ")}; came '${path}'.`);
  return path;
}

/** Writes a report as the ending of its path says. */
export const writeReport = (path: string, report: Report): Promise<string | Uint8Array> =>
  WRITERS[endingOf(path)]!(report);
