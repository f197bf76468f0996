import type { BatchReport } from "../api/submissions.ts";
import { useWords } from "../app/language.tsx";
import { uploadWords } from "../words/upload.ts";

/** The comparison of one file's plan with the template, and how much of the template it keeps. */
export function ComparisonLink({ row }: { readonly row: BatchReport["rows"][number] | undefined }) {
  const words = useWords(uploadWords);
  if (!row || row.comparison === null) return null;
  const coverage = row.summary?.coverage ?? null;
  return (
    <a class="small comparison-link" href={`/comparisons/${encodeURIComponent(row.comparison)}`}>
      {words.comparison}
      {coverage !== null && ` · ${words.coverage(Math.round(coverage * 100))}`}
    </a>
  );
}
