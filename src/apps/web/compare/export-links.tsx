import { type ComparisonKind, EXPORTS, type ExportFormat, exportUrl } from "../api/comparisons.ts";
import { useWords } from "../app/language.tsx";
import { compareWords } from "../words/compare.ts";

const NAME: Readonly<Record<ExportFormat, string>> = { html: "HTML", md: "Markdown", xlsx: "XLSX", json: "JSON" };

interface ExportLinksProps {
  readonly kind: ComparisonKind;
  readonly id: string;
}

/** The same thing as a page, text, workbook or data. */
export function ExportLinks({ kind, id }: ExportLinksProps) {
  const words = useWords(compareWords);
  return (
    <nav class="row no-print" aria-label={words.exports}>
      {EXPORTS.map((format) => (
        <a
          key={format}
          class="button"
          href={exportUrl(kind, id, format)}
          {...(format === "html" ? { target: "_blank", rel: "noreferrer" } : { download: `${kind}-${id}.${format}` })}
        >
          {NAME[format]}
        </a>
      ))}
    </nav>
  );
}
