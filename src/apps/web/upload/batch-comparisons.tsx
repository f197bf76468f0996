import type { Batch } from "../../../../schemas/submission.ts";
import { readDocument } from "../api/documents.ts";
import { reportOf } from "../api/submissions.ts";
import { useLoad } from "../api/use-load.tsx";
import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { uploadWords } from "../words/upload.ts";

/** The server sets so many plans side by side. */
const MOST_TOGETHER = 200;

/** What an upload with a template came to: how many comparisons were made, and all plans side by side. */
export function BatchComparisons({ batch, template }: { readonly batch: Batch; readonly template: string }) {
  const words = useWords(uploadWords);
  const { value } = useLoad((signal) => readDocument(template, signal), ["template", template]);
  const report = reportOf(batch);
  const compared = new Set(report?.rows.flatMap(({ comparison, document }) => (comparison && document) ?? []));
  const isGone = report !== null && report.template === null;
  const href = `/compare?template=${encodeURIComponent(template)}&local=${encodeURIComponent([...compared].join(","))}`;
  return (
    <div class="panel row between batch-comparisons" role="status">
      <p>
        {isGone ? words.templateGone : report ? words.comparedWith(compared.size) : words.willCompare}{" "}
        {!isGone && (
          <a href={`/documents/${encodeURIComponent(template)}`}>
            <FileText text={value?.title ?? value?.fileName ?? template} />
          </a>
        )}
      </p>
      {compared.size > 0 && compared.size <= MOST_TOGETHER && (
        <a class="button" href={href}>
          {words.compareAll}
        </a>
      )}
    </div>
  );
}
