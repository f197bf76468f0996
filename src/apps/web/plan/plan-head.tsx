import { originalUrl, publishUrl } from "../api/documents.ts";
import { useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { DownloadMenu } from "../parts/download-menu.tsx";
import { FileText } from "../parts/file-text.tsx";
import { formatsOf } from "../parts/plan-formats.ts";
import { downloadWords } from "../words/download.ts";
import { kindWords } from "../words/kinds.ts";
import { planWords } from "../words/plan.ts";
import { reviewWords } from "../words/review.ts";
import { useDesk } from "./desk.tsx";

/** The plan's name, what state it is in, and what can be done with it as a whole. */
export function PlanHead() {
  const words = useWords(planWords);
  const { levels } = useWords(kindWords);
  const review = useWords(reviewWords);
  const { download, formats } = useWords(downloadWords);
  const { document: record, plan, canReview, openDialog } = useDesk();
  const { header, findings, source } = plan;
  return (
    <header class="plan-head">
      <div class="plan-title">
        <h1>
          <FileText text={header.title ?? record.fileName} />
        </h1>
        <p class="row small muted">
          {header.jurisdiction.level && <Badge>{levels[header.jurisdiction.level]}</Badge>}
          {header.documentNumber && <FileText text={header.documentNumber} />}
          {header.issuedOn && <span>{header.issuedOn}</span>}
          <FileText text={record.fileName} />
          {source.ocr && <Badge tone="warn">{words.ocr}</Badge>}
          {findings.length > 0 && <Badge tone="warn">{words.findingsCount(findings.length)}</Badge>}
          {record.corrections > 0 && <Badge tone="info">{words.correctionsCount(record.corrections)}</Badge>}
          {record.approval ? (
            <Badge tone="good">✓ {words.approved(record.approval.who)}</Badge>
          ) : (
            <Badge>{words.notApproved}</Badge>
          )}
        </p>
      </div>
      <div class="row no-print">
        <a class="button" href={originalUrl(record.id)} download>
          {words.original}
        </a>
        <DownloadMenu
          label={download}
          downloads={formatsOf(plan).map((format) => ({ name: formats[format], url: publishUrl(record.id, format) }))}
        />
        <a class="button" href={`/compare?local=${encodeURIComponent(record.id)}`}>
          {words.compare}
        </a>
        {canReview && (
          <button type="button" class="button primary" onClick={() => openDialog("approve")}>
            {record.approval ? review.reopen : review.approve}
          </button>
        )}
        <button
          type="button"
          class="button quiet keys-button"
          title={words.keys}
          aria-label={words.keys}
          onClick={() => openDialog("keys")}
        >
          ?
        </button>
      </div>
    </header>
  );
}
