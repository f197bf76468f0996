import { publishUrl } from "../api/documents.ts";
import { useWords } from "../app/language.tsx";
import { STANDARD_FORMATS } from "../parts/plan-formats.ts";
import { downloadWords } from "../words/download.ts";
import { standardsWords } from "../words/standards.ts";

const FORMATS = [...STANDARD_FORMATS, "xlsx"] as const;

/** The standard in every format that other systems take. */
export function StandardDownloads({ document }: { readonly document: string }) {
  const words = useWords(standardsWords);
  const { formats } = useWords(downloadWords);
  return (
    <nav class="row no-print" aria-label={words.downloads}>
      {FORMATS.map((format) => (
        <a key={format} class="button" href={publishUrl(document, format)} download>
          {formats[format]}
        </a>
      ))}
    </nav>
  );
}
